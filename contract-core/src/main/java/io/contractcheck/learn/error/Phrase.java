package io.contractcheck.learn.error;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence in which a validator says what it takes.
 *
 * @param sentence to be found in its words
 * @param claims what it says then
 */
record Phrase(Pattern sentence, Function<Matcher, List<Claim>> claims) {
    static final String NUMBER = "(-?\\d[\\d_,]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)";

    private static final Pattern QUOTED =
            Pattern.compile("['\"]([^'\"]*)['\"]|(?<=[ ,])([A-Za-z0-9_.-]+)(?=[,.]|$| or | and )");
    private static final Pattern BETWEEN = Pattern.compile(",? (?:or|and) |,\\s*");

    static Phrase of(String sentence, Function<Matcher, List<Claim>> claims) {
        return new Phrase(Pattern.compile("(?is)" + sentence), claims);
    }

    /** A sentence that always says the same. */
    static Phrase of(String sentence, Claim... claims) {
        List<Claim> all = List.of(claims);
        return of(sentence, found -> all);
    }

    /** A sentence with a number in it. */
    static Phrase bound(String sentence, String keyword) {
        return of(sentence, found -> List.of(Claim.number(keyword, found.group(1))));
    }

    /** A sentence with a least and a greatest size in it. */
    static Phrase sizes(String sentence) {
        return of(sentence, found -> sizes(found.group(1), found.group(2)));
    }

    static List<Claim> sizes(String least, String most) {
        List<Claim> claims = new ArrayList<>();
        if (!least.equals("0")) {
            claims.add(Claim.number(Claim.MIN_SIZE, least));
        }
        if (!most.equals(String.valueOf(Integer.MAX_VALUE))) {
            claims.add(Claim.number(Claim.MAX_SIZE, most));
        }
        return claims;
    }

    /** A list of the values that are taken, bare or in quotes, as {@code 'a', 'b' or 'c'}; of one alone nothing is said. */
    static List<Claim> constants(Matcher found) {
        return constants(found.group(1));
    }

    static List<Claim> constants(String text) {
        String list = text.replaceAll("\\.$", "");
        List<String> values = new ArrayList<>();
        if (list.indexOf('\'') < 0 && list.indexOf('"') < 0) {
            values.addAll(Arrays.asList(BETWEEN.split(list)));
        } else {
            for (Matcher quoted = QUOTED.matcher(list); quoted.find(); ) {
                values.add(quoted.group(1) == null ? quoted.group(2) : quoted.group(1));
            }
        }
        return values.size() < 2 ? List.of() : List.of(Claim.oneOf(values));
    }
}

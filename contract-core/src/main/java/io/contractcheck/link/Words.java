package io.contractcheck.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as lower-case English words, so that {@code userId}, {@code user_id} and {@code USER-ID} are the same. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\\d+");
    /** Plural and singular, in turn. */
    private static final List<String> IRREGULAR = List.of(
            "people",
            "person",
            "children",
            "child",
            "men",
            "man",
            "women",
            "woman",
            "indices",
            "index",
            "vertices",
            "vertex",
            "matrices",
            "matrix",
            "analyses",
            "analysis",
            "movies",
            "movie",
            "series",
            "series",
            "news",
            "news",
            "aliases",
            "alias",
            "statuses",
            "status",
            "caches",
            "cache",
            "quizzes",
            "quiz",
            "media",
            "medium",
            "buses",
            "bus",
            "criteria",
            "criterion");

    private Words() {}

    /** The words of a name in its order; the digits in it are words too. */
    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(name); word.find(); ) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** The words with the last one in singular, as a resource is called. */
    static List<String> singular(List<String> words) {
        if (words.isEmpty()) {
            return words;
        }
        List<String> one = new ArrayList<>(words);
        int last = one.size() - 1;
        one.set(last, singular(one.get(last)));
        return one;
    }

    private static String singular(String word) {
        for (int i = 0; i < IRREGULAR.size(); i += 2) {
            if (IRREGULAR.get(i).equals(word)) {
                return IRREGULAR.get(i + 1);
            }
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        for (String ending : List.of("sses", "xes", "zes", "ches", "shes")) {
            if (word.endsWith(ending)) {
                return word.substring(0, word.length() - 2);
            }
        }
        boolean plural = word.endsWith("s")
                && word.length() > 3
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}

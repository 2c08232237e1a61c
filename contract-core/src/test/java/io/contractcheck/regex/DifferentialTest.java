package io.contractcheck.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Random patterns of the part of the language that the JDK reads alike must match alike. */
class DifferentialTest {
    private static final String[] ATOMS = {
        "a", "b", "c", ".", "[ab]", "[^a]", "\\d", "\\w", "\\s", "\\b", "\\B", "(?=a)", "(?!b)", "(?<=a)", "(?<!b)",
        "^", "\\z", "1", " "
    };
    private static final String[] QUANTIFIERS = {
        "", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{1,}?", "?+", "*+"
    };

    private final Random random = new Random(20);

    @Test
    void what_both_engines_read_alike_they_match_alike() {
        int matched = 0;
        for (int i = 0; i < 4_000; i++) {
            String source = disjunction(3);
            EcmaPattern ours = EcmaPattern.compile(source);
            Pattern theirs = Pattern.compile(source);
            for (int j = 0; j < 12; j++) {
                String text = text();
                boolean found = ours.find(text);
                assertThat(found)
                        .as("/%s/ on \"%s\"", source, text)
                        .isEqualTo(theirs.matcher(text).find());
                matched += found ? 1 : 0;
            }
        }
        assertThat(matched).isBetween(5_000, 43_000);
    }

    private String disjunction(int depth) {
        String first = sequence(depth);
        return random.nextInt(3) == 0 ? first + "|" + sequence(depth) : first;
    }

    private String sequence(int depth) {
        StringBuilder all = new StringBuilder();
        for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
            String atom = depth > 0 && random.nextInt(3) == 0
                    ? "(" + (random.nextBoolean() ? "?:" : "") + disjunction(depth - 1) + ")"
                    : ATOMS[random.nextInt(ATOMS.length)];
            boolean group = atom.startsWith("(?:") || atom.startsWith("(") && !atom.startsWith("(?");
            boolean set = "abc.[1 ".indexOf(atom.charAt(0)) >= 0 || atom.matches("\\\\[dws]");
            // A possessive group that can match nothing ends its rounds differently there
            int choices = set ? QUANTIFIERS.length : group ? QUANTIFIERS.length - 2 : 1;
            all.append(atom).append(QUANTIFIERS[random.nextInt(choices)]);
        }
        return all.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            text.append("aaabbc1 ".charAt(random.nextInt(8)));
        }
        return text.toString();
    }
}

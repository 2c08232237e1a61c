package io.contractcheck;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names that users choose from, and what they may have meant by one that is not there. */
public final class Names {
    private Names() {}

    /** The known name that is nearest to the given one, if any is near. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(k -> distance(wanted, k.toLowerCase(Locale.ROOT)) <= Math.max(2, given.length() / 3))
                .min(Comparator.comparingInt(k -> distance(wanted, k.toLowerCase(Locale.ROOT))));
    }

    /**
     * What to say of a value that is not among those allowed.
     *
     * @param parameter that it was given to
     */
    public static ContractException unknown(String parameter, String given, List<String> known) {
        return new ContractException(parameter + ": '" + given + "' is not known."
                + nearest(given, known).map(n -> " Did you mean '" + n + "'?").orElse("")
                + " Allowed: " + String.join(", ", known));
    }

    /** The Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

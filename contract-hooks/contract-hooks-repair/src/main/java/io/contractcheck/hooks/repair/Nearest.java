package io.contractcheck.hooks.repair;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may have been meant by a name that is not there. */
final class Nearest {
    private Nearest() {}

    static Optional<String> of(String given, List<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        int near = Math.max(2, given.length() / 3);
        return known.stream()
                .filter(k -> distance(wanted, k.toLowerCase(Locale.ROOT)) <= near)
                .min(Comparator.comparingInt(k -> distance(wanted, k.toLowerCase(Locale.ROOT))));
    }

    /** How many characters must be added, left out or replaced to make one of the other. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    row[j] = i + j;
                } else {
                    int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                    row[j] = Math.min(above[j - 1] + other, 1 + Math.min(above[j], row[j - 1]));
                }
            }
            above = row;
        }
        return above[b.length()];
    }
}

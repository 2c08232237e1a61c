package io.contractcheck.internal.doubt;

import io.contractcheck.event.RunSummary.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Pieces of sentences. */
final class Words {
    private static final int NAMED = 5;
    private static final int SAID = 3;

    private Words() {}

    /** {@code 1 operation}, {@code 2 operations}. */
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** The first few, and how many more there are. */
    static String some(List<String> names) {
        int more = names.size() - NAMED;
        return more <= 1
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + more + " more";
    }

    /** As in {@code requires a, b or c}. */
    static String or(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.get(names.size() - 1);
    }

    /** A first line about operations that took nothing. */
    static String noneSucceeded(List<Fate> fates, String most) {
        boolean one = fates.stream().allMatch(f -> f.summary().positives().size() == 1);
        return "No valid request to " + count(fates.size(), "operation") + " succeeded; "
                + (one ? "all" : "most") + " " + most + ": "
                + some(fates.stream().map(Fate::told).toList()) + ".\n";
    }

    /** Likewise, of the first few that say something else than those before. */
    static String examples(List<Fate> fates) {
        Set<String> said = new LinkedHashSet<>();
        StringBuilder lines = new StringBuilder();
        for (Fate fate : fates) {
            String words = fate.usualRefusal().map(Refusal::said).orElse("");
            if (!words.isEmpty() && said.size() < SAID && said.add(words)) {
                lines.append("\nThe service said")
                        .append(fates.size() == 1 ? "" : " to " + fate.label())
                        .append(": ")
                        .append(words);
            }
        }
        return lines
                + fates.stream()
                        .findFirst()
                        .flatMap(Fate::usualRefusal)
                        .filter(r -> !r.reproduce().isEmpty())
                        .map(r -> "\nReproduce: " + r.reproduce())
                        .orElse("");
    }

    /** Further lines with the first answer to a valid request that most of them got; none if there is nothing to show. */
    static String example(List<Fate> fates) {
        return fates.stream()
                .findFirst()
                .flatMap(Fate::usualRefusal)
                .map(r -> (r.said().isEmpty() ? "" : "\nThe service said: " + r.said())
                        + (r.reproduce().isEmpty() ? "" : "\nReproduce: " + r.reproduce()))
                .orElse("");
    }
}

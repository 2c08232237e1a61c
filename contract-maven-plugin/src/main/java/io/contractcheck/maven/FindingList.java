package io.contractcheck.maven;

import io.contractcheck.event.Confirmation;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Findings as lines for people: one block for each operation and check, its first finding in full and the others in a line each; what to
 * do about a check's findings is said once. A run with very many blocks is cut, and the report named.
 */
final class FindingList {
    private static final int BLOCKS = 25;
    private static final int OTHERS = 4;
    private static final int LINE = 220;

    private FindingList() {}

    static List<String> lines(RunSummary summary, String report) {
        Map<List<String>, List<Finding>> blocks = new LinkedHashMap<>();
        for (Finding finding : summary.findings()) {
            blocks.computeIfAbsent(
                            List.of(finding.id().operation(), finding.id().check()), k -> new ArrayList<>())
                    .add(finding);
        }
        List<String> lines = new ArrayList<>();
        Set<String> advised = new LinkedHashSet<>();
        int number = 0;
        int left = 0;
        for (List<Finding> block : blocks.values()) {
            if (++number > BLOCKS) {
                left += block.size();
            } else {
                block(number, block, advised, lines);
            }
        }
        if (left > 0) {
            lines.add("... and " + count(left, "finding") + " more of " + count(number - BLOCKS, "kind") + ", all in "
                    + report);
            lines.add("");
        }
        return lines;
    }

    private static void block(int number, List<Finding> block, Set<String> advised, List<String> lines) {
        Finding first = block.get(0);
        lines.add(number + ". " + first.id().operation() + ": " + first.title() + " ["
                + first.id().check() + ", " + first.severity().name().toLowerCase(Locale.ROOT) + "]"
                + times(first.occurrences()));
        first.message().lines().map(FindingList::cut).forEach(l -> lines.add("   " + l));
        confirmation(first, lines);
        lines.add("   Reproduce: " + first.reproduce());
        if (block.size() > 1) {
            lines.add("   The same check found here too:");
            block.stream()
                    .skip(1)
                    .limit(OTHERS)
                    .forEach(f -> lines.add("     - " + cut(f.id().cause()) + times(f.occurrences()) + doubt(f)));
            if (block.size() > 1 + OTHERS) {
                lines.add("     - and " + (block.size() - 1 - OTHERS) + " more");
            }
        }
        if (!first.advice().isEmpty() && advised.add(first.id().check())) {
            lines.add(
                    "   What to do: " + String.join(" ", first.advice().lines().toList()));
        }
        lines.add("");
    }

    private static void confirmation(Finding finding, List<String> lines) {
        if (finding.confirmation().filter(c -> c != Confirmation.CONFIRMED).isPresent()) {
            lines.add("   Run again: " + finding.note());
        }
    }

    private static String doubt(Finding finding) {
        return finding.confirmation()
                .filter(c -> c != Confirmation.CONFIRMED)
                .map(c -> ", " + c.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("");
    }

    private static String cut(String line) {
        return line.length() <= LINE ? line : line.substring(0, LINE - 3) + "...";
    }

    private static String times(long count) {
        return count == 1 ? "" : " (" + count + " times)";
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}

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
 * Findings as lines for people. What has one cause in several operations is one block, and so is what else a check found in an operation:
 * its first finding in full, the others in a line. Of each check the first blocks are shown, then a few in a line each; what to do is said
 * once for each check. The rest is counted, and the report named.
 */
final class FindingList {
    private static final int BLOCKS = 4;
    private static final int BRIEF = 6;
    private static final int OTHERS = 4;
    private static final int LINE = 220;

    private final List<String> lines = new ArrayList<>();
    private int number;

    private FindingList() {}

    static List<String> lines(RunSummary summary, String report) {
        FindingList list = new FindingList();
        byCheck(summary.findings()).forEach((check, blocks) -> list.check(check, blocks, report));
        return list.lines;
    }

    /** By check the findings that belong together, the gravest first. */
    private static Map<String, List<List<Finding>>> byCheck(List<Finding> findings) {
        Map<List<String>, Set<String>> operations = new LinkedHashMap<>();
        findings.forEach(f -> operations
                .computeIfAbsent(List.of(f.id().check(), f.id().cause()), k -> new LinkedHashSet<>())
                .add(f.id().operation()));
        Map<List<String>, List<Finding>> blocks = new LinkedHashMap<>();
        for (Finding finding : findings) {
            List<String> cause = List.of(finding.id().check(), finding.id().cause());
            boolean shared = operations.get(cause).size() > 1;
            blocks.computeIfAbsent(
                            shared
                                    ? cause
                                    : List.of(finding.id().check(), finding.id().operation(), "alone"),
                            k -> new ArrayList<>())
                    .add(finding);
        }
        Map<String, List<List<Finding>>> byCheck = new LinkedHashMap<>();
        blocks.values()
                .forEach(block -> byCheck.computeIfAbsent(block.get(0).id().check(), k -> new ArrayList<>())
                        .add(block));
        return byCheck;
    }

    private void check(String check, List<List<Finding>> blocks, String report) {
        for (int i = 0; i < blocks.size() && i < BLOCKS; i++) {
            block(blocks.get(i), i == 0);
        }
        if (blocks.size() <= BLOCKS) {
            return;
        }
        List<List<Finding>> rest = blocks.subList(BLOCKS, blocks.size());
        lines.add("More by " + check + ":");
        rest.stream().limit(BRIEF).forEach(block -> lines.add("   - " + where(block) + ": " + cut(cause(block))));
        if (rest.size() > BRIEF) {
            int left = rest.stream().skip(BRIEF).mapToInt(List::size).sum();
            lines.add("   - and " + count(left, "finding") + " more, all in " + report);
        }
        lines.add("");
    }

    private void block(List<Finding> block, boolean advised) {
        Finding first = block.get(0);
        boolean shared = shared(block);
        lines.add(++number + ". " + where(block) + ": " + first.title() + " ["
                + first.id().check() + ", " + first.severity().name().toLowerCase(Locale.ROOT) + "]"
                + times(shared ? block.stream().mapToLong(Finding::occurrences).sum() : first.occurrences()));
        first.message().lines().map(FindingList::cut).forEach(l -> lines.add("   " + l));
        if (first.confirmation().filter(c -> c != Confirmation.CONFIRMED).isPresent()) {
            lines.add("   Run again: " + first.note());
        }
        if (!first.reproduce().isEmpty()) {
            lines.add("   Reproduce: " + first.reproduce());
        }
        if (block.size() > 1) {
            lines.add(shared ? "   The same in:" : "   The same check found here too:");
            block.stream()
                    .skip(1)
                    .limit(OTHERS)
                    .forEach(f -> lines.add("     - " + cut(shared ? f.id().operation() : f.id().cause())
                            + times(f.occurrences()) + doubt(f)));
            if (block.size() > 1 + OTHERS) {
                lines.add("     - and " + (block.size() - 1 - OTHERS) + " more");
            }
        }
        if (advised && !first.advice().isEmpty()) {
            lines.add(
                    "   What to do: " + String.join(" ", first.advice().lines().toList()));
        }
        lines.add("");
    }

    private static String where(List<Finding> block) {
        return block.get(0).id().operation() + (shared(block) ? " and " + (block.size() - 1) + " more" : "");
    }

    private static String cause(List<Finding> block) {
        return block.get(0).id().cause()
                + (shared(block) || block.size() == 1 ? "" : ", and " + (block.size() - 1) + " more");
    }

    private static boolean shared(List<Finding> block) {
        return block.size() > 1
                && !block.get(0).id().operation().equals(block.get(1).id().operation());
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

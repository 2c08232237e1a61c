package io.contractcheck.maven;

import io.contractcheck.check.FailureId;
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
 * once for each check. The rest is counted, and the report named. Where many checks found something, each has less room.
 */
final class FindingList {
    private static final int MOST = 80;

    /** From wide to narrow; the narrowest has no more than five lines for a check. */
    private static final List<Room> ROOMS = List.of(
            new Room(4, 6, 4, 8),
            new Room(3, 4, 3, 8),
            new Room(2, 3, 2, 6),
            new Room(1, 2, 1, 4),
            new Room(1, 0, 0, 4),
            new Room(1, 0, 0, 2),
            new Room(1, 0, 0, 1));

    private final Room room;
    private final Map<FailureId, String> scripts;
    private final String report;
    private final List<String> lines = new ArrayList<>();
    private int number;

    /**
     * How much is shown of each check.
     *
     * @param blocks in full
     * @param brief blocks in a line each
     * @param others further members of a block
     * @param message lines of it
     */
    private record Room(int blocks, int brief, int others, int message) {}

    private FindingList(Room room, Map<FailureId, String> scripts, String report) {
        this.room = room;
        this.scripts = scripts;
        this.report = report;
    }

    static List<String> lines(RunSummary summary, String report) {
        Map<String, List<List<Finding>>> byCheck = byCheck(summary.findings());
        Map<FailureId, String> scripts = summary.scripts();
        List<String> lines = List.of();
        for (Room room : ROOMS) {
            FindingList list = new FindingList(room, scripts, report);
            byCheck.forEach(list::check);
            lines = list.lines;
            if (lines.size() <= MOST) {
                return lines;
            }
        }
        List<String> cut = new ArrayList<>(lines.subList(0, MOST));
        cut.add("... and findings of more checks, all in " + report);
        return cut;
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

    private void check(String check, List<List<Finding>> blocks) {
        for (int i = 0; i < blocks.size() && i < room.blocks; i++) {
            block(blocks.get(i), i == 0);
        }
        if (blocks.size() <= room.blocks) {
            if (room.others == 0) {
                lines.add("");
            }
            return;
        }
        List<List<Finding>> rest = blocks.subList(room.blocks, blocks.size());
        if (room.brief > 0) {
            lines.add("More by " + check + ":");
        }
        rest.stream()
                .limit(room.brief)
                .forEach(block -> lines.add("   - " + where(block) + ": " + Brief.cut(cause(block))));
        if (rest.size() > room.brief) {
            int left = rest.stream().skip(room.brief).mapToInt(List::size).sum();
            lines.add("   - and " + Counts.of(left, "finding") + " more" + (room.brief > 0 ? "" : " by " + check)
                    + ", all in " + report);
        }
        lines.add("");
    }

    private void block(List<Finding> block, boolean advised) {
        Finding first = block.get(0);
        boolean shared = shared(block);
        lines.add(++number + ". " + where(block) + ": " + first.title() + " ["
                + first.id().check() + ", " + first.severity().name().toLowerCase(Locale.ROOT) + "]"
                + times(shared ? block.stream().mapToLong(Finding::occurrences).sum() : first.occurrences()));
        first.rootCause()
                .ifPresent(logged ->
                        logged.describe().stream().limit(room.message).forEach(l -> lines.add("   " + Brief.cut(l))));
        List<String> message = first.message().lines().toList();
        if (room.message == 1 && first.rootCause().isPresent()) {
            lines.set(lines.size() - 1, Brief.cut("   Root cause: " + first.id().cause()));
        } else if (room.message == 1) {
            message.stream().limit(1).forEach(l -> lines.add("   " + Brief.cut(l)));
        } else {
            Console.some(
                    message,
                    room.message,
                    l -> lines.add("   " + Brief.cut(l)),
                    l -> lines.add("   " + l),
                    "line",
                    report);
        }
        if (first.confirmation().filter(c -> c != Confirmation.CONFIRMED).isPresent()) {
            lines.add("   Run again: " + first.note());
        }
        reproduce(first);
        others(block, shared);
        if (advised && !first.advice().isEmpty() && room.others > 0) {
            lines.add(
                    "   What to do: " + String.join(" ", first.advice().lines().toList()));
        }
        if (room.others > 0) {
            lines.add("");
        }
    }

    private void reproduce(Finding finding) {
        if (finding.chain().isEmpty()) {
            if (!finding.reproduce().isEmpty()) {
                lines.add("   Reproduce: " + Brief.command(finding.reproduce(), report));
            }
            return;
        }
        List<String> calls = new ArrayList<>();
        finding.chain()
                .forEach(call -> calls.add((calls.size() + 1) + ". " + call.operation() + ": "
                        + call.exchange().response().status()));
        finding.response()
                .ifPresent(response ->
                        calls.add((calls.size() + 1) + ". " + finding.id().operation() + ": " + response.status()));
        if (room.message > 2) {
            lines.add("   Calls:");
            calls.forEach(call -> lines.add("     " + Brief.cut(call)));
        } else {
            lines.add(Brief.cut("   Calls: " + String.join(", ", calls)));
        }
        lines.add(
                "   Reproduce: sh " + report.replaceFirst("[^/\\\\]*$", "") + "reproduce/" + scripts.get(finding.id()));
    }

    private void others(List<Finding> block, boolean shared) {
        if (block.size() == 1 || room.others == 0) {
            return;
        }
        lines.add(shared ? "   " + shared(block.get(0), block) + ":" : "   The same check found here too:");
        block.stream()
                .skip(1)
                .limit(room.others)
                .forEach(f -> lines.add("     - " + Brief.cut(shared ? f.id().operation() : f.id().cause())
                        + times(f.occurrences()) + doubt(f)));
        if (block.size() > 1 + room.others) {
            lines.add("     - and " + (block.size() - 1 - room.others) + " more");
        }
    }

    private static String shared(Finding first, List<Finding> block) {
        return first.rootCause().map(logged -> logged.shared(block.size())).orElse("The same in");
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

    private static String times(long count) {
        return count == 1 ? "" : " (" + count + " times)";
    }
}

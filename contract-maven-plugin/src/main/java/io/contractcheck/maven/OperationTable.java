package io.contractcheck.maven;

import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.OperationSummary;
import io.contractcheck.event.RunSummary.PhaseSummary;
import io.contractcheck.json.Beginning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of each operation that was called, a line for each: the phases that called it by a letter, its cases, and the statuses reached
 * with their counts. Those that never reached 2xx come first, with the statuses of valid cases and the service's words; of the others as
 * many as there is room for, the least tested first where that is not all.
 */
final class OperationTable {
    private static final int MOST_ROWS = 40;
    private static final int LEAST_ROWS = 5;

    /** So many lines a person still reads, the rows of the table among them. */
    private static final int READ = 80;

    private static final int LABEL = 56;
    private static final int LINE = 110;

    private final RunSummary summary;
    private final int rows;
    private final String report;
    private final Map<String, Character> letters;
    private final List<String> lines = new ArrayList<>();
    private int labels;
    private int counts;

    private OperationTable(RunSummary summary, int rows, String report) {
        this.summary = summary;
        this.rows = rows;
        this.report = report;
        this.letters = letters(summary.phases().stream()
                .filter(p -> p.cases() > 0)
                .map(PhaseSummary::name)
                .toList());
    }

    /** How many operations there is room for beside so many other lines. */
    static int rows(int others) {
        return Math.max(LEAST_ROWS, Math.min(MOST_ROWS, READ - others));
    }

    /**
     * The lines; none if nothing was called.
     *
     * @param rows how many operations are shown at most
     */
    static List<String> lines(RunSummary summary, int rows, String report) {
        OperationTable table = new OperationTable(summary, rows, report);
        table.fill();
        return table.lines;
    }

    /** Of each name the first letter that none before it has. */
    private static Map<String, Character> letters(List<String> names) {
        Map<String, Character> letters = new LinkedHashMap<>();
        names.forEach(name -> letters.put(
                name,
                name.chars()
                        .mapToObj(c -> (char) c)
                        .filter(c -> !letters.containsValue(c))
                        .findFirst()
                        .orElse('*')));
        return letters;
    }

    private void fill() {
        List<OperationSummary> never = called(false);
        List<OperationSummary> reached = called(true);
        if (never.isEmpty() && reached.isEmpty()) {
            return;
        }
        int first = Math.min(rows, never.size());
        int second = Math.min(rows - first, reached.size());
        List<OperationSummary> shown = new ArrayList<>(never.subList(0, first));
        shown.addAll(
                second == reached.size()
                        ? reached
                        : reached.stream()
                                .sorted(Comparator.comparing(OperationTable::successes))
                                .limit(second)
                                .toList());
        labels = shown.stream().mapToInt(o -> label(o).length()).max().orElse(0);
        counts = shown.stream()
                .mapToInt(o -> Long.toString(o.cases()).length())
                .max()
                .orElse(0);
        lines.add("Cases and statuses by operation ("
                + letters.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", "))
                + ")");
        if (!never.isEmpty()) {
            lines.add("Never reached 2xx: " + Counts.of(never.size(), "operation") + " of "
                    + summary.operations().size() + ", here with the answers to valid cases");
            shown.subList(0, first).forEach(this::row);
            more(never.size() - first, "never");
        }
        if (!reached.isEmpty()) {
            if (!never.isEmpty() && second > 0) {
                lines.add("Reached 2xx: " + Counts.of(reached.size(), "operation"));
            }
            shown.subList(first, shown.size()).forEach(this::row);
            more(reached.size() - second, "");
        }
    }

    private void more(int rest, String never) {
        if (rest > 0) {
            lines.add("  ... and " + Counts.of(rest, "operation") + " more that " + (never.isEmpty() ? "" : never + " ")
                    + "reached 2xx, all in " + report);
        }
    }

    private List<OperationSummary> called(boolean reached) {
        return summary.operations().stream()
                .filter(o -> o.cases() > 0 && o.reached2xx() == reached)
                .toList();
    }

    private static long successes(OperationSummary operation) {
        return operation.statuses().entrySet().stream()
                .filter(e -> e.getKey() / 100 == 2)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private void row(OperationSummary operation) {
        StringBuilder phases = new StringBuilder();
        letters.forEach(
                (phase, letter) -> phases.append(operation.phases().containsKey(phase) ? letter.charValue() : '-'));
        String cases = Long.toString(operation.cases());
        String label = label(operation);
        String line = "  " + label + " ".repeat(labels - label.length()) + "  " + phases + "  "
                + " ".repeat(counts - cases.length()) + cases + "  " + answers(operation);
        lines.add(line.length() <= LINE ? line.stripTrailing() : Beginning.of(line, LINE - 3) + "...");
    }

    private static String answers(OperationSummary operation) {
        if (operation.reached2xx()) {
            return statuses(operation.statuses());
        }
        String why = operation.whyNot().orElse("");
        String said = why.replaceFirst("^\\d{3} ?", "");
        String statuses = statuses(operation.positives());
        return String.join(" ", (statuses + " " + said).trim().lines().toList());
    }

    private static String statuses(Map<Integer, Long> counts) {
        return counts.entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Of a long one the end, since its beginning is what many have. */
    private static String label(OperationSummary operation) {
        String label = operation.label();
        int method = label.indexOf(' ') + 1;
        return label.length() <= LABEL
                ? label
                : label.substring(0, method) + "..." + label.substring(label.length() - (LABEL - method - 3));
    }
}

package io.contractcheck.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** A tally in words. */
final class CorpusReport {
    private CorpusReport() {}

    /** The rows of the table. */
    static String table(Tally tally, double seconds) {
        return String.join(
                "\n",
                "| | |",
                "|---|--:|",
                row("documents", tally.documents()),
                row("– refused with a reason", tally.refused().size()),
                row("operations", tally.operations()),
                row(
                        "– broken in the document, each with its place",
                        tally.broken().size()),
                row(
                        "– without a positive case, each with its reason",
                        tally.unsatisfiable().size()),
                row("internal errors", tally.errors().size()),
                row("hangs", tally.hangs().size()),
                labels("positive", tally::positives),
                labels("negative", tally::negatives),
                row("seconds", Math.round(seconds)),
                row("CPU seconds: loading, making and proving cases", tally.makingSeconds()),
                row("CPU seconds: judging them", tally.judgingSeconds()),
                row("peak of the heap, judge included, MiB", peak() >> 20),
                "");
    }

    /** Why operations have no positive case, as rows of a table. */
    static String reasons(Tally tally) {
        List<String> all = new ArrayList<>(tally.broken());
        all.addAll(tally.unsatisfiable());
        return Reasons.byKind(all).entrySet().stream()
                .map(e -> row(e.getKey(), e.getValue()) + "\n")
                .collect(Collectors.joining("", "| no positive case, because of | operations |\n|---|--:|\n", ""));
    }

    private static String row(String name, long number) {
        return "| " + name + " | " + String.format(Locale.ROOT, "%,d", number) + " |";
    }

    private static String labels(String name, ToLongFunction<Verdict.Kind> count) {
        long agreed = count.applyAsLong(Verdict.Kind.AGREED);
        long interpreted = count.applyAsLong(Verdict.Kind.INTERPRETED);
        long disagreed = count.applyAsLong(Verdict.Kind.DISAGREED);
        return String.join(
                "\n",
                row(name + " cases judged", agreed + interpreted + disagreed),
                "| – labels the judge agrees with | "
                        + String.format(
                                Locale.ROOT, "%,d; %.4f %%", agreed, 100 * share(agreed, interpreted + disagreed))
                        + " |",
                row("– agrees once a named interpretation is made", interpreted),
                row("– does not agree", disagreed),
                row(name + " cases of which some part is not judged", count.applyAsLong(Verdict.Kind.NOT_JUDGED)));
    }

    static double share(long agreed, long disagreed) {
        return agreed + disagreed == 0 ? 1 : (double) agreed / (agreed + disagreed);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** Writes the table and all lists. */
    static synchronized void write(Tally tally, double seconds, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("table.md"), table(tally, seconds) + "\n" + reasons(tally));
            lines(folder, "refused", tally.refused());
            lines(folder, "broken", tally.broken());
            lines(folder, "unsatisfiable", tally.unsatisfiable());
            lines(folder, "disagreements", tally.disagreements());
            lines(folder, "interpreted", tally.interpreted());
            lines(folder, "errors", tally.errors());
            lines(folder, "hangs", tally.hangs());
            lines(
                    folder,
                    "slow",
                    tally.slow().stream()
                            .sorted(Comparator.comparing(Tally.Slow::millis).reversed())
                            .map(s -> s.millis() + " ms " + s.operation())
                            .toList());
            lines(
                    folder,
                    "not-judged",
                    tally.notJudged().entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                            .map(e -> e.getValue() + " " + e.getKey())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lines(Path folder, String name, List<String> lines) throws IOException {
        Files.writeString(
                folder.resolve(name + ".txt"), lines.stream().map(l -> l + "\n").collect(Collectors.joining()));
    }
}

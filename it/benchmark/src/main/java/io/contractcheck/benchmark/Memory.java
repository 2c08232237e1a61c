package io.contractcheck.benchmark;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Limits;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.ContractRun;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What is on the heap once it is cleaned up, again and again through a long run, and whether little of it is enough for a large document. */
record Memory(Path folder) {
    private static final int CASES = Integer.getInteger("benchmark.cases", 1_000_000);
    private static final int SAMPLES = 20;
    private static final int MINUTES = Integer.getInteger("benchmark.minutes", 5);

    private static Limits limits(Duration time) {
        return new Limits(Limits.DEFAULT_WORKERS, time, OptionalInt.empty(), true, Optional.empty());
    }

    /** A million random cases of ten operations. */
    void million(PrintStream out) throws IOException {
        Files.createDirectories(folder);
        Path document = folder.resolve("items.yaml");
        Files.writeString(document, ItemDocument.of(2));
        int operations = 2 * ItemDocument.OPERATIONS;
        List<Long> heap = run(document, "fuzzing", CASES / operations, CASES / SAMPLES, out);
        int tenth = Math.max(1, heap.size() / 10);
        double first = mean(heap.subList(0, tenth));
        double last = mean(heap.subList(heap.size() - tenth, heap.size()));
        out.printf("%nHeap after a collection, over %d cases%n", CASES);
        out.printf(
                "| First tenth, MiB | Last tenth, MiB | Ratio |%n|---|---|---|%n| %.1f | %.1f | %.2f |%n",
                first, last, last / first);
    }

    /** All phases on a large document, as far as they come in some minutes, against a service that accepts everything and keeps no promise. */
    void large(String name, Path document, PrintStream out) throws IOException {
        List<Long> heap = run(document.toAbsolutePath(), "", Generation.DEFAULT_MAX_EXAMPLES, 10_000, out);
        out.printf(
                "%nA whole run of %s (%d MB) with %d MiB of heap: at most %d MiB after a collection%n",
                name,
                Files.size(document) / 1_000_000,
                Runtime.getRuntime().maxMemory() >> 20,
                heap.stream().mapToLong(b -> b >> 20).max().orElse(0));
    }

    private List<Long> run(Path document, String phase, int examples, int every, PrintStream out) throws IOException {
        List<Long> heap = new ArrayList<>();
        long[] requests = {0};
        long begin = System.nanoTime();
        try (Served service = Served.start(phase.isEmpty())) {
            ContractConfig config = ContractConfig.of(document.toString())
                    .with(new Target(document.toString(), Optional.of(service.url()), folder))
                    .with(new Selection(
                            List.of(), List.of(), phase.isEmpty() ? List.of() : List.of(phase), List.of(), List.of()))
                    .with(new Generation(examples, OptionalLong.of(1)))
                    .with(limits(phase.isEmpty() ? Duration.ofMinutes(MINUTES) : Duration.ofHours(2)))
                    .with(new Reporting(folder.resolve("reports"), List.of()));
            RunSummary summary = ContractRun.run(config, List.of(), List.of(event -> {
                if (event instanceof RunEvent.CallAnswered && ++requests[0] % every == 0) {
                    heap.add(used());
                    out.printf(
                            "... %d requests in %.0f s, %.1f MiB%n",
                            requests[0], (System.nanoTime() - begin) / 1e9, heap.get(heap.size() - 1) / 1048576.0);
                }
            }));
            heap.add(used());
            out.printf(
                    "%d cases, %d requests, %d findings, %.0f s%n",
                    summary.cases(), summary.requests(), summary.findings().size(), (System.nanoTime() - begin) / 1e9);
        }
        return heap;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static double mean(List<Long> bytes) {
        return bytes.stream().mapToLong(b -> b).average().orElse(0) / 1048576;
    }
}

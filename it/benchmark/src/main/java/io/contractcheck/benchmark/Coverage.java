package io.contractcheck.benchmark;

import io.contractcheck.ContractCases;
import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.event.RunEvent;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Reads a document and makes the cases of the coverage phase of all its operations. */
record Coverage(String name, Path document) {
    private static final long PROGRESS = 50_000;

    void run(PrintStream out) {
        ContractConfig config = ContractConfig.of(document.toAbsolutePath().toString())
                .with(new Selection(List.of(), List.of(), List.of("coverage"), List.of(), List.of()))
                .with(new Generation(Generation.DEFAULT_MAX_EXAMPLES, OptionalLong.of(1)));
        AtomicLong operations = new AtomicLong();
        AtomicLong read = new AtomicLong();
        AtomicLong cases = new AtomicLong();
        AtomicLong errors = new AtomicLong();
        long begin = Cpu.nanos();
        ContractCases.Made made = ContractCases.generate(
                config,
                List.of(),
                List.of(event -> {
                    if (event instanceof RunEvent.RunStarted started) {
                        operations.set(started.operations().size());
                        read.set(Cpu.nanos() - begin);
                    } else if (event instanceof RunEvent.ErrorOccurred error) {
                        errors.incrementAndGet();
                        out.println("Error: " + error.message());
                    }
                }),
                one -> {
                    if (cases.incrementAndGet() % PROGRESS == 0) {
                        out.printf(
                                "... %d cases in %.0f CPU s, peak heap %d MiB, now at %s%n",
                                cases.get(),
                                (Cpu.nanos() - begin) / 1e9,
                                peak() >> 20,
                                one.id().operation());
                    }
                });
        long making = Cpu.nanos() - begin - read.get();
        out.printf(
                "%nCoverage of %s (%s, %d MB)%n",
                name, document.getFileName(), document.toFile().length() / 1_000_000);
        out.printf("| Operations | Without cases | Errors | Positive | Negative | Reading, CPU s | Making, CPU s |"
                + " Cases per CPU s | Peak heap, MiB |%n");
        out.printf("|---|---|---|---|---|---|---|---|---|%n");
        out.printf(
                "| %d | %d | %d | %d | %d | %.1f | %.1f | %.0f | %d |%n",
                operations.get(),
                made.without().size(),
                errors.get(),
                made.positives(),
                made.negatives(),
                read.get() / 1e9,
                making / 1e9,
                cases.get() * 1e9 / making,
                peak() >> 20);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}

package io.contractcheck.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Benchmarks in a process of their own, which begins with nothing loaded and has a heap of its own. */
record Child(Path folder, String heap) {
    /** @throws IOException if it failed */
    void run(String... names) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Dbenchmark.github=" + System.getProperty("benchmark.github", ""),
                "-Dbenchmark.cases=" + Integer.getInteger("benchmark.cases", 1_000_000),
                "-Dbenchmark.minutes=" + Integer.getInteger("benchmark.minutes", 5),
                "-cp",
                System.getProperty("java.class.path"),
                Benchmarks.class.getName(),
                folder.toString()));
        command.addAll(List.of(names));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", names) + " with " + heap + " of heap ended with " + status);
        }
    }
}

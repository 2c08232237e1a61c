package io.contractcheck.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs the benchmarks that are named after the folder for what is fetched. */
public final class Benchmarks {
    private Benchmarks() {}

    /** For the JVM. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Corpus corpus = new Corpus(Path.of(arguments[0]).resolve("corpus"));
        List<String> names = Arrays.asList(arguments).subList(1, arguments.length);
        System.out.printf(
                "Java %s, %d processors, %d MiB of heap%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        if (names.contains("engine")) {
            new Speed(Path.of(arguments[0]).resolve("engine")).run(System.out);
        }
        if (names.contains("values")) {
            new Values().run(System.out);
        }
        if (names.contains("coverage")) {
            new Coverage("GitHub's API", corpus.github()).run(System.out);
        }
        if (names.contains("largest")) {
            new Coverage("the largest document", corpus.largest()).run(System.out);
        }
    }
}

package io.contractcheck.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs the benchmarks that are named after the folder for what is fetched. */
public final class Benchmarks {
    private static final int STARTS = 5;

    private Benchmarks() {}

    /** For the JVM. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Corpus corpus = new Corpus(Path.of(arguments[0]).resolve("corpus"));
        List<String> names = Arrays.asList(arguments).subList(1, arguments.length);
        if (!names.contains("begin") && !names.contains("begin-bare")) {
            System.out.printf(
                    "Java %s, %d processors, %d MiB of heap%n",
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() >> 20);
        }
        Path folder = Path.of(arguments[0]);
        if (names.contains("engine")) {
            new Speed(folder.resolve("engine")).run(System.out);
        }
        if (names.contains("memory")) {
            new Child(folder, "256m").run("million");
            new Child(folder, "256m").run("github");
        }
        if (names.contains("million")) {
            new Memory(folder.resolve("memory")).million(System.out);
        }
        if (names.contains("github")) {
            new Memory(folder.resolve("memory")).large("GitHub's API", corpus.github(), System.out);
        }
        if (names.contains("start")) {
            System.out.printf("%nTo the first answer%n| | Seconds | CPU seconds |%n|---|---|---|%n");
            for (int i = 0; i < STARTS; i++) {
                new Child(folder, "2g").run("begin-bare");
                new Child(folder, "2g").run("begin");
            }
        }
        if (names.contains("begin")) {
            new Start(folder.resolve("start")).run(System.out);
        }
        if (names.contains("begin-bare")) {
            new Start(folder.resolve("start")).bare(System.out);
        }
        if (names.contains("restore")) {
            new Restore(folder.toAbsolutePath().resolve("restore")).run(System.out);
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

package io.contractcheck.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A process and all that it started, so far as it can be known: its descendants as they are remembered, and on Linux also those whose
 * parents are gone, by a variable of the environment that they inherited. Needs nothing but the JDK, since {@link Keeping} uses it too.
 */
final class ProcessTree {
    /** The variable that a process gives to all that it starts. */
    static final String VARIABLE = "CONTRACT_PROCESS";

    private static final Path PROCESSES = Path.of("/proc");
    private static final long PAUSE_MILLIS = 20;

    private final String mark;
    private final Set<ProcessHandle> known = new LinkedHashSet<>();

    /** @param mark the value of {@link #VARIABLE} that no other process has; empty for none */
    ProcessTree(ProcessHandle root, String mark) {
        this.mark = mark;
        known.add(root);
    }

    /** Looks who is there, and remembers it: a child is not found any more once its parent is gone. */
    synchronized List<ProcessHandle> living() {
        for (ProcessHandle process : List.copyOf(known)) {
            process.descendants().forEach(known::add);
        }
        for (ProcessHandle process : marked(mark)) {
            known.add(process);
            process.descendants().forEach(known::add);
        }
        return known.stream().filter(ProcessTree::isAlive).toList();
    }

    /** Asks all to end, and after a while makes all end. Whether all of them did. */
    boolean end(Duration grace) {
        List<ProcessHandle> living = living();
        living.forEach(ProcessHandle::destroy);
        if (gone(grace)) {
            return true;
        }
        // Some may be started while others are killed
        for (int i = 0; i < 5; i++) {
            living().forEach(ProcessHandle::destroyForcibly);
            if (gone(Duration.ofSeconds(1))) {
                return true;
            }
        }
        return living().isEmpty();
    }

    private boolean gone(Duration within) {
        long end = System.nanoTime() + within.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                // Reading the environment of all processes takes its time, so it is done once the known ones are gone
                if (knownAreGone() && living().isEmpty()) {
                    return true;
                }
                if (System.nanoTime() - end >= 0) {
                    return false;
                }
                try {
                    Thread.sleep(PAUSE_MILLIS);
                } catch (InterruptedException e) {
                    interrupted = true; // what was started must still not be left
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized boolean knownAreGone() {
        return known.stream().noneMatch(ProcessTree::isAlive);
    }

    /** Whether it runs: what has ended, and whose parent did not ask how, does not. */
    static boolean isAlive(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(PROCESSES.resolve(process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z") || hasThreads(process.pid());
        } catch (IOException | RuntimeException e) {
            return process.isAlive();
        }
    }

    /** Whether some of its threads have not ended yet, though its first one has: what it holds is let go with the last. */
    private static boolean hasThreads(long pid) throws IOException {
        try (Stream<Path> threads = Files.list(PROCESSES.resolve(pid + "/task"))) {
            return threads.limit(2).count() > 1;
        }
    }

    /** Those that inherited a mark; none where nobody can tell, as on other systems than Linux. */
    static List<ProcessHandle> marked(String mark) {
        List<ProcessHandle> marked = new ArrayList<>();
        if (mark.isEmpty() || !Files.isDirectory(PROCESSES)) {
            return marked;
        }
        String variable = "\0" + VARIABLE + "=" + mark + "\0";
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[1-9]*")) {
            for (Path process : processes) {
                environment(process)
                        .filter(e -> e.contains(variable))
                        .flatMap(e -> ProcessHandle.of(
                                Long.parseLong(process.getFileName().toString())))
                        .ifPresent(marked::add);
            }
        } catch (IOException | RuntimeException e) {
            return marked; // those that were found
        }
        return marked;
    }

    private static Optional<String> environment(Path process) {
        try {
            return Optional.of("\0" + Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1) + "\0");
        } catch (IOException e) {
            return Optional.empty(); // another user's, or gone
        }
    }
}

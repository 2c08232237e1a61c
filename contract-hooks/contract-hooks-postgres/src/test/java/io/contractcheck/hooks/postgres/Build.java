package io.contractcheck.hooks.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own in which a database is {@link Opened}. */
final class Build implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Build(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static Build start(Map<String, String> environment, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Opened.class.getName()));
        command.addAll(Arrays.asList(settings));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return new Build(builder.start());
    }

    /** What it says of its database, once it has one. */
    String said() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** Kills it, and waits until everything that it started has ended. */
    void kill() throws Exception {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly().waitFor();
        for (ProcessHandle each : started) {
            each.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

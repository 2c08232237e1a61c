package io.contractcheck.service;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cleans up after this JVM, however it ends: a small JVM of its own that is told what there is to do, and does it in reverse order once this
 * one is gone, be it killed. What was cleaned up in the usual way is {@linkplain Kept#forget forgotten}.
 *
 * <pre>{@code
 * Keeper keeper = Keeper.start();
 * Keeper.Kept kept = keeper.kill(process.toHandle());
 * ...
 * process.destroy();
 * kept.forget();
 * keeper.close();
 * }</pre>
 *
 * <p>Thread-safe. A keeper that is killed itself keeps nothing, and nobody is told.
 */
public final class Keeper implements AutoCloseable {
    /** How long {@link #act} waits for all to be done. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final List<String> JVM_OPTIONS =
            List.of("-Xms2m", "-Xmx16m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    private final Process process;
    private final Writer lines;
    private long next;

    private Keeper(Process process) {
        this.process = process;
        this.lines = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII));
    }

    /** Something to do that can be called off. */
    @FunctionalInterface
    public interface Kept {
        /** It need not be done any more. */
        void forget();
    }

    /**
     * Starts a keeper with nothing to do, and does not wait for it. It runs on this JVM's own JDK and needs about 40 MB.
     *
     * @throws ServiceException if it cannot be started
     */
    public static Keeper start() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = Stream.of(
                        Stream.of(java.toString()),
                        JVM_OPTIONS.stream(),
                        Stream.of("-cp", classPath().toString(), Keeping.class.getName()))
                .flatMap(part -> part)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // They are meant for other JVMs, and an agent with a port could run only once
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
        try {
            return new Keeper(builder.start());
        } catch (IOException e) {
            throw new ServiceException(
                    "the process that cleans up after this one cannot be started: " + e.getMessage(), e);
        }
    }

    private static Path classPath() {
        CodeSource source = Keeper.class.getProtectionDomain().getCodeSource();
        try {
            if (source != null && source.getLocation() != null) {
                return Path.of(source.getLocation().toURI());
            }
        } catch (URISyntaxException | RuntimeException e) {
            throw new ServiceException("the place of contract-core is unknown: " + e.getMessage(), e);
        }
        throw new ServiceException("the place of contract-core is unknown");
    }

    /** Ends a process and all its descendants: at first it asks, and after five seconds it kills. */
    public Kept kill(ProcessHandle process) {
        return kill(process, "");
    }

    /** Ends a process and its descendants, and those that inherited the mark. */
    Kept kill(ProcessHandle process, String mark) {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(-1L);
        return tell("kill", List.of(Long.toString(process.pid()), Long.toString(started), mark));
    }

    /** Runs a command, without a shell and without input, for 15 seconds at most; nobody sees what it prints. */
    public Kept run(List<String> command) {
        return tell("run", command);
    }

    /** Deletes a file, or a folder with all that is in it; links are not followed. */
    public Kept delete(Path path) {
        return tell("delete", List.of(path.toAbsolutePath().toString()));
    }

    /**
     * Sends a request without a body to a socket of the machine, such as Docker's, and waits for the answer, 15 seconds at most; whatever
     * the answer is.
     *
     * @param socket its file, as {@code /var/run/docker.sock}
     * @param method as {@code DELETE}
     * @param target path and query, as {@code /containers/c0ffee?force=true&v=true}
     */
    public Kept request(Path socket, String method, String target) {
        return tell("request", List.of(socket.toAbsolutePath().toString(), method, target));
    }

    /** Does now all that is left to do, waits until it is done, and ends. */
    public void act() {
        end("act");
    }

    /** Ends, and does nothing of what is left. */
    @Override
    public void close() {
        end("leave");
    }

    /** Waits until it listens, from when on signals do not end it. */
    void awaitListening() throws IOException {
        if (process.getInputStream().read() < 0) {
            throw new IOException("the keeper has ended");
        }
    }

    /** Whether it runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    private synchronized Kept tell(String verb, List<String> words) {
        long number = next++;
        write(verb, number, words);
        return () -> write("forget", number, List.of());
    }

    private synchronized void write(String verb, long number, List<String> words) {
        try {
            lines.write(words.stream()
                    .map(w -> Base64.getEncoder().encodeToString(w.getBytes(StandardCharsets.UTF_8)) + ".")
                    .collect(Collectors.joining(" ", verb + " " + number + " ", "\n")));
            lines.flush();
        } catch (IOException e) {
            // It is gone; then this JVM cleans up by itself as long as it can
        }
    }

    private void end(String verb) {
        write(verb, next, List.of());
        try {
            process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

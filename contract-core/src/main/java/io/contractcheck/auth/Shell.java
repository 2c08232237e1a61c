package io.contractcheck.auth;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a command as a shell would, for as long as it may, and keeps what it prints. */
final class Shell {
    /** Bytes of either output that are kept. */
    static final int LARGEST = 1 << 20;

    private static final int GRACE_MILLIS = 500;

    private Shell() {}

    /**
     * What became of a command.
     *
     * @param status that it ended with; meaningless if it was killed
     * @param output what it printed, as far as it was kept
     * @param errors the end of its error output
     * @param end how it ended
     */
    record Outcome(int status, byte[] output, byte[] errors, End end) {}

    /** How a command ended. */
    enum End {
        /** By itself. */
        DONE,
        /** It was killed, as time was over. */
        KILLED,
        /** It was killed, as it printed without end. */
        FLOODED
    }

    /**
     * Runs a command to its end, with no input.
     *
     * @throws IOException if it cannot be started
     * @throws InterruptedException if this thread is to stop; the command is killed
     */
    static Outcome run(String command, Path directory, Duration timeout) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        long end = System.nanoTime() + timeout.toNanos();
        Process process = new ProcessBuilder(windows ? List.of("cmd", "/c", command) : List.of("sh", "-c", command))
                .directory(directory.toAbsolutePath().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File(windows ? "NUL" : "/dev/null")))
                .start();
        try {
            Reader output = new Reader(process.getInputStream(), process);
            Reader errors = new Reader(process.getErrorStream(), null);
            boolean ended = process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            output.finish();
            errors.finish();
            int status = ended ? process.exitValue() : -1;
            End how = output.flooded ? End.FLOODED : ended ? End.DONE : End.KILLED;
            return new Outcome(status, output.bytes(), errors.bytes(), how);
        } finally {
            kill(process.toHandle());
        }
    }

    /** Kills it and all that it started, the parents first, so that none is started anew. */
    private static void kill(ProcessHandle process) {
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly();
        children.forEach(Shell::kill);
    }

    /** Reads all of an output, so that nothing that writes to it waits. What may not flood is killed if it does. */
    private static final class Reader implements Runnable {
        private final InputStream in;
        private final @Nullable Process killed;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final Thread thread = new Thread(this, "contract-command");
        private volatile boolean flooded;

        Reader(InputStream in, @Nullable Process killed) {
            this.in = in;
            this.killed = killed;
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void run() {
            byte[] buffer = new byte[8192];
            try (in) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    keep(buffer, n);
                    if (flooded && killed != null) {
                        kill(killed.toHandle());
                        return;
                    }
                }
            } catch (IOException e) {
                // its writer was killed
            }
        }

        private synchronized void keep(byte[] buffer, int n) {
            if (kept.size() + n <= LARGEST) {
                kept.write(buffer, 0, n);
            } else if (killed == null) {
                kept.reset(); // the end of an error output says most
                kept.write(buffer, 0, n);
            } else {
                flooded = true;
            }
        }

        synchronized byte[] bytes() {
            return kept.toByteArray();
        }

        /**
         * Waits until all is read that was written before the command ended. What it left running in the background may hold the
         * output open for ever, and is not waited for.
         */
        void finish() throws InterruptedException {
            thread.join(GRACE_MILLIS);
        }
    }
}

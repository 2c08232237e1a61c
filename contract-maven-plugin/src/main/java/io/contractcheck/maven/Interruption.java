package io.contractcheck.maven;

import io.contractcheck.ContractRun;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Ends a run with its record and its reports when Maven is to end, as by Ctrl-C or SIGTERM. What hangs is abandoned after some seconds, since
 * whoever ends Maven does not wait for long either.
 */
final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    /** For what has to be written then. */
    private static final Duration WRITING = Duration.ofSeconds(2);

    private Interruption() {}

    /** The result of a run, which ends so if need be. */
    static <T> T ending(ContractRun.Recording recording, Console console, Supplier<T> run) {
        Thread hook = new Thread(() -> end(recording, console), "contract-interruption");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            recording.stop(); // Maven is ending already
        }
        try {
            return run.get();
        } finally {
            remove(hook);
        }
    }

    private static void end(ContractRun.Recording recording, Console console) {
        console.warn("Stopping: no more cases are sent; those that are running may take " + PATIENCE.toSeconds()
                + " s more.");
        // On a thread of its own, since a listener that hangs must not keep Maven from ending
        Thread ending = new Thread(() -> recording.stop(PATIENCE), "contract-ending");
        ending.setDaemon(true);
        ending.start();
        try {
            ending.join(PATIENCE.plus(WRITING).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running just now, and sees that the run has ended
        }
    }
}

package io.contractcheck.service;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A command that must end by itself, and well.
 *
 * @param name as messages name it
 * @param id its part of the mark
 * @param command for {@code sh}, or {@code cmd} on Windows; it has no input
 * @param timeout after which it is killed
 * @param timeoutParameter which sets that
 * @param output where its standard output goes
 * @param errors where its error output goes, which may be the same
 * @param background whether what it leaves in the background goes on until the end of all
 */
public record BoundedCommand(
        String name,
        String id,
        String command,
        Duration timeout,
        String timeoutParameter,
        Path output,
        Path errors,
        boolean background) {
    private static final Duration GRACE = Duration.ofSeconds(2);

    /**
     * One that makes ready what the service needs, such as one that migrates or seeds a database.
     *
     * @param number among all, from 1
     */
    public static BoundedCommand setUp(int number, String command, Duration timeout, Path log) {
        return new BoundedCommand(
                "setUp: command " + number, "set-up-" + number, command, timeout, "setUpTimeout", log, log, true);
    }

    /** One that prints an API's document. */
    public static BoundedCommand document(String command, Duration timeout, Path document, Path log) {
        return new BoundedCommand(
                "specCommand: the command", "document", command, timeout, "startupTimeout", document, log, false);
    }

    /**
     * Runs it to its end.
     *
     * @param cleanup which ends it if this JVM is to end meanwhile, and what it leaves in the background
     * @throws ServiceException if it fails, or takes too long, with its last words
     */
    public void run(Surroundings surroundings, Cleanup cleanup) {
        Running running = surroundings.start(
                id,
                name,
                new Program.Shell(command).words(output.toAbsolutePath().getParent()),
                Redirect.appendTo(Logs.begun(output).toFile()),
                Redirect.appendTo(Logs.begun(errors).toFile()));
        Cleanup.Part part = cleanup.add(() -> running.end(GRACE));
        boolean well = false;
        try {
            running.process().getOutputStream().close();
            await(running, surroundings);
            well = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(name + " was interrupted: " + surroundings.shown(command), e);
        } catch (IOException e) {
            throw new ServiceException(name + " cannot be run: " + e.getMessage(), e);
        } finally {
            if (!well || !background) {
                running.end(GRACE);
                part.forget();
            }
        }
    }

    private void await(Running running, Surroundings surroundings) throws InterruptedException {
        if (!running.ended(timeout)) {
            throw new ServiceException(name + " did not end within " + Times.text(timeout) + " and was killed: "
                    + surroundings.shown(command) + "\nGive it longer with <" + timeoutParameter + ">"
                    + (background ? ", or let it go on in the background if it is a server." : ".")
                    + surroundings.tail("its output", new ServiceLog(errors)));
        }
        int status = running.process().exitValue();
        if (status != 0) {
            throw new ServiceException(name + " failed with " + Surroundings.describe(status) + ": "
                    + surroundings.shown(command) + surroundings.tail("its output", new ServiceLog(errors)));
        }
    }
}

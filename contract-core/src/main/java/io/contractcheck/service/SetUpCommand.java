package io.contractcheck.service;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A command that makes ready what the service needs, such as one that migrates or seeds a database. It must end by itself; what it leaves in
 * the background goes on until the service has ended.
 *
 * @param number among all, from 1
 * @param command for {@code sh}, or {@code cmd} on Windows
 * @param timeout after which it is killed
 * @param log where its output goes
 */
public record SetUpCommand(int number, String command, Duration timeout, Path log) {
    private static final Duration GRACE = Duration.ofSeconds(2);

    /**
     * Runs it to its end.
     *
     * @param cleanup which ends it if this JVM is to end meanwhile
     * @throws ServiceException if it fails, or takes too long
     */
    public void run(Surroundings surroundings, Cleanup cleanup) {
        String name = "setUp: command " + number;
        Running running = surroundings.start(
                "set-up-" + number,
                name,
                new Program.Shell(command).words(log.toAbsolutePath().getParent()),
                Redirect.appendTo(Logs.begun(log).toFile()),
                Redirect.appendTo(log.toFile()));
        Cleanup.Part part = cleanup.add(() -> running.end(GRACE));
        try {
            running.process().getOutputStream().close();
        } catch (IOException e) {
            // it has ended already
        }
        boolean well = false;
        try {
            if (!running.ended(timeout)) {
                throw new ServiceException(name + " did not end within " + Times.text(timeout) + " and was killed: "
                        + surroundings.shown(command)
                        + "\nGive it longer with <setUpTimeout>, or let it go on in the background"
                        + " if it is a server." + surroundings.tail("its output", new ServiceLog(log)));
            }
            int status = running.process().exitValue();
            if (status != 0) {
                throw new ServiceException(name + " failed with " + Surroundings.describe(status) + ": "
                        + surroundings.shown(command) + surroundings.tail("its output", new ServiceLog(log)));
            }
            well = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(name + " was interrupted: " + surroundings.shown(command), e);
        } finally {
            if (!well) {
                running.end(GRACE);
                part.forget();
            }
        }
    }
}

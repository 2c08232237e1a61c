package io.contractcheck.service;

import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A service under test that this JVM started. Its output goes to a file, without a pipe that could fill.
 *
 * <pre>{@code
 * try (Service service = Service.start(settings, surroundings)) {
 *     service.awaitReady();
 *     ...
 * }
 * }</pre>
 */
public final class Service implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LAST_LINES = 100;

    /** As Java, Spring Boot, Python and Node say it. */
    private static final Pattern PORT_TAKEN =
            Pattern.compile("(?i)address already in use|port \\d+ (?:was|is) already in use|EADDRINUSE|BindException");

    private final ServiceSettings settings;
    private final Surroundings surroundings;
    private final Running running;
    private final ServiceLog log;
    private boolean stopped;

    private Service(ServiceSettings settings, Surroundings surroundings, Running running) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.running = running;
        this.log = new ServiceLog(settings.log());
    }

    /**
     * Starts it, and does not wait for it.
     *
     * @throws ServiceException if it cannot be started, or another one is in its place already
     */
    public static Service start(ServiceSettings settings, Surroundings surroundings) {
        settings.port().filter(port -> !Ports.isFree(port)).ifPresent(port -> {
            throw new ServiceException(
                    "port " + port + " is taken: another process of this machine has it. Stop that one, or"
                            + " leave <port> out, so that a free port is picked.");
        });
        ServiceLog log = new ServiceLog(Logs.begun(settings.log()));
        Probe before = new Probe(settings.readiness(), log);
        if (before.holds()) {
            throw new ServiceException(
                    "something else is in the place of the service already: before it was started, there was"
                            + " no need to wait for " + settings.readiness().describe()
                            + ". Stop what is there, or let the service use"
                            + " @{contract.port}.");
        }
        Running running = surroundings.start(
                "service",
                "The service",
                settings.program().words(settings.log().toAbsolutePath().getParent()),
                Redirect.appendTo(settings.log().toFile()),
                Redirect.appendTo(settings.log().toFile()));
        return new Service(settings, surroundings, running);
    }

    /**
     * Waits until it can be called.
     *
     * @throws ServiceException if it ends before, or takes too long, with the last lines of its log
     */
    public void awaitReady() {
        Probe probe = new Probe(settings.readiness(), log);
        long end = System.nanoTime() + settings.startTimeout().toNanos();
        try {
            while (!probe.holds()) {
                if (running.ended(PAUSE)) {
                    awaitBackground();
                }
                if (System.nanoTime() - end >= 0) {
                    throw late(probe);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("waiting for the service was interrupted", e);
        }
        if (!running.process().isAlive()) {
            // What answers may be somebody else, unless it went into the background
            awaitBackground();
        }
    }

    /** What has ended well may have left a service in the background; a pause, then, if it did. */
    private void awaitBackground() {
        int status = running.process().exitValue();
        if (status != 0 || !running.isAlive()) {
            throw died(status);
        }
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("waiting for the service was interrupted", e);
        }
    }

    private ServiceException died(int status) {
        boolean taken = log.tail(LAST_LINES).stream()
                .anyMatch(line -> PORT_TAKEN.matcher(line).find());
        String why = status == 0
                ? "\nA service must stay in the foreground, so that it can be watched and stopped."
                : taken
                        ? "\nIts log says that a port is taken. Let it listen on @{contract.port}, and on"
                                + " @{contract.port.NAME} where it needs more than one."
                        : "";
        return new ServiceException("The service ended with " + Surroundings.describe(status) + " before it was ready: "
                + surroundings.shown(settings.program().describe()) + why + surroundings.tail("its log", log));
    }

    private ServiceException late(Probe probe) {
        return new ServiceException("The service was not ready within " + Times.text(settings.startTimeout()) + ": "
                + surroundings.shown(settings.program().describe())
                + "\nIt runs, and " + settings.readiness().describe() + " was waited for"
                + (probe.seen().isEmpty() ? "" : "; the last attempt gave " + surroundings.shown(probe.seen()))
                + ".\nGive it longer with <startTimeout>, or look at where it listens: its port must be @{contract.port}."
                + surroundings.tail("its log", log));
    }

    /** Its process. */
    public long pid() {
        return running.process().pid();
    }

    /** What it writes. */
    public ServiceLog log() {
        return log;
    }

    /** How it ended by itself, with the last lines of its log; nothing if it runs, or was stopped. */
    public synchronized Optional<String> ended() {
        if (stopped || running.process().isAlive() || running.isAlive()) {
            return Optional.empty();
        }
        return Optional.of("The service had ended by itself, with "
                + Surroundings.describe(running.process().exitValue()) + "."
                + surroundings.tail("its log", log));
    }

    /**
     * Stops it, with all processes that it started, and waits until they are gone.
     *
     * @throws ServiceException if some cannot be killed
     */
    @Override
    public synchronized void close() {
        if (stopped) {
            return;
        }
        stopped = true;
        int left = running.end(settings.stopTimeout());
        if (left > 0) {
            throw new ServiceException(left + " of the service's processes could not be ended, the first was "
                    + running.process().pid() + ". They may wait for a disk or belong to another user.");
        }
    }
}

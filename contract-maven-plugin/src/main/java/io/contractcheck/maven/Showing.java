package io.contractcheck.maven;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Shows how far a run is: on a terminal in one line that lives, otherwise in a line of the log every half minute. */
final class Showing {
    private static final Duration LIVING = Duration.ofMillis(250);
    private static final Duration LOGGED = Duration.ofSeconds(30);

    private final Progress progress;
    private final Terminal terminal;
    private final Console console;

    /** @param console writes on the terminal, if there is one */
    Showing(Progress progress, Terminal terminal, Console console) {
        this.progress = progress;
        this.terminal = terminal;
        this.console = console;
    }

    /** The result of a run that is shown while it goes on. */
    <T> T during(Supplier<T> run) {
        Duration every = terminal.isThere() ? LIVING : LOGGED;
        ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(beat -> {
            Thread thread = new Thread(beat, "contract-progress");
            thread.setDaemon(true);
            return thread;
        });
        pulse.scheduleAtFixedRate(this::show, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return run.get();
        } finally {
            pulse.shutdown();
            terminal.clear();
        }
    }

    /** Shows how far it is now; nothing before and after. */
    void show() {
        if (terminal.isThere()) {
            terminal.show(progress::line);
        } else {
            terminal.without(() -> progress.line().ifPresent(console::info));
        }
    }
}

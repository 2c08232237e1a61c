package io.contractcheck.http;

import java.time.Duration;
import java.time.Instant;

/** Time that passes, and waiting for it. Thread-safe. */
public interface Watch {
    /** The time of this machine. */
    static Watch system() {
        return SystemWatch.INSTANCE;
    }

    /** Nanoseconds since some moment, as {@link System#nanoTime} tells them. */
    long nanos();

    /** The moment on the calendar. */
    Instant now();

    /**
     * Waits.
     *
     * @throws InterruptedException if the thread is to do something else
     */
    void sleep(Duration time) throws InterruptedException;
}

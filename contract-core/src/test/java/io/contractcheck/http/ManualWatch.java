package io.contractcheck.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only while somebody waits for it. */
public final class ManualWatch implements Watch {
    private final List<Duration> waits = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Instant now() {
        return Instant.parse("2026-11-21T12:00:00Z").plusNanos(nanos);
    }

    @Override
    public synchronized void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        waits.add(time);
        nanos += time.toNanos();
    }

    /** What was waited for, in order. */
    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    /** Time passes without anybody having waited for it. */
    public synchronized void pass(Duration time) {
        nanos += time.toNanos();
    }
}

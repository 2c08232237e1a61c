package io.contractcheck.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The time of this machine. */
enum SystemWatch implements Watch {
    INSTANCE;

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }
}

package io.contractcheck.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Lets requests go at a rate, evenly: after a tenth of a second's worth at once, each waits for its own moment. Thread-safe. */
final class RateLimit {
    private final Bucket bucket;
    private final Watch watch;

    RateLimit(Rate rate, Watch watch) {
        this.watch = watch;
        long tenth = rate.requests() * 100_000_000L / rate.per().toNanos();
        bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(Math.max(1, tenth))
                        .refillGreedy(1, rate.per().dividedBy(rate.requests())))
                .withCustomTimePrecision(new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return watch.nanos();
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return false;
                    }
                })
                .build();
    }

    void await() throws InterruptedException {
        bucket.asBlocking().consume(1, nanos -> watch.sleep(Duration.ofNanos(nanos)));
    }
}

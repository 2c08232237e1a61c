package io.contractcheck.internal.engine;

import io.contractcheck.event.RunEvent.RunCut;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How much of a run may still be done. A tenth of its time is kept for running failures again. Thread-safe.
 */
final class Budget {
    private static final int KEPT = 10;

    private final LongSupplier nanos;
    private final Duration maxTime;
    private final long begin;
    private final AtomicReference<RunCut.@Nullable Reason> stopped = new AtomicReference<>();

    /** @param nanos tells the time, in nanoseconds since some moment */
    Budget(Duration maxTime, LongSupplier nanos) {
        this.maxTime = maxTime;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    /** Nothing more is to be begun; the first reason counts, unless somebody wants it stopped. */
    void stop(RunCut.Reason reason) {
        stopped.updateAndGet(known -> known == null || reason == RunCut.Reason.STOPPED ? reason : known);
    }

    /** Why nothing more is to be begun, if so. */
    RunCut.@Nullable Reason stopped() {
        return stopped.get();
    }

    /** Whether cases may be begun until then. */
    boolean lets(long until) {
        return stopped.get() == null && nanos.getAsLong() - begin < until;
    }

    /** Until when cases may be begun at all, in nanoseconds since the run began. */
    long end() {
        return maxTime.toNanos() - maxTime.toNanos() / KEPT;
    }

    /** Until when the first of some parts of what is left may begin cases. */
    long share(int weight, int weights) {
        long now = nanos.getAsLong() - begin;
        return now + (end() - now) / weights * weight;
    }

    /** Whether failures may be run again. */
    boolean letsRetry() {
        RunCut.Reason reason = stopped.get();
        return reason != RunCut.Reason.STOPPED && nanos.getAsLong() - begin < maxTime.toNanos();
    }
}

package io.contractcheck.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps to the rate limit, and obeys 429 (RFC 6585, section 4): all requests pause as long as the service asks, and then those that it
 * refused are sent again, one after the other, before any new one. Where it asks for too long a pause, or never stops asking, 429 is
 * the answer. Thread-safe.
 */
final class Throttle implements Hop {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int TIMES = 5;
    private static final int HOPELESS = 3;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);

    private final Hop next;
    private final Optional<RateLimit> limit;
    private final Duration longest;
    private final Watch watch;
    private final PaceListener listener;
    /** Held by the one refused request that is being sent again, and by new ones for the moment in which they see that nobody is. */
    private final ReentrantLock lane = new ReentrantLock(true);

    private long until;
    private boolean pausing;
    private int inARow;
    private int stoodInARow;

    private final long end;

    /** @param patience after that time no pause is begun */
    Throttle(Hop next, Pace pace, Duration patience, Watch watch, PaceListener listener) {
        this.end = watch.nanos() + patience.toNanos();
        this.next = next;
        this.limit = pace.limit().map(l -> new RateLimit(l, watch));
        this.longest = pace.maxRetryAfter();
        this.watch = watch;
        this.listener = listener;
    }

    @Override
    public Exchange send(Request request, Duration timeout) throws TransportException {
        try {
            if (throttled()) {
                lane.lockInterruptibly(); // behind those that were refused
                lane.unlock();
                pause();
            }
            Exchange exchange = once(request, timeout);
            return exchange.response().status() == TOO_MANY_REQUESTS ? again(request, timeout, exchange) : exchange;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportException.Kind.CLOSED, request + " was interrupted", e);
        }
    }

    private Exchange again(Request request, Duration timeout, Exchange refused)
            throws TransportException, InterruptedException {
        Exchange exchange = refused;
        Optional<Duration> asked = RetryAfter.of(exchange.response(), watch.now());
        if (!worthwhile(asked)) {
            return stands(exchange);
        }
        listener.throttled(extend(asked), false);
        lane.lockInterruptibly();
        try {
            for (int i = 1; ; i++) {
                pause();
                exchange = once(request, timeout);
                if (exchange.response().status() != TOO_MANY_REQUESTS) {
                    return exchange;
                }
                asked = RetryAfter.of(exchange.response(), watch.now());
                if (i == TIMES || !worthwhile(asked)) {
                    return stands(exchange);
                }
                listener.throttled(extend(asked), false);
            }
        } finally {
            lane.unlock();
        }
    }

    private Exchange once(Request request, Duration timeout) throws TransportException, InterruptedException {
        if (limit.isPresent()) {
            limit.get().await();
        }
        Exchange exchange = next.send(request, timeout);
        if (exchange.response().status() != TOO_MANY_REQUESTS) {
            taken();
        }
        return exchange;
    }

    private Exchange stands(Exchange exchange) {
        synchronized (this) {
            stoodInARow++;
        }
        listener.throttled(Duration.ZERO, true);
        return exchange;
    }

    private synchronized void taken() {
        inARow = 0;
        stoodInARow = 0;
    }

    private synchronized boolean throttled() {
        return pausing || lane.isLocked();
    }

    /** Whether waiting that long is allowed, and has ever helped of late. */
    private synchronized boolean worthwhile(Optional<Duration> asked) {
        return stoodInARow < HOPELESS
                && asked.map(a -> a.compareTo(longest) <= 0).orElse(true)
                && watch.nanos() + asked.orElse(SHORTEST_PAUSE).toNanos() - end <= 0;
    }

    /** Makes the pause of all longer if need be; by how much. */
    private synchronized Duration extend(Optional<Duration> asked) {
        Duration growing = SHORTEST_PAUSE.multipliedBy(1L << Math.min(inARow++, 5));
        // not all clocks agree, and "0" would be asked for at once
        Duration pause =
                asked.map(a -> a.compareTo(SHORTEST_PAUSE) < 0 ? growing : a).orElse(growing);
        if (pause.compareTo(longest) > 0) {
            pause = longest;
        }
        long now = watch.nanos();
        long end = now + pause.toNanos();
        long already = pausing ? Math.max(until - now, 0) : 0;
        if (already >= pause.toNanos()) {
            return Duration.ZERO;
        }
        until = end;
        pausing = true;
        return pause.minusNanos(already);
    }

    private void pause() throws InterruptedException {
        for (long left = left(); left > 0; left = left()) {
            watch.sleep(Duration.ofNanos(left));
        }
    }

    private synchronized long left() {
        long left = pausing ? until - watch.nanos() : 0;
        if (left <= 0) {
            pausing = false;
        }
        return left;
    }
}

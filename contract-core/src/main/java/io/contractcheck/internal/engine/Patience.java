package io.contractcheck.internal.engine;

import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Transport;
import io.contractcheck.http.TransportException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sees to it that an operation that hangs does not eat the run: after a few calls in a row without an answer in time it is waited for a
 * second at most, and after some more it is over. Any answer restores the patience. Thread-safe.
 */
final class Patience {
    /** So many calls in a row time out before less time is given. */
    static final int FULL = 5;

    /** So many calls in a row time out before an operation is given up. */
    static final int ALL = 20;

    private static final Duration TIGHT = Duration.ofSeconds(1);

    private final Map<String, AtomicInteger> lateInARow = new ConcurrentHashMap<>();

    /** Whether an operation is not to be called any more. */
    boolean isOver(String operation) {
        return late(operation).get() >= ALL;
    }

    /** @param within the time that requests to the operation have, where it is not as always */
    Exchange send(Transport transport, String operation, Request request, Optional<Duration> within)
            throws TransportException {
        AtomicInteger late = late(operation);
        try {
            Duration time = within.orElse(TIGHT);
            Exchange exchange = late.get() < FULL
                    ? within.isPresent() ? transport.send(request, time) : transport.send(request)
                    : transport.send(request, time.compareTo(TIGHT) < 0 ? time : TIGHT);
            late.set(0);
            return exchange;
        } catch (TransportException e) {
            if (e.kind() == TransportException.Kind.TIMEOUT) {
                late.incrementAndGet();
            } else {
                late.set(0);
            }
            throw e;
        }
    }

    private AtomicInteger late(String operation) {
        AtomicInteger late = lateInARow.get(operation);
        return late == null ? lateInARow.computeIfAbsent(operation, o -> new AtomicInteger()) : late;
    }
}

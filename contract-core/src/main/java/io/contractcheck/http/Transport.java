package io.contractcheck.http;

import java.time.Duration;

/** Sends requests. Implementations send exactly what they are given: no redirects, no retries, no decoding. Thread-safe. */
public interface Transport extends AutoCloseable {
    /**
     * Sends one request and reads its answer.
     *
     * @throws TransportException if no whole answer came
     */
    Exchange send(Request request) throws TransportException;

    /**
     * As {@link #send(Request)}, but within that time at most, where an implementation can see to that.
     *
     * @throws TransportException if no whole answer came
     */
    default Exchange send(Request request, Duration atMost) throws TransportException {
        return send(request);
    }

    @Override
    void close();
}

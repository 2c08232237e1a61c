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
     * Sends one request that is to take less time than usual.
     *
     * @param within for all of it
     * @throws TransportException if no whole answer came
     */
    default Exchange send(Request request, Duration within) throws TransportException {
        return send(request);
    }

    @Override
    void close();
}

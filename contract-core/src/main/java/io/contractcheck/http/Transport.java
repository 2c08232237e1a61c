package io.contractcheck.http;

/** Sends requests. Implementations send exactly what they are given: no redirects, no retries, no decoding. Thread-safe. */
public interface Transport extends AutoCloseable {
    /**
     * Sends one request and reads its answer.
     *
     * @throws TransportException if no whole answer came
     */
    Exchange send(Request request) throws TransportException;

    @Override
    void close();
}

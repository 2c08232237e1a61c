package io.contractcheck.http;

import java.time.Duration;

/** Sends one request within some time. Implementations that wrap others wait outside that time. Thread-safe. */
@FunctionalInterface
interface Hop {
    /** @throws TransportException if no whole answer came */
    Exchange send(Request request, Duration timeout) throws TransportException;
}

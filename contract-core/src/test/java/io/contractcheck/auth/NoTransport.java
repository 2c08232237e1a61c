package io.contractcheck.auth;

import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Transport;

/** Where nothing may be sent. */
final class NoTransport implements Transport {
    @Override
    public Exchange send(Request request) {
        throw new AssertionError("sent " + request);
    }

    @Override
    public void close() {}
}

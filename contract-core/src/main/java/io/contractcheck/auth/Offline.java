package io.contractcheck.auth;

import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Transport;

/** For what needs nothing that is sent. */
final class Offline implements Transport {
    @Override
    public Exchange send(Request request) {
        throw new IllegalStateException("nothing is to be sent yet, but was: " + request);
    }

    @Override
    public void close() {}
}

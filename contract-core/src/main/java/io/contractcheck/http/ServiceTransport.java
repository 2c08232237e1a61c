package io.contractcheck.http;

import java.time.Duration;

/**
 * How a run reaches its service: at a pace that it bears, again where a connection was refused, and on where it redirects, if that is
 * wanted. Thread-safe.
 */
public final class ServiceTransport implements Transport {
    private final ApacheTransport wire;
    private final Hop first;
    private final Hop straight;
    private final Duration timeout;

    /**
     * Not yet connected.
     *
     * @param patience after that time the service is given no more pauses that it asks for
     * @param listener is told what befalls requests on their way
     * @throws IllegalArgumentException if a file that the settings name is missing, or is not what it should be
     */
    public ServiceTransport(
            TransportSettings settings, Pace pace, Duration patience, Watch watch, PaceListener listener) {
        wire = new ApacheTransport(settings);
        timeout = settings.requestTimeout();
        straight = new Throttle(new Retrying(wire::send, pace, watch, listener), pace, patience, watch, listener);
        first = new Redirecting(straight, pace, listener);
    }

    @Override
    public Exchange send(Request request) throws TransportException {
        return first.send(request, timeout);
    }

    @Override
    public Exchange send(Request request, Duration within) throws TransportException {
        return first.send(request, within.compareTo(timeout) < 0 ? within : timeout);
    }

    /** The same, but for redirects, which are never followed: a login may be answered by one. Closing it closes nothing. */
    public Transport straight() {
        return new Transport() {
            @Override
            public Exchange send(Request request) throws TransportException {
                return straight.send(request, timeout);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {
        wire.close();
    }
}

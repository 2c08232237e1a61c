package io.contractcheck.http;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tries again to get a connection that was refused; nothing of the request was sent then. Thread-safe. */
final class Retrying implements Hop {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private final Hop next;
    private final int retries;
    private final Watch watch;
    private final PaceListener listener;
    private final AtomicBoolean told = new AtomicBoolean();

    Retrying(Hop next, Pace pace, Watch watch, PaceListener listener) {
        this.next = next;
        this.retries = pace.requestRetries();
        this.watch = watch;
        this.listener = listener;
    }

    @Override
    public Exchange send(Request request, Duration timeout) throws TransportException {
        for (int i = 0; ; i++) {
            try {
                Exchange exchange = next.send(request, timeout);
                if (i > 0 && told.compareAndSet(false, true)) {
                    listener.warned(
                            request.origin() + " refused a connection and took it a moment later: it restarted, or"
                                    + " takes fewer at once than are opened; fewer workers would help then. Requests whose"
                                    + " connection was refused are sent again, which is told only once.");
                }
                return exchange;
            } catch (TransportException e) {
                if (i >= retries || !refused(e)) {
                    throw e;
                }
                pause(request, i);
            }
        }
    }

    /** Not what takes long by itself, nor what will be the same again. */
    private static boolean refused(TransportException e) {
        return e.kind() == TransportException.Kind.CONNECT
                && (e.getCause() instanceof SocketException || e.getCause() instanceof UnknownHostException);
    }

    private void pause(Request request, int times) throws TransportException {
        try {
            watch.sleep(FIRST_PAUSE.multipliedBy(1L << Math.min(times, 6)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportException.Kind.CLOSED, request + " was interrupted", e);
        }
    }
}

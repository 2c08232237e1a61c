package io.contractcheck.http;

import java.io.IOException;
import java.net.SocketException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** One request on one connection, and how far it came. Of one thread. */
final class Attempt {
    private final HttpRequestExecutor executor;
    private final Reuse reuse;
    private final boolean reused;
    private @Nullable EndpointDetails details;
    private long received;
    private long start;

    Attempt(HttpRequestExecutor executor, Reuse reuse, boolean reused) {
        this.executor = executor;
        this.reuse = reuse;
        this.reused = reused;
    }

    ClassicHttpResponse execute(ClassicHttpRequest request, HttpClientConnection connection, HttpContext context)
            throws IOException, HttpException {
        if (reused) {
            reuse.look(connection);
        }
        details = connection.getEndpointDetails();
        received = details == null ? 0 : details.getReceivedBytesCount();
        start = System.nanoTime();
        return executor.execute(request, connection, context);
    }

    /** When the first byte was sent, as {@link System#nanoTime} tells. */
    long start() {
        return start;
    }

    /** Whether a connection that was used before ended without a byte of an answer. */
    boolean lost(Exception e) {
        return reused
                && (e instanceof Reuse.ClosedBefore
                        || (e instanceof NoHttpResponseException
                                        || e instanceof SocketException
                                        || e instanceof ConnectionClosedException)
                                && (details == null || details.getReceivedBytesCount() == received));
    }
}

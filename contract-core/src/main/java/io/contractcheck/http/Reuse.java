package io.contractcheck.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Which connections are used again. A server may close one at any moment, also while a request is on its way to it (RFC 9112, section
 * 9.5); whether the server has acted on that request nobody can tell, so only idempotent ones may be sent once more (section 9.3.1). So
 * that it hardly ever happens to others: connections that rested are not used again; the first that would be is watched for a moment, as
 * some servers close after each answer without saying so; and for a while after a connection was lost, what is not idempotent gets new
 * ones. Thread-safe.
 */
final class Reuse {
    private static final List<String> IDEMPOTENT = List.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY");
    private static final Duration LONGEST_REST = Duration.ofMillis(500);
    private static final Timeout WATCHED = Timeout.ofMilliseconds(50);
    private static final long CAREFUL_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Pattern TIMEOUT = Pattern.compile("(?i)\\btimeout\\s*=\\s*\"?(\\d{1,6})");

    private final AtomicBoolean watched = new AtomicBoolean();
    private final AtomicLong lost = new AtomicLong();
    private volatile boolean everLost;
    private volatile boolean never;

    /** A connection that was found closed before anything was sent on it. */
    static final class ClosedBefore extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedBefore() {
            super("the service closed the connection between two requests");
        }
    }

    /** Whether sending it twice does the same as sending it once (RFC 9110, section 9.2.2). */
    static boolean idempotent(String method) {
        return IDEMPOTENT.contains(method);
    }

    /** Whether a request with that method may go over a connection that was used before. */
    boolean allows(String method) {
        return !never && (idempotent(method) || !everLost || System.nanoTime() - lost.get() > CAREFUL_NANOS);
    }

    /** Looks at a connection before it is used again; only the first is looked at for long. */
    void look(HttpClientConnection connection) throws IOException {
        if (connection instanceof ManagedHttpClientConnection managed
                && managed.getSocket() != null
                && managed.getSocket().getInputStream().available() > 0) {
            throw new ClosedBefore(); // what comes unasked is nobody's answer
        }
        if (watched.compareAndSet(false, true) && (connection.isDataAvailable(WATCHED) || connection.isStale())) {
            never = true;
            throw new ClosedBefore();
        }
    }

    /** A connection was lost that had been used before. */
    void lost() {
        lost.set(System.nanoTime());
        everLost = true;
    }

    /** How long a connection may rest after that answer and still be used again; null if it may not be used again. */
    @Nullable TimeValue rest(HttpMessage answer) {
        long millis = LONGEST_REST.toMillis();
        for (Iterator<org.apache.hc.core5.http.Header> i = answer.headerIterator("Keep-Alive"); i.hasNext(); ) {
            Matcher timeout = TIMEOUT.matcher(String.valueOf(i.next().getValue()));
            if (timeout.find()) {
                millis = Math.min(millis, Long.parseLong(timeout.group(1)) * 500);
            }
        }
        return millis == 0 ? null : TimeValue.ofMilliseconds(millis);
    }
}

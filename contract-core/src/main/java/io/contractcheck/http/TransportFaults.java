package io.contractcheck.http;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** What went wrong, in the words of {@link TransportException}. */
final class TransportFaults {
    private TransportFaults() {}

    static TransportException of(
            Request request, TransportSettings settings, Duration time, boolean connected, boolean late, Exception e) {
        String limit = time.toMillis() + " ms";
        boolean ended = e.getCause() instanceof EOFException; // as while a service stops, or starts
        if (e instanceof SSLException tls && !late && !ended && (!connected || TlsFaults.refusesClient(e))) {
            return new TransportException(
                    TransportException.Kind.BARRED,
                    "no connection to " + request.origin() + ": " + TlsFaults.why(tls),
                    e);
        }
        if (e instanceof ProxyException proxy && proxy.forGood()) {
            return new TransportException(
                    TransportException.Kind.BARRED, "no connection to " + request.origin() + ": " + e.getMessage(), e);
        }
        if (!connected || e instanceof ProxyException) {
            return new TransportException(
                    TransportException.Kind.CONNECT, "no connection to " + request.origin() + ": " + why(e, limit), e);
        }
        if (late || e instanceof SocketTimeoutException) {
            return new TransportException(
                    TransportException.Kind.TIMEOUT, request + ": no whole answer came within " + limit, e);
        }
        if (e instanceof NoHttpResponseException) {
            return closed(request, "the service closed the connection without an answer" + hint(request, settings), e);
        }
        if (e instanceof ConnectionClosedException
                || e instanceof TruncatedChunkException
                || e instanceof EOFException) {
            return closed(request, "the connection ended in the middle of the answer (" + e.getMessage() + ")", e);
        }
        if (e instanceof SocketException || e instanceof SSLException || e instanceof IllegalStateException) {
            return closed(request, "the connection broke (" + e.getMessage() + ")" + hint(request, settings), e);
        }
        return new TransportException(
                TransportException.Kind.PROTOCOL, request + ": what came is no HTTP/1.1 (" + e.getMessage() + ")", e);
    }

    /** Some servers say nothing of what they miss. */
    private static String hint(Request request, TransportSettings settings) {
        return request.origin().startsWith("https:") && settings.tls().client().isEmpty()
                ? "; if it wants clients to show a certificate, set <clientCertificate> (contract.clientCertificate)"
                : "";
    }

    private static TransportException closed(Request request, String what, Exception e) {
        return new TransportException(TransportException.Kind.CLOSED, request + ": " + what, e);
    }

    private static String why(Exception e, String limit) {
        if (e instanceof UnknownHostException) {
            return "the host is unknown";
        }
        if (e instanceof SocketTimeoutException) {
            return "nobody answered within " + limit;
        }
        if (e instanceof NoRouteToHostException) {
            return "there is no route to the host";
        }
        if (e instanceof ConnectException) {
            return "refused; is the service running, and is this its port?";
        }
        if (e instanceof SSLException && e.getCause() instanceof EOFException) {
            return "it was closed in the middle of the TLS handshake";
        }
        return String.valueOf(e.getMessage());
    }
}

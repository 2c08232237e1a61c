package io.contractcheck.http;

import io.contractcheck.json.HttpGet;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;

/** Asks for documents in the way in which the service itself is called: the same trust, the same proxy. Thread-safe. */
public final class HttpDocuments implements HttpGet {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long LARGEST = 256L << 20;

    private final TransportSettings settings;
    private final TlsSocketStrategy tls;

    /** @throws IllegalArgumentException if a file that is named is missing, or is not what it should be */
    public HttpDocuments(TransportSettings settings) {
        this.settings =
                new TransportSettings(TIMEOUT, 1, LARGEST, settings.userAgent(), settings.tls(), settings.proxy());
        this.tls = TlsContext.of(settings.tls());
    }

    @Override
    public Answer get(URI uri, Map<String, String> headers) throws IOException {
        URI plain = URI.create(uri.toASCIIString());
        String path = plain.getRawPath() == null || plain.getRawPath().isEmpty() ? "/" : plain.getRawPath();
        List<Header> fields = new ArrayList<>();
        headers.forEach((name, value) -> fields.add(new Header(name, value)));
        Request request = new Request(
                "GET",
                plain.getScheme() + "://" + plain.getHost() + (plain.getPort() < 0 ? "" : ":" + plain.getPort()),
                path + (plain.getRawQuery() == null ? "" : "?" + plain.getRawQuery()),
                fields,
                null);
        try (ApacheTransport transport = new ApacheTransport(settings, tls)) {
            Response response = transport.send(request).response();
            if (response.truncated()) {
                throw new IOException(uri + " has more than " + (LARGEST >> 20) + " MiB, which is no API document");
            }
            byte[] body = response.header("Content-Encoding").isPresent()
                    ? response.content().orElse(response.body())
                    : response.body();
            return new Answer(response.status(), response.header("Location"), body);
        } catch (TransportException e) {
            throw failure(e);
        } catch (IllegalArgumentException e) {
            throw new IOException(uri + " cannot be asked for: " + e.getMessage(), e);
        }
    }

    private static IOException failure(TransportException e) {
        String message = e.getMessage();
        IOException failure = switch (e.kind()) {
            case CONNECT ->
                e.getCause() instanceof UnknownHostException
                        ? new UnknownHostException(message)
                        : e.getCause() instanceof SocketTimeoutException
                                ? new SocketTimeoutException(message)
                                : new ConnectException(message);
            case TIMEOUT -> new SocketTimeoutException(message);
            case CLOSED -> new SocketException(message);
            case BARRED, PROTOCOL -> new IOException(message);
        };
        failure.initCause(e);
        return failure;
    }
}

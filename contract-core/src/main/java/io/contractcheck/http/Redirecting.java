package io.contractcheck.http;

import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Follows redirects as RFC 9110, section 15.4, says: 301, 302 and 303 with GET, 307 and 308 with the same method and body. The exchange is
 * the first request with the last answer. Nothing but the fields below goes to another origin. Thread-safe.
 */
final class Redirecting implements Hop {
    private static final List<String> FOR_ANY_ORIGIN =
            List.of("accept", "accept-language", "accept-encoding", "content-type", "content-encoding", "user-agent");
    private static final List<String> OF_CONTENT = List.of(
            "content-type",
            "content-encoding",
            "content-language",
            "content-location",
            "content-length",
            "transfer-encoding");

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private final Hop next;
    private final int most;
    private final PaceListener listener;
    private final AtomicBoolean told = new AtomicBoolean();

    Redirecting(Hop next, Pace pace, PaceListener listener) {
        this.next = next;
        this.most = pace.maxRedirects();
        this.listener = listener;
    }

    @Override
    public Exchange send(Request request, Duration timeout) throws TransportException {
        Exchange exchange = next.send(request, timeout);
        if (most == 0 || request.framing().isPresent()) {
            return exchange;
        }
        Duration elapsed = exchange.elapsed();
        for (int i = 0; ; i++) {
            Optional<Request> onward = onward(exchange);
            if (onward.isEmpty()) {
                break;
            }
            if (i == most) {
                tell(request);
                break;
            }
            Duration left = timeout.minus(elapsed);
            if (left.isNegative() || left.isZero()) {
                throw new TransportException(
                        TransportException.Kind.TIMEOUT,
                        request + ": no whole answer came within " + timeout.toMillis() + " ms, after " + (i + 1)
                                + " redirects",
                        new SocketTimeoutException());
            }
            exchange = next.send(onward.get(), left);
            elapsed = elapsed.plus(exchange.elapsed());
        }
        return new Exchange(request, exchange.response(), elapsed);
    }

    private void tell(Request request) {
        if (told.compareAndSet(false, true)) {
            listener.warned(request.method() + " " + request.path() + " was led on and on: " + most
                    + " redirects were followed, and the last of them is taken for the answer. Look for a loop, or set"
                    + " <maxRedirects> (contract.maxRedirects). Told only once in a run.");
        }
    }

    /** The request that the answer leads to, if it leads anywhere. */
    private static Optional<Request> onward(Exchange exchange) {
        int status = exchange.response().status();
        Request request = exchange.request();
        boolean same = status == 307 || status == 308;
        if (!same && status != 301 && status != 302 && status != 303) {
            return Optional.empty();
        }
        return exchange.response()
                .header("Location")
                .flatMap(location -> resolve(request, location.trim()))
                .map(uri -> onward(request, uri, same));
    }

    private static Optional<URI> resolve(Request request, String location) {
        try {
            URI uri = URI.create(absolute(request, location)).normalize();
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no URI, so it leads nowhere
        }
    }

    /** As RFC 3986, section 5.2, without taking apart what was asked for, which may be no URI. */
    private static String absolute(Request request, String location) {
        if (SCHEME.matcher(location).lookingAt()) {
            return location;
        }
        if (location.startsWith("//")) {
            return request.origin().substring(0, request.origin().indexOf("//")) + location;
        }
        String path = request.path();
        if (location.startsWith("?") || location.startsWith("#") || location.isEmpty()) {
            return request.origin() + path + location;
        }
        return request.origin()
                + (location.startsWith("/") ? "" : path.substring(0, path.lastIndexOf('/') + 1))
                + location;
    }

    private static Request onward(Request request, URI uri, boolean same) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        String origin = uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        boolean asBefore =
                same || request.method().equals("GET") || request.method().equals("HEAD");
        boolean sameOrigin = origin(origin).equals(origin(request.origin()));
        List<Header> headers = new ArrayList<>(request.headers());
        headers.removeIf(h -> {
            String name = h.name().toLowerCase(Locale.ROOT);
            return name.equals("host") && !sameOrigin
                    || !sameOrigin && !FOR_ANY_ORIGIN.contains(name)
                    || !asBefore && OF_CONTENT.contains(name);
        });
        return new Request(
                asBefore ? request.method() : "GET", origin, target, headers, asBefore ? request.body() : null);
    }

    /** With the port that the scheme has by default. */
    private static String origin(String text) {
        URI uri = URI.create(text);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}

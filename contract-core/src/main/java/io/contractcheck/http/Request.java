package io.contractcheck.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request exactly as it is sent, unless it is malformed on purpose.
 *
 * @param method the method, as {@code GET}
 * @param origin scheme, host and port, as {@code http://127.0.0.1:8080}
 * @param target the request target in origin form: path and query, encoded, beginning with a slash (RFC 9112, section 3.2.1)
 * @param headers the header fields in order, without those that the transport adds (Host, Content-Length)
 * @param body the body's bytes, or null for none
 * @param framing how it is to be no HTTP; mostly not at all
 */
public record Request(
        String method,
        String origin,
        String target,
        List<Header> headers,
        byte @Nullable [] body,
        Optional<Framing> framing) {

    public Request {
        headers = List.copyOf(headers);
    }

    /** A request that is HTTP. */
    public Request(String method, String origin, String target, List<Header> headers, byte @Nullable [] body) {
        this(method, origin, target, headers, body, Optional.empty());
    }

    /** The whole URL. */
    public String url() {
        return origin + target;
    }

    /** The encoded path, without the query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The encoded query without its question mark, if there is one. */
    public Optional<String> query() {
        int query = target.indexOf('?');
        return query < 0 ? Optional.empty() : Optional.of(target.substring(query + 1));
    }

    /** The value of the first header of that name. */
    public Optional<String> header(String name) {
        return Header.first(headers, name);
    }

    /** The same request with that header in place of all others of its name. */
    public Request withHeader(String name, String value) {
        List<Header> changed = new ArrayList<>(headers);
        changed.removeIf(h -> h.is(name));
        changed.add(new Header(name, value));
        return with(changed);
    }

    /** The same request without the headers of that name. */
    public Request withoutHeader(String name) {
        return with(headers.stream().filter(h -> !h.is(name)).toList());
    }

    /** The same request with other headers. */
    public Request with(List<Header> other) {
        return new Request(method, origin, target, other, body, framing);
    }

    /** The same request, malformed in that way. */
    public Request with(Framing fault) {
        return new Request(method, origin, target, headers, body, Optional.of(fault));
    }

    /** The same request with another target. */
    public Request withTarget(String other) {
        return new Request(method, origin, other, headers, body, framing);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Request r
                && method.equals(r.method)
                && origin.equals(r.origin)
                && target.equals(r.target)
                && headers.equals(r.headers)
                && Arrays.equals(body, r.body)
                && framing.equals(r.framing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, origin, target, headers, Arrays.hashCode(body), framing);
    }

    @Override
    public String toString() {
        return method + " " + url();
    }
}

package io.contractcheck.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request exactly as it is sent.
 *
 * @param method the method, as {@code GET}
 * @param origin scheme, host and port, as {@code http://127.0.0.1:8080}
 * @param target the request target in origin form: path and query, encoded, beginning with a slash (RFC 9112, section 3.2.1)
 * @param headers the header fields in order, without those that the transport adds (Host, Content-Length)
 * @param body the body's bytes, or null for none
 */
public record Request(String method, String origin, String target, List<Header> headers, byte @Nullable [] body) {

    public Request {
        headers = List.copyOf(headers);
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
        return new Request(method, origin, target, changed, body);
    }

    /** The same request without the headers of that name. */
    public Request withoutHeader(String name) {
        return new Request(
                method,
                origin,
                target,
                headers.stream().filter(h -> !h.is(name)).toList(),
                body);
    }

    /** The same request with another target. */
    public Request withTarget(String other) {
        return new Request(method, origin, other, headers, body);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Request r
                && method.equals(r.method)
                && origin.equals(r.origin)
                && target.equals(r.target)
                && headers.equals(r.headers)
                && Arrays.equals(body, r.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, origin, target, headers, Arrays.hashCode(body));
    }

    @Override
    public String toString() {
        return method + " " + url();
    }
}

package io.contractcheck.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response as it came.
 *
 * @param status the status code
 * @param reason the reason phrase, possibly empty
 * @param headers the header fields in order
 * @param body the body's bytes after the transfer coding, before any content coding is undone; empty for none
 * @param truncated whether the body went on beyond what is kept
 */
public record Response(int status, String reason, List<Header> headers, byte[] body, boolean truncated) {

    private static final int LONGEST_CONTENT = 8 << 20;

    public Response {
        headers = List.copyOf(headers);
    }

    /** The value of the first header of that name. */
    public Optional<String> header(String name) {
        return Header.first(headers, name);
    }

    /** The same with another status, and without a reason phrase. */
    public Response withStatus(int other) {
        return new Response(other, "", headers, body, truncated);
    }

    /** The same with one header of that name. */
    public Response withHeader(String name, String value) {
        List<Header> others = new ArrayList<>(without(name));
        others.add(new Header(name, value));
        return new Response(status, reason, others, body, truncated);
    }

    /** The same with another body, whole and under no content coding. */
    public Response withBody(byte[] other) {
        return new Response(status, reason, without("Content-Encoding"), other, false);
    }

    private List<Header> without(String name) {
        return headers.stream().filter(h -> !h.is(name)).toList();
    }

    /**
     * The body with its content codings (gzip, deflate) undone; nothing if it is truncated, damaged, coded in another way, or longer
     * than 8 MiB.
     */
    public Optional<byte[]> content() {
        return decoded() instanceof Content.Whole whole ? Optional.of(whole.bytes()) : Optional.empty();
    }

    /** The body with its content codings undone as by {@link #content}, or why it cannot be had. */
    public Content decoded() {
        return truncated
                ? new Content.Unread("it is longer than the " + (body.length >> 20) + " MiB that are kept")
                : ContentCoding.undo(headers, body, LONGEST_CONTENT);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Response r
                && status == r.status
                && truncated == r.truncated
                && reason.equals(r.reason)
                && headers.equals(r.headers)
                && Arrays.equals(body, r.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, reason, headers, Arrays.hashCode(body), truncated);
    }
}

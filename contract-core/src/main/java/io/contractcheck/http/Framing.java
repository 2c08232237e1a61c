package io.contractcheck.http;

import java.util.Locale;

/**
 * How a request is no HTTP, on purpose. Sent on a connection of its own, which is closed after it; and whatever a reader makes of its
 * length, nothing is left over that could begin another request.
 */
public enum Framing {
    SHORT_BODY("the body ends before its Content-Length is reached", "RFC 9112, section 8"),
    BROKEN_CHUNK_SIZE("the size of a chunk is no number", "RFC 9112, section 7.1"),
    CUT_CHUNKS("the chunked body ends within a chunk", "RFC 9112, section 8"),
    LENGTH_AND_CHUNKS("there are both Content-Length and Transfer-Encoding", "RFC 9112, section 6.2"),
    TWO_LENGTHS("there are two different Content-Lengths", "RFC 9112, section 6.3"),
    NO_HOST("there is no Host header", "RFC 9112, section 3.2"),
    TWO_HOSTS("there are two Host headers", "RFC 9112, section 3.2"),
    SPACE_IN_NAME("a header has a space in its name", "RFC 9110, section 5.1"),
    NO_COLON("a header line has no colon", "RFC 9112, section 5"),
    BARE_CR("a header's value has a carriage return in it", "RFC 9110, section 5.5"),
    NUL("a header's value has a NUL in it", "RFC 9110, section 5.5"),
    LONG_HEADER("a header has 64 KiB", "RFC 9110, section 5.4"),
    LONG_TARGET("the request's target has 64 KiB", "RFC 9112, section 3"),
    PERCENT("a percent sign in the target is followed by no hexadecimal digits", "RFC 3986, section 2.1"),
    UNKNOWN_VERSION("the HTTP version is 9.9", "RFC 9110, section 2.5"),
    METHOD("the method is no token", "RFC 9110, section 9.1");

    private final String description;
    private final String rule;

    Framing(String description, String rule) {
        this.description = description;
        this.rule = rule;
    }

    /** Its name in small letters, with hyphens. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is wrong, for people. */
    public String description() {
        return description;
    }

    /** Where the rule stands that is broken, as {@code RFC 9112, section 8}. */
    public String rule() {
        return rule;
    }

    /** Whether the sender ends its side of the connection right after the last byte, since without that there is nothing wrong yet. */
    public boolean endsEarly() {
        return this == SHORT_BODY || this == CUT_CHUNKS;
    }
}

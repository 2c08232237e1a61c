package io.contractcheck.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text that is no JSON or YAML, or goes beyond what is read; the message names the source, the line and the column. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Limit limit;

    /** Of what there is too much in a text that may be JSON nonetheless. */
    public enum Limit {
        /** Levels of nesting. */
        DEPTH,
        /** Digits of a number, or of its exponent. */
        NUMBER,
        /** All of it. */
        LENGTH
    }

    public JsonException(String message) {
        super(message);
        this.limit = null;
    }

    public JsonException(String message, Throwable cause) {
        super(message, cause);
        this.limit = null;
    }

    JsonException(Limit limit, String message, Throwable cause) {
        super(message, cause);
        this.limit = limit;
    }

    /** What kept the text from being read, if it is not known to be wrong. */
    public Optional<Limit> limit() {
        return Optional.ofNullable(limit);
    }
}

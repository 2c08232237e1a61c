package io.contractcheck.internal.engine;

import org.jspecify.annotations.Nullable;

/** The run cannot go on; the message is fit for users. */
public final class RunBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunBrokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

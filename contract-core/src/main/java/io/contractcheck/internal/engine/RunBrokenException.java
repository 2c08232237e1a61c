package io.contractcheck.internal.engine;

import org.jspecify.annotations.Nullable;

/** The run cannot go on; the message is fit for users. */
public final class RunBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String who;
    private final String what;

    public RunBrokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.who = null;
        this.what = message;
    }

    /** Broken by someone, at a place that {@link #at} will say. */
    RunBrokenException(String who, String what, @Nullable Throwable cause) {
        super(who + what, cause);
        this.who = who;
        this.what = what;
    }

    /** The same with the place, if one is still to be said. */
    RunBrokenException at(String place) {
        return who == null ? this : new RunBrokenException(who + " at " + place + what, getCause());
    }
}

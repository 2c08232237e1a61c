package io.contractcheck.json;

import java.io.IOException;

/** A document was not handed out to whoever asked: 401 or 403. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** 401 or 403. */
    public int status() {
        return status;
    }

    /** Whether that is what another failure comes from. */
    public static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException) {
                return true;
            }
        }
        return false;
    }
}

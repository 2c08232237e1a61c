package io.contractcheck.hook;

/** A hook cannot do its work; the message says what to do. */
public final class HookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HookException(String message) {
        super(message);
    }

    public HookException(String message, Throwable cause) {
        super(message, cause);
    }
}

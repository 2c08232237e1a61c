package io.contractcheck.http;

/** No whole response came. */
public final class TransportException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, in classes that call for different actions. */
    public enum Kind {
        /** No connection could be made. */
        CONNECT,
        /** Somebody was there, but the way is barred: TLS that one side does not trust, or a proxy that says no. The same again helps nothing. */
        BARRED,
        /** The answer did not come in time. */
        TIMEOUT,
        /** The connection ended before the answer was whole. */
        CLOSED,
        /** What came is no HTTP. */
        PROTOCOL
    }

    private final Kind kind;

    public TransportException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

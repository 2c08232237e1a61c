package io.contractcheck.http;

/** No whole response came. */
public final class TransportException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, in classes that call for different actions. */
    public enum Kind {
        /** No connection could be made. */
        CONNECT,
        /** There was a connection, but no TLS on it that both sides trust. */
        TLS,
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

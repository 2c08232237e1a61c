package io.contractcheck.http;

/** A connection that was used before ended without a byte of an answer. */
final class LostException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient TransportException fault;
    private final boolean unsent;

    /** @param unsent whether nothing was written to it */
    LostException(TransportException fault, boolean unsent) {
        super(fault);
        this.fault = fault;
        this.unsent = unsent;
    }

    TransportException fault() {
        return fault;
    }

    /** Whether that request may be sent once more. */
    boolean permits(Request request) {
        return unsent || Reuse.idempotent(request.method());
    }
}

package io.contractcheck.json;

/** A reference that leads nowhere; the message names the document, the pointer of the reference, and its target. */
public final class ReferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReferenceException(String message) {
        super(message);
    }
}

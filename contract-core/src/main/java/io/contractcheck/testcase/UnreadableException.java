package io.contractcheck.testcase;

/** A request, or part of one, that cannot be read by the document; the message names the part and the reason. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableException(String message) {
        super(message);
    }
}

package io.contractcheck.testcase;

/** A value that has no form in the style or media type it should be written in; the message names the part and the reason. */
public final class UnwritableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnwritableException(String message) {
        super(message);
    }
}

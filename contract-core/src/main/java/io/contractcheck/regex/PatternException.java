package io.contractcheck.regex;

/** A pattern that cannot be read, is not supported, or matches nothing of the wanted length. */
public final class PatternException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PatternException(String message) {
        super(message);
    }
}

package io.contractcheck.generate;

/** No valid value exists, or none could be made; the message names the schema's place and the reason. */
public final class UnsatisfiableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsatisfiableException(String message) {
        super(message);
    }
}

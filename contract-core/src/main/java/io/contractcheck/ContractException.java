package io.contractcheck;

/** The run is broken or wrongly configured: no document, no connection, a wrong value. The message says what to do. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ContractException(String message) {
        super(message);
    }

    public ContractException(String message, Throwable cause) {
        super(message, cause);
    }
}

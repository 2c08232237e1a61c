package io.contractcheck.openapi;

/** A document that cannot be read as an API at all; the message names it and says what to do. */
public final class OpenApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OpenApiException(String message) {
        super(message);
    }

    public OpenApiException(String message, Throwable cause) {
        super(message, cause);
    }
}

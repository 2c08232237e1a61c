package io.contractcheck.auth;

/** Credentials cannot be had, or are not taken; the message says what to do, and holds no secret. */
public final class AuthException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AuthException(String message) {
        super(message);
    }
}

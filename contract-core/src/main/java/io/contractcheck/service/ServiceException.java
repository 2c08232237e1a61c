package io.contractcheck.service;

/** The service, or what it needs, could not be started or stopped; the message is for the user. */
public final class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message what is wrong, and what to do */
    public ServiceException(String message) {
        super(message);
    }

    /** @param message what is wrong, and what to do */
    public ServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}

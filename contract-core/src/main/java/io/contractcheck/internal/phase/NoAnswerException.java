package io.contractcheck.internal.phase;

/** A call was not answered; the engine has told of it already. Ends the scenario. */
public final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoAnswerException(String message) {
        super(message);
    }
}

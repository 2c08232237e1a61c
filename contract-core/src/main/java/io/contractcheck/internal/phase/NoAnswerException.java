package io.contractcheck.internal.phase;

/** A call was not answered; the engine has told what there is to tell. Ends the scenario, unless that can go on without the answer. */
public final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoAnswerException(String message) {
        super(message);
    }
}

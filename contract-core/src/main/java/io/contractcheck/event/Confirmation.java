package io.contractcheck.event;

/** What became of a failure when its scenario was run again. */
public enum Confirmation {
    /** It came again. */
    CONFIRMED,
    /** What the first run left behind keeps the service from answering in the same way. */
    NOT_REPEATABLE,
    /** It did not come again. */
    FLAKY
}

package io.contractcheck.event;

/** What became of a failure when its scenario was run again. */
public enum Confirmation {
    /** It came again. */
    CONFIRMED,
    /** What the first run left behind keeps the service from answering in the same way. */
    NOT_REPEATABLE,
    /** It did not come again. */
    FLAKY,
    /** Only what earlier requests of the run left behind brings it, such as a name that is taken. It is no finding. */
    OWN_DOING
}

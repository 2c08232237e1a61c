package io.contractcheck.event;

/** Why a request is sent. */
public enum Purpose {
    /** A test case of a phase. */
    CASE,
    /** A case again, to see whether its failure comes again. */
    CONFIRMATION,
    /** Before the first case, to see whether credentials are taken. */
    PROBE
}

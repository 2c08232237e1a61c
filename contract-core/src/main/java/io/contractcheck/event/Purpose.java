package io.contractcheck.event;

/** Why a request is sent. */
public enum Purpose {
    /** A test case of a phase. */
    CASE,
    /** A case again, to see whether its failure comes again. */
    CONFIRMATION,
    /** A case with smaller values, to see whether they show its failure too. */
    SHRINK,
    /**
     * A case again that the service had accepted, to see whether sending it twice is what brings a failure. Which one depends on what this run has
     * sent before, or this shard of it.
     */
    DUPLICATE,
    /** To see whether credentials are taken: before the first case, and where a case was refused that was then sent once more. */
    PROBE
}

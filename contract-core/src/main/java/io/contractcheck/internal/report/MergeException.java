package io.contractcheck.internal.report;

/** Shards that do not make one run; the message says which, and how to go on. */
public final class MergeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MergeException(String message) {
        super(message);
    }
}

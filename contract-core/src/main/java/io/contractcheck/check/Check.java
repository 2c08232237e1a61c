package io.contractcheck.check;

import io.contractcheck.openapi.Operation;

/** Looks at an exchange and says whether a promise was kept. Without state; thread-safe. */
public interface Check {
    /** The name users select it by, in snake case. */
    String name();

    /**
     * Whether the operation gives this check anything to look at, by the document; if some operation does, and the check never passes nor
     * fails, the run says so.
     */
    default boolean concerns(Operation operation) {
        return true;
    }

    /** Which calls give it something to look at; where the chosen phases and mode make none of them, nobody misses it. */
    default Subject subject() {
        return Subject.ANY;
    }

    /** Judges one exchange. An exception out of here is a defect of the check, and reported as such. */
    Verdict check(CheckContext context);
}

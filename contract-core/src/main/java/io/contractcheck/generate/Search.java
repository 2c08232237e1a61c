package io.contractcheck.generate;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A search for reasons why there is no value: where it has been, and how far it may still go. */
final class Search {
    private static final int LIMIT = 20_000;

    /** How many values a trial may cost. */
    private static final int TRIAL = 20_000;

    private @Nullable Set<Plan> open;
    private final int trial;
    private int left = LIMIT;

    Search() {
        this(TRIAL);
    }

    Search(int trial) {
        this.trial = trial;
    }

    int trial() {
        return trial;
    }

    /** Whether the plan is to be looked into: not when that is going on already, nor when the search has become too long. */
    boolean enter(Plan plan) {
        if (left-- <= 0) {
            return false;
        }
        if (open == null) {
            open = new HashSet<>();
        }
        return open.add(plan);
    }

    void leave(Plan plan) {
        if (open != null) {
            open.remove(plan);
        }
    }

    /** Whether what was found so far may be incomplete. */
    boolean cut() {
        return left <= 0;
    }
}

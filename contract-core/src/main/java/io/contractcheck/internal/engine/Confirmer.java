package io.contractcheck.internal.engine;

import io.contractcheck.check.FailureId;
import io.contractcheck.event.Confirmation;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Runs a failing scenario again: first with the same values, then with fresh ones, since what the first run left behind (a name that
 * is taken now, a row that is gone) can keep the same values from failing in the same way.
 */
final class Confirmer {
    private static final int FRESH_ATTEMPTS = 3;
    private static final List<Integer> BLOCKED_BY_STATE = List.of(404, 409, 410, 412, 423);

    private final RunListener listener;

    Confirmer(RunListener listener) {
        this.listener = listener;
    }

    /**
     * Tells of each failure what became of it.
     *
     * @param failures first seen in a scenario
     * @param again runs the scenario again; attempt 0 has the same values, higher ones have fresh ones
     */
    void confirm(Set<FailureId> failures, IntFunction<LiveSession> again) {
        Set<FailureId> open = new LinkedHashSet<>(failures);
        boolean blocked = false;
        for (int attempt = 0; attempt <= FRESH_ATTEMPTS && !open.isEmpty(); attempt++) {
            LiveSession session = again.apply(attempt);
            blocked |= session.statuses().stream().anyMatch(BLOCKED_BY_STATE::contains);
            for (FailureId seen : session.failures()) {
                if (open.remove(seen)) {
                    listener.on(new RunEvent.FailureRetried(
                            seen,
                            Confirmation.CONFIRMED,
                            attempt == 0 ? "came again with the same values" : "came again with fresh values"));
                }
            }
        }
        for (FailureId failure : open) {
            listener.on(
                    blocked
                            ? new RunEvent.FailureRetried(
                                    failure,
                                    Confirmation.NOT_REPEATABLE,
                                    "not repeatable here: what the first call left behind keeps the service from"
                                            + " answering in the same way")
                            : new RunEvent.FailureRetried(
                                    failure,
                                    Confirmation.FLAKY,
                                    "seen once; did not come again in " + (FRESH_ATTEMPTS + 1) + " further runs"));
        }
    }
}

package io.contractcheck.internal.engine;

import io.contractcheck.check.FailureId;
import io.contractcheck.event.Confirmation;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.ScenarioId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Runs a failing scenario again: first with the same values, then with fresh ones, since what the first run left behind (a name that
 * is taken now, a row that is gone) can keep the same values from failing in the same way.
 */
final class Confirmer {
    private static final int FRESH_ATTEMPTS = 3;
    private static final List<Integer> BLOCKED_BY_STATE = List.of(404, 409, 410, 412, 423);

    private final RunListener listener;
    private final BooleanSupplier goesOn;
    private final boolean cleaner;
    private final Told log;

    /** What the service's log tells of failures. */
    interface Told {
        /** Nothing, if there is no log, or it does not tell. */
        Optional<RunEvent.FailureRetried.Claim> tells(FailureId failure, LiveSession session);

        /** Whether the service logs that without being called. */
        boolean isSpontaneous(String cause);

        /** Whether it was not seen yet, until now. */
        boolean isNew(FailureId failure);
    }

    /**
     * @param goesOn whether there is time for another run
     * @param cleaner whether what is run again begins from the remembered state, and the first time did not
     * @param log what the log tells
     */
    Confirmer(RunListener listener, BooleanSupplier goesOn, boolean cleaner, Told log) {
        this.listener = listener;
        this.goesOn = goesOn;
        this.cleaner = cleaner;
        this.log = log;
    }

    /**
     * What became of some failures.
     *
     * @param again for each failure that came again the run that showed it; also with another root cause than was suspected, if that is new
     * @param refuted those that came again for another reason, or for none that the log tells
     */
    record Outcome(Map<FailureId, LiveSession> again, Set<FailureId> refuted) {}

    /**
     * Tells of each failure what became of it.
     *
     * @param scenario that showed them first
     * @param failures seen there for the first time
     * @param replay of the scenario
     */
    Outcome confirm(ScenarioId scenario, Set<FailureId> failures, Replay replay) {
        listener.on(new RunEvent.RetryBegun(scenario, List.copyOf(failures), Purpose.CONFIRMATION));
        Outcome outcome = new Outcome(new LinkedHashMap<>(), new LinkedHashSet<>());
        Set<FailureId> open = new LinkedHashSet<>(failures);
        boolean blocked = false;
        int attempt = 0;
        for (; attempt <= FRESH_ATTEMPTS && !open.isEmpty() && goesOn.getAsBoolean(); attempt++) {
            LiveSession session = replay.attempt(attempt);
            blocked |= session.statuses().stream().anyMatch(BLOCKED_BY_STATE::contains);
            int same = attempt;
            Map<FailureId, LiveSession> told =
                    new Hearing(replay, same, goesOn, log::isSpontaneous).told(failures, session);
            told.forEach((seen, showing) -> {
                if (open.remove(seen) || isOtherReason(seen, open) && log.isNew(seen)) {
                    outcome.again().putIfAbsent(seen, showing);
                    listener.on(new RunEvent.FailureRetried(
                            seen,
                            Confirmation.CONFIRMED,
                            same == 0 ? "came again with the same values" : "came again with fresh values",
                            log.tells(seen, showing)));
                }
            });
            told.keySet().forEach(seen -> open.removeIf(other -> refutes(seen, other, outcome)));
        }
        if (attempt > FRESH_ATTEMPTS) {
            for (FailureId failure : open) {
                listener.on(unconfirmed(failure, blocked));
            }
        }
        return outcome;
    }

    /** Whether it is what is looked for, with another root cause. */
    private static boolean isOtherReason(FailureId seen, Set<FailureId> open) {
        return open.stream().anyMatch(other -> other.answered().equals(seen.answered()));
    }

    private static boolean refutes(FailureId seen, FailureId open, Outcome outcome) {
        return open.answered().equals(seen.answered()) && outcome.refuted().add(open);
    }

    private RunEvent.FailureRetried unconfirmed(FailureId failure, boolean blocked) {
        if (cleaner) {
            return new RunEvent.FailureRetried(
                    failure,
                    Confirmation.OWN_DOING,
                    "from the state that the service had at the beginning, it did not come in " + (FRESH_ATTEMPTS + 1)
                            + " runs, so that it comes of what earlier requests of this run left behind, such as a name"
                            + " that is taken");
        }
        return blocked
                ? new RunEvent.FailureRetried(
                        failure,
                        Confirmation.NOT_REPEATABLE,
                        "not repeatable here: what the first call left behind keeps the service from"
                                + " answering in the same way")
                : new RunEvent.FailureRetried(
                        failure,
                        Confirmation.FLAKY,
                        "seen once; did not come again in " + (FRESH_ATTEMPTS + 1) + " further runs");
    }
}

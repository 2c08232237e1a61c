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
import java.util.function.Supplier;

/**
 * Runs a failing scenario again: first with the same values, then with fresh ones, since what the first run left behind (a name that
 * is taken now, a row that is gone) can keep the same values from failing in the same way.
 */
final class Confirmer {
    private static final int FRESH_ATTEMPTS = 3;
    private static final List<Integer> BLOCKED_BY_STATE = List.of(404, 409, 410, 412, 423);

    private static final String SENT_TWICE =
            "a request that the service had accepted brings it, too, when it is sent once"
                    + " more, so that it comes of what this run itself had left behind, such as a name that is taken";

    private static final String REFUSED_ONCE =
            "the same request was not refused again, so that it comes of what this run itself"
                    + " had left behind at that moment, such as a name that is taken";
    private static final String SAID_OF_ANOTHER =
            "it did not come again, and the service says the same where it comes of"
                    + " what this run itself had left behind, such as a name that is taken";
    private static final String NOT_WHEN_CLEAN =
            "from the state that the service had at the beginning, it did not come in "
                    + (FRESH_ATTEMPTS + 1)
                    + " runs, so that it comes of what this run itself had left behind, such as a name that"
                    + " is taken";

    private static final String NOT_ALONE = "it did not come in " + (FRESH_ATTEMPTS + 1)
            + " runs in which nothing else was sent meanwhile, so that it comes of what other calls of this run did"
            + " between those of its sequence";

    private final RunListener listener;
    private final BooleanSupplier goesOn;
    private final boolean cleaner;
    private final Told log;
    private final OwnDoing ownDoing;
    private final boolean beside;

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
     * @param ownDoing what comes of what the run itself had sent before
     * @param beside whether the first time other scenarios were run meanwhile
     */
    Confirmer(
            RunListener listener,
            BooleanSupplier goesOn,
            boolean cleaner,
            Told log,
            OwnDoing ownDoing,
            boolean beside) {
        this.listener = listener;
        this.goesOn = goesOn;
        this.cleaner = cleaner;
        this.log = log;
        this.ownDoing = ownDoing;
        this.beside = beside;
    }

    /**
     * What became of some failures.
     *
     * @param again for each failure that came again the run that showed it; also with another root cause than was suspected, if that is new
     * @param refuted those that came again for another reason, or for none that the log tells
     * @param own those that come of what the run itself had sent before
     * @param once those that did not come again, and what is to be told of each, if nothing else explains it
     */
    record Outcome(
            Map<FailureId, LiveSession> again,
            Set<FailureId> refuted,
            Set<FailureId> own,
            Map<FailureId, RunEvent.FailureRetried> once) {}

    /**
     * Tells of each failure what became of it.
     *
     * @param scenario that showed them first
     * @param sighting of failures seen there for the first time
     * @param replay of the scenario
     */
    Outcome confirm(ScenarioId scenario, Sightings.Sighting sighting, Replay replay) {
        Set<FailureId> failures = sighting.failures();
        Map<FailureId, RunEvent.CallAnswered> doubtful = sighting.doubtful();
        listener.on(new RunEvent.RetryBegun(scenario, List.copyOf(failures), Purpose.CONFIRMATION));
        Outcome outcome =
                new Outcome(new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashMap<>());
        Set<FailureId> open = new LinkedHashSet<>(failures);
        boolean blocked = false;
        boolean accepted = false;
        int attempt = 0;
        for (; attempt <= FRESH_ATTEMPTS && !open.isEmpty() && goesOn.getAsBoolean(); attempt++) {
            LiveSession session = replay.attempt(attempt);
            blocked |= session.statuses().stream().anyMatch(BLOCKED_BY_STATE::contains);
            accepted |= attempt == 0 && session.statuses().stream().allMatch(status -> status / 100 == 2);
            int same = attempt;
            Map<FailureId, LiveSession> told =
                    new Hearing(replay, same, goesOn, log::isSpontaneous).told(failures, session);
            told.forEach((seen, showing) -> {
                boolean other = !open.contains(seen) && isOtherReason(seen, open) && log.isNew(seen);
                if (!open.remove(seen) && !other) {
                    return;
                }
                if (ownDoing.isShown(seen, showing, () -> replay.attempt(FRESH_ATTEMPTS))) {
                    outcome.own().add(seen);
                    listener.on(new RunEvent.FailureRetried(seen, Confirmation.OWN_DOING, SENT_TWICE));
                } else {
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
                RunEvent.CallAnswered refused = doubtful.get(failure);
                Optional<Supplier<LiveSession>> same =
                        accepted ? Optional.of(() -> replay.attempt(0)) : Optional.empty();
                if (cleaner) {
                    outcome.own().add(failure);
                    listener.on(new RunEvent.FailureRetried(failure, Confirmation.OWN_DOING, NOT_WHEN_CLEAN));
                } else if (refused != null && ownDoing.wasShown(failure, refused, same)) {
                    outcome.own().add(failure);
                    listener.on(new RunEvent.FailureRetried(
                            failure,
                            Confirmation.OWN_DOING,
                            refused.exchange().response().status() < 500 ? REFUSED_ONCE : SENT_TWICE));
                } else if (beside && sighting.chained().contains(failure) && !failure.ofService()) {
                    outcome.own().add(failure);
                    listener.on(new RunEvent.FailureRetried(failure, Confirmation.OWN_DOING, NOT_ALONE));
                } else {
                    outcome.once().put(failure, unconfirmed(failure, blocked));
                }
            }
        }
        return outcome;
    }

    /**
     * Tells of failures that did not come again, when what else there was to confirm is known.
     *
     * @param doubtful of all those that may come of what the run itself sent before, with the call that showed it
     * @return those that come of what the run itself had sent before
     */
    Set<FailureId> last(Map<FailureId, RunEvent.FailureRetried> once, Map<FailureId, RunEvent.CallAnswered> doubtful) {
        Set<FailureId> own = new LinkedHashSet<>();
        once.forEach((failure, untold) -> {
            RunEvent.CallAnswered refused = doubtful.get(failure);
            if (refused != null && ownDoing.isSaid(failure, refused)) {
                own.add(failure);
                listener.on(new RunEvent.FailureRetried(failure, Confirmation.OWN_DOING, SAID_OF_ANOTHER));
            } else {
                listener.on(untold);
            }
        });
        return own;
    }

    /** Whether it is what is looked for, with another root cause. */
    private static boolean isOtherReason(FailureId seen, Set<FailureId> open) {
        return open.stream().anyMatch(other -> other.answered().equals(seen.answered()));
    }

    private static boolean refutes(FailureId seen, FailureId open, Outcome outcome) {
        return open.answered().equals(seen.answered()) && outcome.refuted().add(open);
    }

    private static RunEvent.FailureRetried unconfirmed(FailureId failure, boolean blocked) {
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

package io.contractcheck.internal.engine;

import io.contractcheck.check.FailureId;
import io.contractcheck.event.RunEvent;
import io.contractcheck.internal.phase.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The failures seen in a run, each with the first scenarios of a round that showed it: first in the order of the round, whichever ended
 * first. One is enough, but for a suspected root cause, which may have been another call's, and for what may come of the run itself.
 * Thread-safe.
 */
final class Sightings {
    private static final int WITNESSES = 4;
    private static final int MOST_SUSPECTS = 60;
    private static final int MOST_REOPENED = 12;

    private static final Comparator<FailureId> BY_NAME = Comparator.comparing(FailureId::operation)
            .thenComparing(FailureId::check)
            .thenComparing(FailureId::cause)
            .thenComparing(failure -> failure.root().orElse(""));

    private static final Comparator<Sighting> IN_ORDER = Comparator.comparingInt(Sighting::place)
            .thenComparing(s -> s.scenario().id().index());

    private final Set<FailureId> known = new LinkedHashSet<>();
    private final Set<FailureId> answered = new LinkedHashSet<>();
    private final Set<FailureId> claimed = new LinkedHashSet<>();
    private final Map<FailureId, Integer> own = new LinkedHashMap<>();
    private final Map<FailureId, Integer> suspects = new LinkedHashMap<>();
    private final Map<FailureId, List<Sighting>> fresh = new LinkedHashMap<>();
    private final Map<FailureId, List<Sighting>> more = new LinkedHashMap<>();

    /**
     * Some failures of one scenario.
     *
     * @param place of its operation among all
     * @param all that it showed
     * @param failures seen for the first time
     * @param doubtful of all those that may come of what the run itself sent before, with the call that showed it
     * @param chained of all those that calls of the same scenario came before
     */
    record Sighting(
            int place,
            Scenario scenario,
            Set<FailureId> all,
            Set<FailureId> failures,
            Map<FailureId, RunEvent.CallAnswered> doubtful,
            Set<FailureId> chained) {
        /**
         * Whether nothing else may be sent while it is run again, so that what is logged is its own, and nobody comes between its calls.
         *
         * @param listens whether what is logged counts
         */
        boolean alone(boolean listens) {
            return failures.stream().anyMatch(f -> listens && f.ofService() || chained.contains(f));
        }
    }

    /**
     * @param doubtful which failures do not count before they came again
     * @param chained those that calls of the same scenario came before
     */
    synchronized void add(
            int place,
            Scenario scenario,
            Set<FailureId> failures,
            Map<FailureId, RunEvent.CallAnswered> doubtful,
            Set<FailureId> chained) {
        Sighting sighting =
                new Sighting(place, scenario, new LinkedHashSet<>(failures), new TreeSet<>(BY_NAME), doubtful, chained);
        for (FailureId failure : failures) {
            if (!doubtful.containsKey(failure)) {
                answered.add(failure.answered());
            }
            if (!known.contains(failure) && isBearable(failure)) {
                List<Sighting> witnesses = fresh.computeIfAbsent(failure, f -> new ArrayList<>());
                witnesses.add(sighting);
                witnesses.sort(IN_ORDER);
                if (witnesses.size() > (failure.root().isEmpty() && !doubtful.containsKey(failure) ? 1 : WITNESSES)) {
                    witnesses.remove(witnesses.size() - 1);
                }
            }
        }
    }

    /** A service that logs something else each time would have each of its failures run again. */
    private boolean isBearable(FailureId failure) {
        return failure.root().isEmpty()
                || fresh.containsKey(failure)
                || suspects.merge(failure.answered(), 1, Integer::sum) <= MOST_SUSPECTS;
    }

    /** How many distinct failures there are, by what was answered. */
    synchronized int count() {
        return answered.size();
    }

    /** How many there may be, with those that were not looked at yet. */
    synchronized int possible() {
        Set<FailureId> possible = new LinkedHashSet<>(answered);
        fresh.keySet().forEach(failure -> possible.add(failure.answered()));
        return possible.size();
    }

    /** It came again. */
    synchronized void confirmed(FailureId failure) {
        answered.add(failure.answered());
    }

    /** It came of what the run itself had sent. It may still be seen for another reason, and is then looked at again, for some times. */
    synchronized void ownDoing(FailureId failure) {
        if (own.merge(failure, 1, Integer::sum) <= MOST_REOPENED) {
            known.remove(failure);
        }
    }

    /** Whether a failure came of what the run itself had sent, before. */
    synchronized boolean wasOwnDoing(FailureId failure) {
        return own.containsKey(failure);
    }

    /** Those that are new since it was last asked, by scenario, in order. */
    synchronized List<Sighting> settle() {
        more.clear();
        Set<Sighting> sightings = Collections.newSetFromMap(new IdentityHashMap<>());
        fresh.forEach((failure, witnesses) -> {
            Sighting first = witnesses.get(0);
            first.failures().add(failure);
            sightings.add(first);
            more.put(failure, witnesses.subList(1, witnesses.size()));
        });
        known.addAll(fresh.keySet());
        fresh.clear();
        return sightings.stream().sorted(IN_ORDER).toList();
    }

    /** Whether a failure was not seen yet, until now. */
    synchronized boolean isNew(FailureId failure) {
        return !fresh.containsKey(failure) && known.add(failure);
    }

    /** This is the root cause of that failure. */
    synchronized void claim(FailureId failure) {
        known.add(failure);
        claimed.add(failure);
    }

    /**
     * Who else may have seen a failure for a reason that the first did not have: whoever saw no other reason that is known by now, else
     * one that did.
     */
    synchronized Optional<Sighting> next(FailureId failure) {
        List<Sighting> left = claimed.contains(failure) ? List.of() : more.getOrDefault(failure, List.of());
        Optional<Sighting> unexplained = left.stream()
                .filter(sighting -> !isExplained(sighting, failure))
                .findFirst();
        Optional<Sighting> next = unexplained.or(() -> left.stream().findFirst());
        List<Sighting> rest = unexplained.isPresent()
                ? left.stream().filter(s -> s != unexplained.get()).toList()
                : List.of();
        more.put(failure, rest);
        return next.map(sighting -> {
            Set<FailureId> only = new TreeSet<>(BY_NAME);
            only.add(failure);
            return new Sighting(
                    sighting.place(),
                    sighting.scenario(),
                    sighting.all(),
                    only,
                    sighting.doubtful(),
                    sighting.chained());
        });
    }

    private boolean isExplained(Sighting sighting, FailureId failure) {
        return sighting.all().stream()
                .anyMatch(seen -> claimed.contains(seen) && seen.answered().equals(failure.answered()));
    }
}

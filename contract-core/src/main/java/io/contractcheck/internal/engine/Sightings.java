package io.contractcheck.internal.engine;

import io.contractcheck.check.FailureId;
import io.contractcheck.internal.phase.Scenario;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The failures seen in a run, each with the first scenario of a round that showed it: first in the order of the round, whichever ended
 * first. Thread-safe.
 */
final class Sightings {
    private static final Comparator<FailureId> BY_NAME = Comparator.comparing(FailureId::operation)
            .thenComparing(FailureId::check)
            .thenComparing(FailureId::cause);

    private static final Comparator<Sighting> IN_ORDER = Comparator.comparingInt(Sighting::place)
            .thenComparing(s -> s.scenario().id().index());

    private final Set<FailureId> known = new LinkedHashSet<>();
    private final Map<FailureId, Sighting> fresh = new LinkedHashMap<>();

    /**
     * Some failures of one scenario.
     *
     * @param place of its operation among all
     * @param failures seen for the first time
     */
    record Sighting(int place, Scenario scenario, Set<FailureId> failures) {}

    synchronized void add(int place, Scenario scenario, Set<FailureId> failures) {
        Sighting sighting = new Sighting(place, scenario, new TreeSet<>(BY_NAME));
        for (FailureId failure : failures) {
            if (!known.contains(failure)) {
                fresh.merge(failure, sighting, (a, b) -> IN_ORDER.compare(b, a) < 0 ? b : a);
            }
        }
    }

    /** How many distinct failures there are. */
    synchronized int count() {
        return known.size() + fresh.size();
    }

    /** Those that are new since it was last asked, by scenario, in order. */
    synchronized List<Sighting> settle() {
        fresh.forEach((failure, sighting) -> sighting.failures().add(failure));
        Set<Sighting> sightings = Collections.newSetFromMap(new IdentityHashMap<>());
        sightings.addAll(fresh.values());
        known.addAll(fresh.keySet());
        fresh.clear();
        return sightings.stream().sorted(IN_ORDER).toList();
    }
}

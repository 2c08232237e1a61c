package io.contractcheck.internal.engine;

import io.contractcheck.check.FailureId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.UnwritableException;
import io.contractcheck.testcase.Wire;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import net.jqwik.api.Shrinkable;

/**
 * Looks for the smallest values with which a scenario still shows the same failure. Greedy: the first smaller value that shows it is gone on
 * with. What is told has come twice.
 */
final class Shrinker {
    /** For one failure; a bound on the load on the service rather than on what is possible. */
    private static final int MOST_TRIES = 60;

    private static final String ANYWHERE = "http://localhost";

    private final RunListener listener;
    private final BooleanSupplier goesOn;

    /** @param goesOn whether there is time for another run */
    Shrinker(RunListener listener, BooleanSupplier goesOn) {
        this.listener = listener;
        this.goesOn = goesOn;
    }

    /**
     * Tells of each failure with what smaller values it came, if it did. Each is looked at by itself: what is sent for one must not depend
     * on which others are new in this run, or in this shard of it.
     *
     * @param scenario that showed them
     * @param failures with the runs that showed them again
     * @param replay of the scenario
     */
    void shrink(ScenarioId scenario, Map<FailureId, LiveSession> failures, Replay replay) {
        failures.forEach((failure, seen) -> {
            listener.on(new RunEvent.RetryBegun(scenario, List.of(failure), Purpose.SHRINK));
            Search search = new Search(failure, seen, replay);
            LiveSession smallest = search.run();
            if (smallest != seen && goesOn.getAsBoolean()) {
                LiveSession again = replay.with(smallest.drawn(), Purpose.CONFIRMATION);
                if (again.failures().contains(failure)) {
                    listener.on(new RunEvent.FailureShrunk(failure, again.showing(failure), search.tries));
                }
            }
        });
    }

    private final class Search {
        private final FailureId failure;
        private final Replay replay;
        private final Set<Object> tried = new LinkedHashSet<>();
        private LiveSession best;
        private int tries;

        Search(FailureId failure, LiveSession seen, Replay replay) {
            this.failure = failure;
            this.best = seen;
            this.replay = replay;
        }

        LiveSession run() {
            boolean smaller = true;
            while (smaller) {
                smaller = false;
                for (Draws.Key key : List.copyOf(best.drawn().keySet())) {
                    smaller |= best.drawn().containsKey(key) && smaller(key);
                }
            }
            return best;
        }

        /** Makes one value as small as it can be with all others as they are. */
        private boolean smaller(Draws.Key key) {
            boolean found = false;
            Iterator<? extends Shrinkable<?>> candidates = candidates(key);
            while (tries < MOST_TRIES && candidates.hasNext() && goesOn.getAsBoolean()) {
                Shrinkable<?> candidate = candidates.next();
                if (!isNew(key, candidate.value())) {
                    continue;
                }
                tries++;
                Map<Draws.Key, Shrinkable<?>> values = new LinkedHashMap<>(best.drawn());
                values.put(key, candidate);
                LiveSession session = replay.with(values, Purpose.SHRINK);
                if (session.failures().contains(failure)) {
                    best = session;
                    found = true;
                    candidates = candidates(key);
                }
            }
            return found;
        }

        /** Cases are compared by what would be sent, which is all that the service sees. */
        private boolean isNew(Draws.Key key, Object value) {
            try {
                return tried.add(
                        value instanceof TestCase testCase ? Wire.write(testCase, ANYWHERE) : List.of(key, value));
            } catch (UnwritableException e) {
                return false;
            }
        }

        private Iterator<? extends Shrinkable<?>> candidates(Draws.Key key) {
            Shrinkable<?> value = best.drawn().get(key);
            return value == null
                    ? List.<Shrinkable<?>>of().iterator()
                    : value.shrink().iterator();
        }
    }
}

package io.contractcheck.internal.engine;

import io.contractcheck.check.FailureId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.UnwritableException;
import io.contractcheck.testcase.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import net.jqwik.api.Shrinkable;

/**
 * Looks for the fewest calls and then the smallest values with which a scenario still shows the same failure. Greedy: the first smaller
 * one that shows it is gone on with. What is told has come twice.
 */
final class Shrinker {
    /** For one failure; a bound on the load on the service rather than on what is possible. */
    private static final int MOST_TRIES = 60;

    /** Of them to leave out parts. */
    private static final int MOST_SHORTER = 24;

    /** Draws of a name until it is not taken. */
    private static final int MOST_ANEW = 3;

    /** The attempts of a confirmation come before. */
    private static final int FIRST_ATTEMPT = 1000;

    private static final List<Integer> REFUSED = List.of(400, 409, 422);

    private static final String ANYWHERE = "http://localhost";

    private final RunListener listener;
    private final BooleanSupplier goesOn;
    private final boolean anywhere;

    /**
     * @param goesOn whether there is time for another run
     * @param clean whether each run begins from the same state, so that nothing of other runs can be come upon
     */
    Shrinker(RunListener listener, BooleanSupplier goesOn, boolean clean) {
        this.listener = listener;
        this.goesOn = goesOn;
        this.anywhere = clean;
    }

    /**
     * Tells of each failure with what fewer calls and smaller values it came, if it did. Each is looked at by itself: what is sent for one
     * must not depend on which others are new in this run, or in this shard of it.
     *
     * @param scenario that showed them
     * @param failures with the runs that showed them again
     * @param minimal whether values are as small as they can be
     * @param replay of the scenario
     */
    void shrink(ScenarioId scenario, Map<FailureId, LiveSession> failures, boolean minimal, Replay replay) {
        failures.forEach((failure, seen) -> {
            if (minimal && (seen.before(failure) == 0 || seen.parts(failure).isEmpty())) {
                return;
            }
            listener.on(new RunEvent.RetryBegun(scenario, List.of(failure), Purpose.SHRINK));
            Search search = new Search(failure, seen, replay);
            search.shorter();
            if (!minimal) {
                search.smaller();
            }
            if (search.best != seen && goesOn.getAsBoolean()) {
                LiveSession again = search.again();
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
        private final Set<String> without = new LinkedHashSet<>();
        /** What the service takes once only, such as a name: drawn anew each time. */
        private final Set<Draws.Key> once = new LinkedHashSet<>();

        private LiveSession best;
        private int tries;

        Search(FailureId failure, LiveSession seen, Replay replay) {
            this.failure = failure;
            this.best = seen;
            this.replay = replay;
            seen.drawn().keySet().stream()
                    .filter(key -> REFUSED.contains(seen.status(key).orElse(0)) && seen.isBefore(key, failure))
                    .forEach(once::add);
        }

        /** Leaves out each part that the failure does not need: first all at once that were in vain, then one by one, the last ones first. */
        void shorter() {
            List<String> inVain = best.inVain(failure);
            if (inVain.size() > 1) {
                shorter(inVain);
            }
            boolean shorter = true;
            while (shorter && best.before(failure) > 0) {
                shorter = false;
                List<String> parts = new ArrayList<>(best.parts(failure));
                Collections.reverse(parts);
                for (String part : parts) {
                    shorter |= best.parts(failure).contains(part) && shorter(List.of(part));
                }
            }
        }

        private boolean shorter(List<String> parts) {
            Set<String> less = new LinkedHashSet<>(without);
            less.addAll(parts);
            if (tries >= MOST_SHORTER || best.before(failure) == 0 || !goesOn.getAsBoolean() || !tried.add(less)) {
                return false;
            }
            LiveSession session = run(best.all(), less, Optional.empty(), Purpose.SHRINK);
            if (shows(session) && session.before(failure) < best.before(failure)) {
                best = session;
                without.addAll(parts);
                return true;
            }
            return false;
        }

        void smaller() {
            boolean smaller = true;
            while (smaller) {
                smaller = false;
                for (Draws.Key key : List.copyOf(best.drawn().keySet())) {
                    smaller |= best.drawn().containsKey(key) && smaller(key);
                }
            }
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
                Map<Draws.Key, Shrinkable<?>> values = best.all();
                values.put(key, candidate);
                LiveSession session = run(values, without, Optional.of(key), Purpose.SHRINK);
                if (shows(session)) {
                    best = session;
                    found = true;
                    candidates = candidates(key);
                }
            }
            return found;
        }

        /** Where what comes before the failure is refused now that was not, it is drawn anew, now and from then on. */
        private LiveSession run(
                Map<Draws.Key, Shrinkable<?>> values, Set<String> parts, Optional<Draws.Key> changed, Purpose purpose) {
            LiveSession session = once(values, parts, purpose);
            for (int i = 0; i < MOST_ANEW && !session.failures().contains(failure); i++) {
                LiveSession last = session;
                List<Draws.Key> refused = session.drawn().keySet().stream()
                        .filter(key -> changed.filter(key::equals).isEmpty() && isRefusedNow(key, last))
                        .toList();
                if (refused.isEmpty() || !goesOn.getAsBoolean()) {
                    return session;
                }
                once.addAll(refused);
                session = once(values, parts, purpose);
            }
            return session;
        }

        private boolean isRefusedNow(Draws.Key key, LiveSession session) {
            return REFUSED.contains(session.status(key).orElse(0))
                    && (once.contains(key) || best.status(key).orElse(400) < 400);
        }

        /** Whether it is shown by what is no longer than the best, and makes up no name that the best was brought. */
        private boolean shows(LiveSession session) {
            return session.failures().contains(failure)
                    && session.before(failure) <= best.before(failure)
                    && (anywhere || session.isLikeIn(best, failure));
        }

        private LiveSession once(Map<Draws.Key, Shrinkable<?>> values, Set<String> parts, Purpose purpose) {
            tries++;
            Map<Draws.Key, Shrinkable<?>> given = new LinkedHashMap<>(values);
            given.keySet().removeAll(once);
            return replay.with(
                    new Replay.Plot(given, parts, once.isEmpty() ? 0 : FIRST_ATTEMPT + tries), failure, purpose);
        }

        /** The best once more. */
        LiveSession again() {
            int before = tries;
            LiveSession again = run(best.all(), without, Optional.empty(), Purpose.CONFIRMATION);
            tries = before;
            return again;
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
            return value == null || once.contains(key)
                    ? List.<Shrinkable<?>>of().iterator()
                    : value.shrink().iterator();
        }
    }
}

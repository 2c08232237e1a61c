package io.contractcheck.internal.engine;

import io.contractcheck.check.FailureId;
import io.contractcheck.event.Purpose;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Shrinkable;

/** Runs a scenario again. */
interface Replay {
    /**
     * With the same decisions and fresh values; attempt 0 has those of the first time. Where a call of several was refused then that is not
     * the last, what it drew is fresh first, and all else stays: the first time may have taken a name.
     */
    LiveSession attempt(int attempt);

    /** As it is told, until the failure is shown. */
    LiveSession with(Plot plot, FailureId sought, Purpose purpose);

    /**
     * How a scenario is run again.
     *
     * @param given values and decisions
     * @param without the parts that are left out
     * @param counts how often each name had been drawn when a part was begun the last time
     * @param attempt that brings what is not given
     */
    record Plot(
            Map<Draws.Key, Shrinkable<?>> given,
            Set<String> without,
            Map<String, Map<String, Integer>> counts,
            int attempt) {
        /** As it comes. */
        static final Plot NONE = new Plot(Map.of(), Set.of(), Map.of(), 0);

        public Plot {
            given = new LinkedHashMap<>(given);
            without = new LinkedHashSet<>(without);
            counts = new LinkedHashMap<>(counts);
        }
    }
}

package io.contractcheck.internal.engine;

import io.contractcheck.event.Purpose;
import java.util.Map;
import net.jqwik.api.Shrinkable;

/** Runs a scenario again. */
interface Replay {
    /** With fresh values; attempt 0 has those of the first time. */
    LiveSession attempt(int attempt);

    /** With given values. */
    LiveSession with(Map<Draws.Key, Shrinkable<?>> values, Purpose purpose);
}

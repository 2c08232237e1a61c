package io.contractcheck.internal.engine;

import io.contractcheck.check.CheckSettings;
import io.contractcheck.internal.phase.PhaseSettings;

/**
 * What the engine needs to know.
 *
 * @param baseUrl before every operation's path, without a trailing slash
 * @param seed of the run
 * @param phases how much phases do
 * @param checks what users set for checks
 * @param stopsWhenRefused whether a run ends after a phase if all valid cases so far were answered 401 or 403
 */
public record EngineSettings(
        String baseUrl, long seed, PhaseSettings phases, CheckSettings checks, boolean stopsWhenRefused) {
    /** A run that ends when nobody lets it in. */
    public EngineSettings(String baseUrl, long seed, PhaseSettings phases, CheckSettings checks) {
        this(baseUrl, seed, phases, checks, true);
    }
}

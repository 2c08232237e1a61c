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
 */
public record EngineSettings(String baseUrl, long seed, PhaseSettings phases, CheckSettings checks) {}

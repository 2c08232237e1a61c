package io.contractcheck.internal.engine;

import io.contractcheck.check.CheckSettings;
import io.contractcheck.internal.phase.PhaseSettings;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the engine needs to know.
 *
 * @param baseUrl before every operation's path, without a trailing slash
 * @param seed of the run
 * @param phases how much phases do
 * @param checks what users set for checks
 * @param futile asked after each phase: why there is no point in going on, if so
 */
public record EngineSettings(
        String baseUrl, long seed, PhaseSettings phases, CheckSettings checks, Supplier<Optional<String>> futile) {
    /** A run that goes on to its end. */
    public EngineSettings(String baseUrl, long seed, PhaseSettings phases, CheckSettings checks) {
        this(baseUrl, seed, phases, checks, Optional::empty);
    }
}

package io.contractcheck.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a service is started and stopped.
 *
 * @param program what is run
 * @param port on which it is to listen, which must be free before; none if that is nobody's business
 * @param readiness by what one knows that it can be called
 * @param startTimeout how long that may take
 * @param stopTimeout how long it may take to end after it was asked to, before it is killed
 * @param log where its output goes
 */
public record ServiceSettings(
        Program program,
        Optional<Integer> port,
        Readiness readiness,
        Duration startTimeout,
        Duration stopTimeout,
        Path log) {
    /** Two minutes. */
    public static final Duration DEFAULT_START_TIMEOUT = Duration.ofSeconds(120);

    /** Ten seconds. */
    public static final Duration DEFAULT_STOP_TIMEOUT = Duration.ofSeconds(10);
}

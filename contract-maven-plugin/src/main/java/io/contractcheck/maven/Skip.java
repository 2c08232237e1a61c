package io.contractcheck.maven;

import org.apache.maven.plugin.logging.Log;

/** The properties by which users of Maven skip tests. */
final class Skip {
    private Skip() {}

    static boolean by(boolean skip, boolean skipITs, boolean skipTests, boolean mavenTestSkip, Log log) {
        String reason = skip
                ? "contract.skip"
                : skipITs ? "skipITs" : skipTests ? "skipTests" : mavenTestSkip ? "maven.test.skip" : "";
        if (!reason.isEmpty()) {
            log.info("Contract tests are skipped (" + reason + ").");
        }
        return !reason.isEmpty();
    }
}

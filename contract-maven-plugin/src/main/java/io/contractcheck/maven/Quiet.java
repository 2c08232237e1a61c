package io.contractcheck.maven;

/**
 * Keeps the HTTP client's own debug output out of Maven's: with -X it would show every request as it is sent, and credentials with it. A level
 * that users set themselves stays, for those who want to see just that.
 */
final class Quiet {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.org.apache.hc";

    private Quiet() {}

    /** To be called before the first request: a logger keeps the level that it began with. */
    static void httpClient() {
        if (System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, "warn");
        }
    }
}

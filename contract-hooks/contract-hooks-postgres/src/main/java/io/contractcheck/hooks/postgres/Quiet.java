package io.contractcheck.hooks.postgres;

import org.slf4j.LoggerFactory;

/** Keeps libraries from telling the build's log what the user learns from us in a line. */
final class Quiet {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.";

    private Quiet() {}

    /** Maven's log asks for these properties when a class gets its logger; what users set stays, and so does all with -X. */
    static void testcontainers() {
        if (LoggerFactory.getLogger(Quiet.class).isDebugEnabled()) {
            return;
        }
        turnOff("org.testcontainers");
        turnOff("com.github.dockerjava");
    }

    /** The same of what is said of containers and images. */
    static void containers() {
        if (!LoggerFactory.getLogger(Quiet.class).isDebugEnabled()) {
            turnOff("tc");
        }
    }

    private static void turnOff(String name) {
        if (System.getProperty(LEVEL + name) == null) {
            System.setProperty(LEVEL + name, "off");
        }
    }
}

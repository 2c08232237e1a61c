package io.contractcheck.hooks.postgres;

/**
 * The threads that Testcontainers starts, and the one that looks for Docker. Where its cleaner is switched off, it cleans up in the JVM's
 * last moments, when Maven has closed the jars that it would need for that; what there was to clean up is gone by then, so users need not
 * see how it fails.
 */
final class Unheard extends ThreadGroup {
    Unheard() {
        super("contract-docker");
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (!(thrown instanceof LinkageError)) {
            super.uncaughtException(thread, thrown);
        }
    }
}

package io.contractcheck.internal.engine;

import io.contractcheck.event.ScenarioId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Seeds from identities: the same on every machine, whatever ran before, in whatever order. */
final class Seeds {
    /** Never fed, only cloned, which is faster than to ask for a new one. */
    private static final MessageDigest DIGEST = digest();

    private Seeds() {}

    /**
     * The seed of a scenario.
     *
     * @param attempt 0 for its own values; higher numbers give it fresh ones
     */
    static long scenario(long runSeed, ScenarioId id, int attempt) {
        return hash(runSeed + "\n" + id.phase() + "\n" + id.operation() + "\n" + id.index() + "\n" + attempt);
    }

    /** The seed of one draw; its occurrence counts draws of the same name from 0. */
    static long draw(long scenarioSeed, String name, int occurrence) {
        return hash(scenarioSeed + "\n" + name + "\n" + occurrence);
    }

    private static long hash(String text) {
        try {
            MessageDigest digest = (MessageDigest) DIGEST.clone();
            return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (CloneNotSupportedException e) {
            return ByteBuffer.wrap(digest().digest(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

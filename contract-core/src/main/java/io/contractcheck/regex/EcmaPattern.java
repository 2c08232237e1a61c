package io.contractcheck.regex;

import java.util.Random;

/** A regular expression of ECMA-262 (with the u flag), compiled once: matching and generating by the same reading of it. Thread-safe. */
public final class EcmaPattern {

    private EcmaPattern() {}

    /**
     * Compiles a pattern.
     *
     * @throws PatternException if it is no pattern, or uses what is not supported; the message says what and at which index
     */
    public static EcmaPattern compile(String source) {
        throw new UnsupportedOperationException();
    }

    /** The pattern as given. */
    public String source() {
        throw new UnsupportedOperationException();
    }

    /** Whether some part of the text matches: JSON Schema's unanchored reading of {@code pattern}. */
    public boolean find(CharSequence text) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes texts that contain a match and have a length within bounds; every one is verified by {@link #find}.
     *
     * @param minLength in code points
     * @param maxLength in code points
     * @throws PatternException if there is none, or none was found; the message says which
     */
    public TextGenerator generator(int minLength, int maxLength) {
        throw new UnsupportedOperationException();
    }

    /** Draws texts. Thread-safe. */
    @FunctionalInterface
    public interface TextGenerator {
        /** The next text, decided by nothing but the source of randomness. */
        String next(Random random);
    }
}

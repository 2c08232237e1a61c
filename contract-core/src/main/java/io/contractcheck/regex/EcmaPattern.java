package io.contractcheck.regex;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/** A regular expression of ECMA-262 (with the u flag), compiled once: matching and generating by the same reading of it. Thread-safe. */
public final class EcmaPattern {
    private final String source;
    private final Node root;
    private final Program program;

    private EcmaPattern(String source, Node root, Program program) {
        this.source = source;
        this.root = root;
        this.program = program;
    }

    /**
     * Compiles a pattern.
     *
     * @throws PatternException if it is no pattern, or uses what is not supported; the message says what and at which index
     */
    public static EcmaPattern compile(String source) {
        try {
            PatternReader.Reading reading = PatternReader.read(source);
            return new EcmaPattern(source, reading.root(), ProgramWriter.write(reading.root(), reading.groups()));
        } catch (PatternException e) {
            throw new PatternException("pattern " + source + ": " + e.getMessage());
        }
    }

    /** The pattern as given. */
    public String source() {
        return source;
    }

    /**
     * Whether some part of the text matches: JSON Schema's unanchored reading of {@code pattern}.
     *
     * @throws PatternException if it takes too many steps to tell, as some patterns do on some long texts
     */
    public boolean find(CharSequence text) {
        try {
            return new Machine(program, text.codePoints().toArray()).find();
        } catch (PatternException e) {
            throw new PatternException("pattern " + source + ": " + e.getMessage());
        }
    }

    /**
     * Makes texts that contain a match and have a length within bounds; every one is verified by {@link #find}.
     *
     * @param minLength in code points
     * @param maxLength in code points
     * @throws PatternException if there is none, or none was found; the message says which
     */
    public TextGenerator generator(int minLength, int maxLength) {
        return generator(minLength, maxLength, c -> true);
    }

    /**
     * Like {@link #generator(int, int)}, of allowed code points only.
     *
     * @param allowed which code points may be used; it must always answer alike, and be thread-safe
     */
    public TextGenerator generator(int minLength, int maxLength, IntPredicate allowed) {
        return new TextMaker(this, root, minLength, maxLength, allowed);
    }

    /** Texts that do not match but nearly do, of any length; none if every text matches, or none was found. */
    public List<String> nearMisses(Random random) {
        return nearMisses(0, Integer.MAX_VALUE, c -> true, random);
    }

    /**
     * Texts that do not match, most of them one code point changed, removed or added away from one that does; none if there are none, or none
     * was found. The order and the texts are decided by nothing but the source of randomness.
     *
     * @param minLength in code points
     * @param maxLength in code points
     * @param allowed which code points may be used
     */
    public List<String> nearMisses(int minLength, int maxLength, IntPredicate allowed, Random random) {
        return new NearMisses(this, root, minLength, maxLength, allowed).texts(random);
    }

    @Override
    public String toString() {
        return source;
    }

    /** Draws texts. Thread-safe. */
    @FunctionalInterface
    public interface TextGenerator {
        /** The next text, decided by nothing but the source of randomness. */
        String next(Random random);
    }
}

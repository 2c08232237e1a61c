package io.contractcheck.regex;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/** A regular expression of ECMA-262 (with the u flag), compiled once: matching and generating by the same reading of it. Thread-safe. */
public final class EcmaPattern {
    private static final int TRIES = 300;

    private final String source;
    private final Node root;
    private final int groups;

    private EcmaPattern(String source, Node root, int groups) {
        this.source = source;
        this.root = root;
        this.groups = groups;
    }

    /**
     * Compiles a pattern.
     *
     * @throws PatternException if it is no pattern, or uses what is not supported; the message says what and at which index
     */
    public static EcmaPattern compile(String source) {
        PatternParser parser = new PatternParser(source);
        try {
            Node root = parser.parse();
            return new EcmaPattern(source, root, parser.groups());
        } catch (PatternException e) {
            throw new PatternException("pattern " + source + ": " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new PatternException("pattern of " + source.length() + " characters: nested too deep");
        }
    }

    /** The pattern as given. */
    public String source() {
        return source;
    }

    /** Whether some part of the text matches: JSON Schema's unanchored reading of {@code pattern}. */
    public boolean find(CharSequence text) {
        return new Matcher(text.codePoints().toArray(), groups).find(root);
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

    /** Like {@link #generator(int, int)}, of allowed code points only. */
    public TextGenerator generator(int minLength, int maxLength, IntPredicate allowed) {
        if (minLength > maxLength || Lengths.min(root) > maxLength) {
            throw new PatternException(
                    "pattern " + source + " matches nothing of " + minLength + " to " + maxLength + " characters");
        }
        TextGenerator generator = random -> {
            for (int i = 0; i < TRIES; i++) {
                String text = attempt(minLength, maxLength, allowed, random);
                if (text != null) {
                    return text;
                }
            }
            throw new PatternException(
                    "no text of " + minLength + " to " + maxLength + " characters was found for pattern " + source);
        };
        generator.next(new Random(0));
        return generator;
    }

    private String attempt(int minLength, int maxLength, IntPredicate allowed, Random random) {
        Generator generator = new Generator(allowed, random);
        String drawn;
        try {
            drawn = generator.text(root, Math.min(minLength, Lengths.max(root)), maxLength);
        } catch (Generator.DeadEnd e) {
            return null;
        }
        String text = pad(inject(drawn, generator.wanted(), allowed, random), minLength, random);
        int length = text.codePointCount(0, text.length());
        return length >= minLength && length <= maxLength && text.codePoints().allMatch(allowed) && find(text)
                ? text
                : null;
    }

    /** Overwrites random places with what lookarounds ask for, as passwords need a digit somewhere. */
    private static String inject(String text, List<Node> wanted, IntPredicate allowed, Random random) {
        int[] points = text.codePoints().toArray();
        for (Node node : wanted) {
            try {
                int[] piece = new Generator(allowed, random)
                        .text(node, 0, Math.max(1, points.length))
                        .codePoints()
                        .toArray();
                if (piece.length > 0 && points.length > 0) {
                    points[random.nextInt(points.length)] = piece[piece.length - 1];
                }
            } catch (Generator.DeadEnd e) {
                return text;
            }
        }
        return new String(points, 0, points.length);
    }

    private static String pad(String text, int minLength, Random random) {
        StringBuilder padded = new StringBuilder(text);
        for (int length = text.codePointCount(0, text.length()); length < minLength; length++) {
            padded.append((char) ('a' + random.nextInt(26)));
        }
        return padded.toString();
    }

    /** Draws texts. Thread-safe. */
    @FunctionalInterface
    public interface TextGenerator {
        /** The next text, decided by nothing but the source of randomness. */
        String next(Random random);
    }
}

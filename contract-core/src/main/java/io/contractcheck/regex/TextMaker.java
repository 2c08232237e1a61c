package io.contractcheck.regex;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Makes texts of a pattern whose lengths are within bounds. Immutable, thread-safe. */
final class TextMaker implements EcmaPattern.TextGenerator {
    private static final int TRIES = 200;

    /** Texts that take the machine too long to match are tried this often. */
    private static final int SLOW_TRIES = 3;

    /** Code points that most texts have at most beyond the fewest. */
    private static final int USUAL = 24;

    /** Code points that are left to what stands around a match, if all else fails. */
    private static final int NEEDED = 20;

    private static final List<Integer> ROOM = List.of(64, 1_000, 50_000, 4_000_000);

    private final EcmaPattern pattern;
    private final Node root;
    private final int min;
    private final int max;
    private final Blueprint blueprint;
    /** How long the match is to be. */
    private final Ranges matches;

    /** How long it may be if lookarounds or boundaries need room. */
    private final Ranges shorter;

    private final String sample;

    TextMaker(EcmaPattern pattern, Node root, int min, int max, IntPredicate allowed) {
        this.pattern = pattern;
        this.root = root;
        this.min = Math.max(0, min);
        this.max = max;
        if (min > max) {
            throw impossible();
        }
        Blueprint plan = new Blueprint(root, (int) Math.min(max, (long) this.min + ROOM.get(0)), allowed);
        Ranges lengths = lengths(plan);
        for (int i = 1; lengths.isEmpty() && plan.cap() < max && i < ROOM.size(); i++) {
            plan = new Blueprint(root, (int) Math.min(max, (long) this.min + ROOM.get(i)), allowed);
            lengths = lengths(plan);
        }
        if (lengths.isEmpty()) {
            throw impossible();
        }
        blueprint = plan;
        matches = lengths;
        shorter = whole() ? lengths : plan.lengths(root).and(Ranges.between(Math.max(0, lengths.min() - NEEDED), max));
        sample = first();
    }

    private PatternException impossible() {
        return new PatternException("pattern " + pattern.source() + " matches nothing between " + min + " and "
                + (max == Integer.MAX_VALUE ? "any number of" : max) + " code points");
    }

    private String first() {
        Random random = new Random(0);
        String text = attempt(random);
        if (text == null) {
            throw new PatternException("no text between " + min + " and " + max + " code points was found for pattern "
                    + pattern.source() + " in " + TRIES + " tries");
        }
        return text;
    }

    @Override
    public String next(Random random) {
        String text = attempt(random);
        return text == null ? sample : text;
    }

    /** A text that matches, or null if none was found. */
    private @Nullable String attempt(Random random) {
        int slow = 0;
        for (int i = 0; i < TRIES; i++) {
            try {
                int match = length(i < TRIES / 2 ? matches : shorter, random);
                String text =
                        new Draughtsman(blueprint, max, random).draw(root, match, Math.max(min, match), i > TRIES / 4);
                if (accepts(text)) {
                    return text;
                }
            } catch (Canvas.DeadEnd e) {
                // another try
            } catch (PatternException e) {
                if (++slow == SLOW_TRIES) {
                    throw e;
                }
            }
        }
        return null;
    }

    private boolean accepts(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= min && length <= max && pattern.find(text);
    }

    private static int length(Ranges matches, Random random) {
        Ranges usual = matches.and(Ranges.between(0, matches.min() + USUAL));
        int roll = random.nextInt(16);
        if (roll == 0) {
            return matches.min();
        }
        Ranges chosen = roll == 1 ? matches : usual;
        return chosen.get(random.nextInt(chosen.count()));
    }

    /** The lengths that the match itself may have: within the bounds if that can be, else shorter, to be surrounded. */
    private Ranges lengths(Blueprint plan) {
        Ranges all = plan.lengths(root);
        Ranges within = all.and(Ranges.between(min, max));
        if (whole()) {
            return within.and(foreseen(root, plan));
        }
        return within.isEmpty() ? all : within;
    }

    private boolean whole() {
        return Edges.beginsAtStart(root) && Edges.endsAtEnd(root);
    }

    /** The lengths of a whole text that lookaheads at its beginning leave. */
    private static Ranges foreseen(Node node, Blueprint plan) {
        Ranges left = Ranges.between(0, plan.cap());
        if (node instanceof Node.Group group) {
            return foreseen(group.body(), plan);
        }
        if (node instanceof Node.Sequence sequence) {
            for (Node part : sequence.parts()) {
                if (part instanceof Node.Look look && look.ahead() && !look.negative()) {
                    Ranges seen = plan.lengths(look.body());
                    boolean toEnd = Edges.endsAtEnd(look.body()) || seen.isEmpty();
                    left = left.and(toEnd ? seen : Ranges.between(seen.min(), plan.cap()));
                } else if (!(part instanceof Node.Anchor)) {
                    break;
                }
            }
        }
        return left;
    }
}

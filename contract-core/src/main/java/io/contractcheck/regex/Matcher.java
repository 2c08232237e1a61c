package io.contractcheck.regex;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Matches by backtracking (ECMA-262, section 22.2.2), within a budget of steps. */
final class Matcher {
    private static final int STEPS = 5_000_000;

    private final int[] text;
    private final int[] starts;
    private final int[] ends;
    private int steps;

    Matcher(int[] text, int groups) {
        this.text = text;
        starts = new int[groups + 1];
        ends = new int[groups + 1];
    }

    @FunctionalInterface
    private interface Next {
        boolean from(int at);
    }

    boolean find(Node node) {
        try {
            for (int i = 0; i <= text.length; i++) {
                Arrays.fill(starts, -1);
                Arrays.fill(ends, -1);
                if (match(node, i, true, end -> true)) {
                    return true;
                }
            }
            return false;
        } catch (StackOverflowError e) {
            throw new PatternException("the text is too long for this pattern: matching goes too deep");
        }
    }

    private boolean match(Node node, int at, boolean forward, Next next) {
        if (++steps > STEPS) {
            throw new PatternException("matching takes more than " + STEPS + " steps");
        }
        if (node instanceof Node.Chars chars) {
            int index = forward ? at : at - 1;
            return index >= 0
                    && index < text.length
                    && chars.test().test(text[index])
                    && next.from(forward ? at + 1 : at - 1);
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence(sequence, forward ? 0 : sequence.parts().size() - 1, at, forward, next);
        }
        if (node instanceof Node.Choice choice) {
            for (Node branch : choice.branches()) {
                if (match(branch, at, forward, next)) {
                    return true;
                }
            }
            return false;
        }
        if (node instanceof Node.Repeat repeat) {
            return repeat.possessive()
                    ? possessive(repeat, at, forward, next)
                    : repeat.body() instanceof Node.Chars chars
                            ? chars(chars.test(), repeat, at, forward, next)
                            : repeat(repeat, 0, at, -1, forward, next);
        }
        if (node instanceof Node.Group group) {
            int oldStart = starts[group.number()];
            int oldEnd = ends[group.number()];
            boolean matched = match(group.body(), at, forward, end -> {
                int keptStart = starts[group.number()];
                int keptEnd = ends[group.number()];
                starts[group.number()] = Math.min(at, end);
                ends[group.number()] = Math.max(at, end);
                if (next.from(end)) {
                    return true;
                }
                starts[group.number()] = keptStart;
                ends[group.number()] = keptEnd;
                return false;
            });
            if (!matched) {
                starts[group.number()] = oldStart;
                ends[group.number()] = oldEnd;
            }
            return matched;
        }
        if (node instanceof Node.Backreference reference) {
            return backreference(reference.number(), at, forward, next);
        }
        if (node instanceof Node.Look look) {
            boolean seen = match(look.body(), at, look.ahead(), end -> true);
            return seen != look.negative() && next.from(at);
        }
        boolean holds = switch ((Node.Anchor) node) {
            case START -> at == 0;
            case END -> at == text.length;
            case WORD_BOUNDARY -> word(at - 1) != word(at);
            case NOT_WORD_BOUNDARY -> word(at - 1) == word(at);
        };
        return holds && next.from(at);
    }

    private boolean word(int index) {
        return index >= 0 && index < text.length && Classes.WORD.contains(text[index]);
    }

    private boolean sequence(Node.Sequence sequence, int part, int at, boolean forward, Next next) {
        if (part < 0 || part >= sequence.parts().size()) {
            return next.from(at);
        }
        return match(
                sequence.parts().get(part),
                at,
                forward,
                end -> sequence(sequence, forward ? part + 1 : part - 1, end, forward, next));
    }

    private boolean chars(IntPredicate test, Node.Repeat repeat, int at, boolean forward, Next next) {
        int step = forward ? 1 : -1;
        int limit = 0;
        int index = forward ? at : at - 1;
        while (limit < repeat.max() && index >= 0 && index < text.length && test.test(text[index])) {
            limit++;
            index += step;
        }
        if (repeat.lazy()) {
            for (int count = repeat.min(); count <= limit; count++) {
                if (next.from(at + step * count)) {
                    return true;
                }
            }
        } else {
            for (int count = limit; count >= repeat.min(); count--) {
                if (next.from(at + step * count)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean possessive(Node.Repeat repeat, int at, boolean forward, Next next) {
        int[] end = {-1};
        Node greedy = new Node.Repeat(repeat.body(), repeat.min(), repeat.max(), false, false);
        return match(greedy, at, forward, e -> {
                    end[0] = e;
                    return true;
                })
                && next.from(end[0]);
    }

    private boolean repeat(Node.Repeat repeat, int count, int at, int before, boolean forward, Next next) {
        if (count > repeat.min() && at == before) {
            return false; // an empty round adds nothing
        }
        if (count < repeat.min()) {
            return match(repeat.body(), at, forward, end -> repeat(repeat, count + 1, end, at, forward, next));
        }
        if (repeat.lazy() && next.from(at)) {
            return true;
        }
        if (count < repeat.max()
                && match(repeat.body(), at, forward, end -> repeat(repeat, count + 1, end, at, forward, next))) {
            return true;
        }
        return !repeat.lazy() && next.from(at);
    }

    private boolean backreference(int number, int at, boolean forward, Next next) {
        if (number >= starts.length || starts[number] < 0) {
            return next.from(at);
        }
        int length = ends[number] - starts[number];
        int from = forward ? at : at - length;
        if (from < 0 || from + length > text.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text[from + i] != text[starts[number] + i]) {
                return false;
            }
        }
        return next.from(forward ? at + length : from);
    }
}

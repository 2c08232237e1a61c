package io.contractcheck.regex;

/** How many code points a node can consume. */
final class Lengths {
    static final int ENDLESS = Integer.MAX_VALUE;

    private Lengths() {}

    static int min(Node node) {
        if (node instanceof Node.Chars) {
            return 1;
        }
        if (node instanceof Node.Sequence s) {
            return s.parts().stream().mapToInt(Lengths::min).reduce(0, Lengths::add);
        }
        if (node instanceof Node.Choice c) {
            return c.branches().stream().mapToInt(Lengths::min).min().orElse(0);
        }
        if (node instanceof Node.Repeat r) {
            return multiply(min(r.body()), r.min());
        }
        if (node instanceof Node.Group g) {
            return min(g.body());
        }
        return 0;
    }

    static int max(Node node) {
        if (node instanceof Node.Chars) {
            return 1;
        }
        if (node instanceof Node.Sequence s) {
            return s.parts().stream().mapToInt(Lengths::max).reduce(0, Lengths::add);
        }
        if (node instanceof Node.Choice c) {
            return c.branches().stream().mapToInt(Lengths::max).max().orElse(0);
        }
        if (node instanceof Node.Repeat r) {
            return multiply(max(r.body()), r.max());
        }
        if (node instanceof Node.Group g) {
            return max(g.body());
        }
        return node instanceof Node.Backreference ? ENDLESS : 0;
    }

    static int add(int a, int b) {
        return (int) Math.min(ENDLESS, (long) a + b);
    }

    static int multiply(int a, int b) {
        return a == 0 || b == 0 ? 0 : a == ENDLESS || b == ENDLESS ? ENDLESS : (int) Math.min(ENDLESS, (long) a * b);
    }
}

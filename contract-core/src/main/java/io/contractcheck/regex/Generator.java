package io.contractcheck.regex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;

/** Draws texts that a node matches, of a length within bounds; what comes out is to be verified. */
final class Generator {
    private static final int USUAL_ROUNDS = 6;
    private static final int PICKS = 64;

    private final IntPredicate allowed;
    private final Random random;
    private final Map<Integer, int[]> captured = new LinkedHashMap<>();
    private final List<Node> wanted = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private int length;

    Generator(IntPredicate allowed, Random random) {
        this.allowed = allowed;
        this.random = random;
    }

    /** Thrown when a choice made before leaves no way on; another try may. */
    static final class DeadEnd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DeadEnd() {
            super(null, null, false, false);
        }
    }

    String text(Node node, int min, int max) {
        draw(node, min, max);
        return out.toString();
    }

    /** What positive lookarounds asked for on the way. */
    List<Node> wanted() {
        return wanted;
    }

    private void draw(Node node, int min, int max) {
        int low = Math.max(min, Lengths.min(node));
        int high = Math.min(max, Lengths.max(node));
        if (low > high) {
            throw new DeadEnd();
        }
        if (node instanceof Node.Chars chars) {
            append(pick(chars));
        } else if (node instanceof Node.Sequence sequence) {
            sequence(sequence.parts(), low, high);
        } else if (node instanceof Node.Choice choice) {
            List<Node> fitting = choice.branches().stream()
                    .filter(b -> Lengths.min(b) <= high && Lengths.max(b) >= low)
                    .toList();
            if (fitting.isEmpty()) {
                throw new DeadEnd();
            }
            draw(fitting.get(random.nextInt(fitting.size())), low, high);
        } else if (node instanceof Node.Repeat repeat) {
            repeat(repeat, low, high);
        } else if (node instanceof Node.Group group) {
            int from = out.length();
            draw(group.body(), low, high);
            captured.put(group.number(), new int[] {from, out.length()});
        } else if (node instanceof Node.Backreference reference) {
            int[] span = captured.get(reference.number());
            if (span != null) {
                out.substring(span[0], span[1]).codePoints().forEach(this::append);
            }
        } else if (node instanceof Node.Look look && !look.negative()) {
            wanted.add(look.body());
        }
    }

    private void sequence(List<Node> parts, int low, int high) {
        int[] minAfter = new int[parts.size() + 1];
        int[] maxAfter = new int[parts.size() + 1];
        for (int i = parts.size() - 1; i >= 0; i--) {
            minAfter[i] = Lengths.add(minAfter[i + 1], Lengths.min(parts.get(i)));
            maxAfter[i] = Lengths.add(maxAfter[i + 1], Lengths.max(parts.get(i)));
        }
        int begin = length;
        for (int i = 0; i < parts.size(); i++) {
            int used = length - begin;
            int restMax = maxAfter[i + 1];
            int partLow = restMax == Lengths.ENDLESS ? 0 : Math.max(0, low - used - restMax);
            // Leave some of what is asked for to later parts that can take it
            int share = Math.max(partLow, Math.min(Lengths.max(parts.get(i)), low - used - minAfter[i + 1]));
            int partMin = restMax > Lengths.min(parts.get(i)) && share > partLow && random.nextBoolean()
                    ? partLow
                    : Math.max(partLow, Math.min(share, high - used - minAfter[i + 1]));
            if (i == parts.size() - 1 || restMax == 0) {
                partMin = Math.max(partLow, low - used - restMax);
            }
            draw(parts.get(i), Math.max(0, partMin), high - used - minAfter[i + 1]);
        }
    }

    private void repeat(Node.Repeat repeat, int low, int high) {
        int bodyMin = Lengths.min(repeat.body());
        int bodyMax = Lengths.max(repeat.body());
        int least = repeat.min();
        if (bodyMax > 0 && bodyMax != Lengths.ENDLESS) {
            least = Math.max(least, (low + bodyMax - 1) / bodyMax);
        } else if (low > 0) {
            least = Math.max(least, 1);
        }
        int most = bodyMin > 0 ? Math.min(repeat.max(), high / bodyMin) : Math.min(repeat.max(), Math.max(least, high));
        if (least > most) {
            throw new DeadEnd();
        }
        int room = Math.min(most - least, USUAL_ROUNDS);
        int rounds = least + (room > 0 ? random.nextInt(room + 1) : 0);
        if (repeat.body() instanceof Node.Chars chars) {
            for (int i = 0; i < rounds; i++) {
                append(pick(chars));
            }
            return;
        }
        int begin = length;
        for (int i = 0; i < rounds; i++) {
            int left = rounds - i - 1;
            int used = length - begin;
            int roundMax = high - used - Lengths.multiply(left, bodyMin);
            int after = Lengths.multiply(left, bodyMax);
            int roundMin = after == Lengths.ENDLESS ? 0 : Math.max(0, low - used - after);
            if (left == 0) {
                roundMin = Math.max(roundMin, low - used);
            }
            draw(repeat.body(), roundMin, roundMax);
        }
    }

    private void append(int codePoint) {
        out.appendCodePoint(codePoint);
        length++;
    }

    private int pick(Node.Chars chars) {
        List<int[]> readable = new ArrayList<>();
        for (int[] range : chars.ranges()) {
            for (int[] plain : new int[][] {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}}) {
                int from = Math.max(plain[0], range[0]);
                int to = Math.min(plain[1], range[1]);
                if (from <= to) {
                    readable.add(new int[] {from, to});
                }
            }
        }
        boolean plain = !readable.isEmpty() && random.nextInt(8) > 0;
        for (int i = 0; i < PICKS; i++) {
            List<int[]> ranges = plain ? readable : i < PICKS / 2 ? printable(chars.ranges()) : chars.ranges();
            if (ranges.isEmpty()) {
                continue;
            }
            int[] range = ranges.get(random.nextInt(ranges.size()));
            int c = range[0] + random.nextInt(range[1] - range[0] + 1);
            if (allowed.test(c) && (c < 0xD800 || c > 0xDFFF)) {
                return c;
            }
        }
        for (int[] range : chars.ranges()) {
            for (int c = range[0]; c <= range[1] && c < range[0] + 256; c++) {
                if (allowed.test(c) && (c < 0xD800 || c > 0xDFFF)) {
                    return c;
                }
            }
        }
        throw new DeadEnd();
    }

    private static List<int[]> printable(List<int[]> ranges) {
        List<int[]> result = new ArrayList<>();
        for (int[] range : ranges) {
            int from = Math.max(' ', range[0]);
            int to = Math.min('~', range[1]);
            if (from <= to) {
                result.add(new int[] {from, to});
            }
        }
        return result;
    }
}

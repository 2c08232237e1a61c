package io.contractcheck.regex;

import io.contractcheck.regex.Canvas.DeadEnd;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws one text of a pattern: first the match, of an exact length, then what has to stand around it, then what lookarounds ask for. */
final class Draughtsman {
    private static final int LOOKS = 40;

    private final Blueprint blueprint;
    private final Random random;
    private final int longest;
    private final Canvas canvas = new Canvas();
    private final Map<Integer, int[]> captured = new HashMap<>();
    private final Deque<Sight> sights = new ArrayDeque<>();
    private final List<Edge> edges = new ArrayList<>();

    /** A lookaround that must find something, to be drawn once the match stands. */
    private record Sight(Node.Look look, int place) {}

    /** An anchor, or a lookaround that must find nothing, to be seen to once all else stands. */
    private record Edge(Node node, int place) {}

    /**
     * @param longest in code points, with all that stands around the match
     */
    Draughtsman(Blueprint blueprint, int longest, Random random) {
        this.blueprint = blueprint;
        this.longest = longest;
        this.random = random;
    }

    /**
     * A text, which may not match yet where a condition could not be drawn.
     *
     * @param match the length of the match
     * @param total the length with what stands around it; lookarounds may add more
     * @param tame whether to keep to plain letters and digits where possible
     */
    String draw(Node root, int match, int total, boolean tame) throws DeadEnd {
        draw(root, 0, match);
        while (!sights.isEmpty()) {
            Sight sight = sights.poll();
            look(sight.look, sight.place);
        }
        surround(total);
        for (Edge edge : edges) {
            edge(edge);
        }
        Canvas.require(canvas.length() <= longest);
        return canvas.paint(random, tame);
    }

    private void surround(int total) throws DeadEnd {
        int missing = total - canvas.length();
        if (missing <= 0) {
            return;
        }
        Canvas.require(!blueprint.filler().isEmpty() && !(canvas.startFixed() && canvas.endFixed()));
        int before = canvas.startFixed() ? 0 : canvas.endFixed() ? missing : random.nextInt(missing + 1);
        for (int i = 0; i < missing; i++) {
            canvas.put(i < before ? canvas.start() - 1 : canvas.end(), blueprint.filler());
        }
    }

    /** Draws a node from a place on, so many code points long. */
    private void draw(Node node, int place, int length) throws DeadEnd {
        if (!(node instanceof Node.Backreference)) {
            Canvas.require(blueprint.lengths(node).contains(length));
        }
        if (node instanceof Node.Chars chars) {
            canvas.put(place, blueprint.members(chars));
        } else if (node instanceof Node.Sequence sequence) {
            sequence(sequence, place, length);
        } else if (node instanceof Node.Choice choice) {
            List<Node> fitting = choice.branches().stream()
                    .filter(branch -> blueprint.lengths(branch).contains(length))
                    .toList();
            draw(fitting.get(random.nextInt(fitting.size())), place, length);
        } else if (node instanceof Node.Repeat repeat) {
            repeat(repeat, place, length);
        } else if (node instanceof Node.Group group) {
            draw(group.body(), place, length);
            captured.put(group.number(), new int[] {place, length});
        } else if (node instanceof Node.Atomic atomic) {
            draw(atomic.body(), place, length);
        } else if (node instanceof Node.Backreference reference) {
            int[] span = captured.get(reference.number());
            Canvas.require(span == null ? length == 0 : length == span[1]);
            for (int i = 0; i < length; i++) {
                canvas.repeat(place + i, span[0] + i);
            }
        } else if (node == Node.Anchor.TEXT_START) {
            canvas.fixStart(place);
        } else if (node == Node.Anchor.TEXT_END) {
            canvas.fixEnd(place);
        } else if (node instanceof Node.Look look && !look.negative()) {
            sights.add(new Sight(look, place));
        } else {
            edges.add(new Edge(node, place));
        }
    }

    private void sequence(Node.Sequence sequence, int place, int length) throws DeadEnd {
        int at = place;
        int left = length;
        for (int i = 0; i < sequence.parts().size(); i++) {
            Node part = sequence.parts().get(i);
            int share = part instanceof Node.Backreference reference && captured.containsKey(reference.number())
                    ? captured.get(reference.number())[1]
                    : share(sequence, i, left);
            draw(part, at, share);
            at += share;
            left -= share;
        }
        Canvas.require(left == 0);
    }

    /** A length for a part that the parts after it can complete; mostly no more than its fair share of what is free. */
    private int share(Node.Sequence sequence, int index, int left) throws DeadEnd {
        Ranges own = blueprint.lengths(sequence.parts().get(index));
        Ranges rest = blueprint.rest(sequence, index + 1);
        Canvas.require(!own.isEmpty() && !rest.isEmpty());
        if (own.count() == 1) {
            return own.min();
        }
        Ranges fitting = own.and(from(left, rest));
        Canvas.require(!fitting.isEmpty());
        int elastic = 1;
        for (int i = index + 1; i < sequence.parts().size(); i++) {
            elastic += blueprint.lengths(sequence.parts().get(i)).count() > 1 ? 1 : 0;
        }
        int free = left - own.min() - rest.min();
        Ranges fair = fitting.and(Ranges.between(0, own.min() + (int) (2L * free / elastic)));
        return any(fair.isEmpty() ? fitting : fair);
    }

    /** What is left of a length once any of these is taken away. */
    private static Ranges from(int length, Ranges taken) {
        RangesBuilder left = new RangesBuilder();
        for (int i = taken.parts() - 1; i >= 0; i--) {
            left.add(Math.max(0, length - taken.last(i)), length - taken.first(i));
        }
        return left.build();
    }

    private void repeat(Node.Repeat repeat, int place, int length) throws DeadEnd {
        Rounds rounds = blueprint.rounds(repeat);
        if (repeat.body() instanceof Node.Chars chars) {
            for (int i = 0; i < length; i++) {
                canvas.put(place + i, blueprint.members(chars));
            }
            return;
        }
        Ranges counts = rounds.counts(length);
        Canvas.require(!counts.isEmpty());
        int count = any(counts);
        int at = place;
        int left = length;
        for (int i = 1; i <= count; i++) {
            Ranges fitting = rounds.body().and(from(left, rounds.lengths(count - i)));
            Canvas.require(!fitting.isEmpty());
            int share = any(fitting);
            draw(repeat.body(), at, share);
            at += share;
            left -= share;
        }
        if (count < repeat.min()) {
            draw(repeat.body(), at, 0); // the rounds of no length that are still owed are all alike
        }
    }

    private void look(Node.Look look, int place) throws DeadEnd {
        Canvas.Mark mark = canvas.mark();
        List<Sight> waiting = new ArrayList<>(sights);
        int settled = edges.size();
        for (int i = 0; ; i++) {
            try {
                int length = sight(look, place);
                draw(look.body(), look.ahead() ? place : behind(place, length), length);
                return;
            } catch (DeadEnd e) {
                if (i == LOOKS) {
                    throw e;
                }
                canvas.back(mark);
                sights.clear();
                sights.addAll(waiting);
                edges.subList(settled, edges.size()).clear();
            }
        }
    }

    /** How far a look reaches: mostly inside what stands, else as little beyond it as can be. */
    private int sight(Node.Look look, int place) throws DeadEnd {
        Ranges lengths = blueprint.lengths(look.body());
        int room = look.ahead() ? canvas.end() - place : place - canvas.start();
        boolean toEdge = look.ahead() ? Edges.endsAtEnd(look.body()) : Edges.beginsAtStart(look.body());
        if (toEdge && lengths.contains(room)) {
            return room;
        }
        Ranges inside = lengths.and(Ranges.between(0, room));
        if (!inside.isEmpty() && !toEdge) {
            return any(inside);
        }
        Ranges beyond = lengths.and(Ranges.between(room + 1, Integer.MAX_VALUE));
        Canvas.require(!beyond.isEmpty() && !(look.ahead() ? canvas.endFixed() : canvas.startFixed()));
        return beyond.min();
    }

    /** Where a lookbehind begins, with room made for it. */
    private int behind(int place, int length) throws DeadEnd {
        while (canvas.start() > place - length) {
            canvas.put(canvas.start() - 1, blueprint.filler());
        }
        return place - length;
    }

    private void edge(Edge edge) throws DeadEnd {
        int place = edge.place;
        if (edge.node instanceof Node.Look look) {
            Node body = look.body() instanceof Node.Group group ? group.body() : look.body();
            int looked = look.ahead() ? place : place - 1;
            if (body instanceof Node.Chars chars && canvas.has(looked)) {
                canvas.put(looked, chars.set().not());
            }
            // anything longer is left to chance, and to the verdict on the whole
        } else if (edge.node == Node.Anchor.LINE_START && canvas.has(place - 1)) {
            canvas.put(place - 1, CharacterSets.LINE_ENDS);
        } else if (edge.node == Node.Anchor.LINE_END && canvas.has(place)) {
            canvas.put(place, CharacterSets.LINE_ENDS);
        } else if (edge.node == Node.Anchor.WORD_BOUNDARY || edge.node == Node.Anchor.NOT_WORD_BOUNDARY) {
            boundary(place, edge.node == Node.Anchor.WORD_BOUNDARY);
        }
    }

    /** One way round or the other; only if neither fits what stands, with a word begun beyond an end. */
    private void boundary(int place, boolean between) throws DeadEnd {
        boolean first = random.nextBoolean();
        for (boolean beyond : new boolean[] {false, true}) {
            for (boolean wordBefore : new boolean[] {first, !first}) {
                boolean wordAfter = wordBefore != between;
                if (fits(place - 1, wordBefore, beyond && !canvas.startFixed())
                        && fits(place, wordAfter, beyond && !canvas.endFixed())) {
                    word(place - 1, wordBefore);
                    word(place, wordAfter);
                    return;
                }
            }
        }
        throw new DeadEnd();
    }

    private boolean fits(int place, boolean word, boolean beyond) {
        return canvas.has(place) ? canvas.may(place, wordSet(word)) : !word || beyond;
    }

    private void word(int place, boolean word) throws DeadEnd {
        if (canvas.has(place)) {
            canvas.put(place, wordSet(word));
        } else if (word) {
            canvas.put(place, blueprint.filler().and(CharacterSets.WORD));
        }
    }

    private static Ranges wordSet(boolean word) {
        return word ? CharacterSets.WORD : CharacterSets.WORD.not();
    }

    private int any(Ranges set) {
        return set.get(random.nextInt(set.count()));
    }
}

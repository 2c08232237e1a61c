package io.contractcheck.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * For every node of a pattern the lengths that texts of it can have, up to a cap, and the code points to make them of. Lengths are exact but
 * for backreferences, whose length depends on the text, and lookarounds, which count as empty: there they may promise too much, never too
 * little. Thread-safe once made.
 */
final class Blueprint {
    /** Enough members of a set to choose from. */
    private static final int PLENTY = 70_000;

    private static final Ranges SURROGATES = Ranges.between(Character.MIN_SURROGATE, Character.MAX_SURROGATE);

    private final int cap;
    private final IntPredicate allowed;
    // Looked up, never walked
    private final Map<Node, Ranges> lengths = new IdentityHashMap<>();
    private final Map<Node, Ranges> members = new IdentityHashMap<>();
    private final Map<Node, Rounds> rounds = new IdentityHashMap<>();
    private final Map<Node, List<Ranges>> rests = new IdentityHashMap<>();
    private final Map<Ranges, Ranges> usable = new HashMap<>();
    private final Map<Integer, Ranges> captured = new HashMap<>();
    private volatile @Nullable Ranges filler;

    Blueprint(Node root, int cap, IntPredicate allowed) {
        this.cap = cap;
        this.allowed = allowed;
        measure(root);
    }

    int cap() {
        return cap;
    }

    /** How many code points texts of the node can have. */
    Ranges lengths(Node node) {
        return lengths.getOrDefault(node, Ranges.NONE);
    }

    Ranges members(Node.Chars chars) {
        return members.getOrDefault(chars, Ranges.NONE);
    }

    Rounds rounds(Node.Repeat repeat) {
        return rounds.get(repeat);
    }

    /** How many code points the parts from an index on can have. */
    Ranges rest(Node.Sequence sequence, int index) {
        return rests.get(sequence).get(index);
    }

    /** What may stand around a match. */
    Ranges filler() {
        Ranges known = filler;
        if (known == null) {
            known = kept(CharacterSets.DOT);
            filler = known;
        }
        return known;
    }

    /** What of a set may be used. */
    private Ranges usable(Ranges set) {
        return usable.computeIfAbsent(set, this::kept);
    }

    private Ranges kept(Ranges set) {
        RangesBuilder kept = new RangesBuilder();
        Ranges sound = set.and(SURROGATES.not());
        int count = 0;
        for (int i = 0; i < sound.parts(); i++) {
            for (int c = sound.first(i); c <= sound.last(i) && count < PLENTY; c++) {
                if (allowed.test(c)) {
                    kept.add(c, c);
                    count++;
                }
            }
        }
        return kept.build();
    }

    private Ranges measure(Node node) {
        Ranges found = measured(node);
        lengths.put(node, found);
        return found;
    }

    private Ranges measured(Node node) {
        if (node instanceof Node.Chars chars) {
            Ranges usable = usable(chars.set());
            members.put(node, usable);
            return usable.isEmpty() || cap < 1 ? Ranges.NONE : Ranges.single(1);
        }
        if (node instanceof Node.Sequence sequence) {
            List<Ranges> parts = sequence.parts().stream().map(this::measure).toList();
            List<Ranges> after = new ArrayList<>(List.of(Ranges.single(0)));
            for (int i = parts.size() - 1; i >= 0; i--) {
                after.add(0, parts.get(i).plus(after.get(0), cap));
            }
            rests.put(node, after);
            return after.get(0);
        }
        if (node instanceof Node.Choice choice) {
            return choice.branches().stream().map(this::measure).reduce(Ranges.NONE, Ranges::or);
        }
        if (node instanceof Node.Repeat repeat) {
            Ranges body = measure(repeat.body());
            Rounds some = Rounds.of(body, repeat.min(), repeat.max(), cap);
            rounds.put(node, some);
            return body.isEmpty() && repeat.min() > 0 ? Ranges.NONE : some.lengths();
        }
        if (node instanceof Node.Group group) {
            Ranges body = measure(group.body());
            captured.put(group.number(), body);
            return body;
        }
        if (node instanceof Node.Atomic atomic) {
            return measure(atomic.body());
        }
        if (node instanceof Node.Backreference reference) {
            return Ranges.single(0).or(captured.getOrDefault(reference.number(), Ranges.NONE));
        }
        if (node instanceof Node.Look look) {
            Ranges body = measure(look.body());
            return body.isEmpty() && !look.negative() ? Ranges.NONE : Ranges.single(0);
        }
        return Ranges.single(0);
    }
}

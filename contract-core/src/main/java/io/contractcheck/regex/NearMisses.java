package io.contractcheck.regex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;

/** Texts that a pattern does not match, one edit away from texts that it does. */
final class NearMisses {
    /** What often lies just outside a set, with the most readable first. */
    private static final String OUTSIDERS = "0aA-_ .!/@é";

    private static final int BASES = 3;
    private static final int PLACES = 6;
    private static final int SLOW = 3;
    private static final int PICKS = 3;
    private static final int MOST = 40;

    private final EcmaPattern pattern;
    private final Node root;
    private final int min;
    private final int max;
    private final IntPredicate allowed;
    private final Set<String> found = new LinkedHashSet<>();
    private int slow;

    NearMisses(EcmaPattern pattern, Node root, int min, int max, IntPredicate allowed) {
        this.pattern = pattern;
        this.root = root;
        this.min = Math.max(0, min);
        this.max = max;
        this.allowed = allowed;
    }

    List<String> texts(Random random) {
        List<Integer> outsiders = outsiders(random);
        for (String base : bases(random)) {
            int[] points = base.codePoints().toArray();
            for (int i = 0; i < Math.min(PLACES, points.length); i++) {
                int place = points.length <= PLACES ? i : random.nextInt(points.length);
                replaced(points, place, place + 1, outsiders);
                offer(edited(points, place, place + 1, ""));
            }
            replaced(points, points.length, points.length, outsiders);
            replaced(points, 0, 0, outsiders);
        }
        if (found.isEmpty()) {
            outsiders.forEach(c -> offer(Character.toString(c).repeat(Math.max(1, min))));
            offer("");
        }
        return List.copyOf(found);
    }

    private List<String> bases(Random random) {
        List<String> bases = new ArrayList<>();
        try {
            EcmaPattern.TextGenerator generator = pattern.generator(min, max, allowed);
            for (int i = 0; i < BASES; i++) {
                bases.add(generator.next(random));
            }
        } catch (PatternException e) {
            // What matches nothing is missed by anything
        }
        return bases;
    }

    /** What to spoil a text with: what is usually outside, in random order, then what is outside of the pattern's own sets. */
    private List<Integer> outsiders(Random random) {
        List<Integer> usual = new ArrayList<>(OUTSIDERS.codePoints().boxed().toList());
        Collections.shuffle(usual, random);
        Set<Integer> all = new LinkedHashSet<>(usual);
        Set<Ranges> sets = new LinkedHashSet<>();
        gather(root, sets);
        for (Ranges set : sets) {
            Ranges outside = set.not()
                    .and(Ranges.between(Character.MIN_SURROGATE, Character.MAX_SURROGATE)
                            .not());
            for (int i = 0; i < PICKS && !outside.isEmpty() && all.size() < MOST; i++) {
                all.add(Palette.of(outside).pick(random, false));
            }
        }
        return List.copyOf(all);
    }

    private static void gather(Node node, Set<Ranges> sets) {
        if (node instanceof Node.Chars chars) {
            sets.add(chars.set());
        } else if (node instanceof Node.Sequence sequence) {
            sequence.parts().forEach(part -> gather(part, sets));
        } else if (node instanceof Node.Choice choice) {
            choice.branches().forEach(branch -> gather(branch, sets));
        } else if (node instanceof Node.Repeat repeat) {
            gather(repeat.body(), sets);
        } else if (node instanceof Node.Group group) {
            gather(group.body(), sets);
        } else if (node instanceof Node.Atomic atomic) {
            gather(atomic.body(), sets);
        } else if (node instanceof Node.Look look) {
            gather(look.body(), sets);
        }
    }

    /** Puts the first outsider that spoils the text in place of a part of it. */
    private void replaced(int[] points, int from, int to, List<Integer> outsiders) {
        for (int outsider : outsiders) {
            if (offer(edited(points, from, to, Character.toString(outsider)))) {
                return;
            }
        }
    }

    private static String edited(int[] points, int from, int to, String with) {
        return new String(points, 0, from) + with + new String(points, to, points.length - to);
    }

    private boolean offer(String text) {
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max || slow == SLOW || !text.codePoints().allMatch(allowed)) {
            return false;
        }
        try {
            if (pattern.find(text)) {
                return false;
            }
        } catch (PatternException e) {
            slow++; // unknown; too many of these are not worth the time
            return false;
        }
        found.add(text);
        return true;
    }
}

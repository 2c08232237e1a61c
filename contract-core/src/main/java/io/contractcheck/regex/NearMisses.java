package io.contractcheck.regex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;

/** Texts that a pattern does not match, one edit away from texts that it does. */
final class NearMisses {
    /** What often lies just outside a set, with the most readable first. */
    private static final String OUTSIDERS = "0aA-_ .!/@é\n";

    private static final int BASES = 3;
    private static final int PLACES = 6;
    private static final int SLOW = 3;

    private final EcmaPattern pattern;
    private final int min;
    private final int max;
    private final IntPredicate allowed;
    private final Set<String> found = new LinkedHashSet<>();
    private int slow;

    NearMisses(EcmaPattern pattern, int min, int max, IntPredicate allowed) {
        this.pattern = pattern;
        this.min = Math.max(0, min);
        this.max = max;
        this.allowed = allowed;
    }

    List<String> texts(Random random) {
        for (String base : bases(random)) {
            int[] points = base.codePoints().toArray();
            for (int i = 0; i < Math.min(PLACES, points.length); i++) {
                int place = points.length <= PLACES ? i : random.nextInt(points.length);
                changed(points, place, random);
                offer(edited(points, place, place + 1, ""));
            }
            appended(points, points.length, random);
            appended(points, 0, random);
        }
        if (found.isEmpty()) {
            OUTSIDERS.codePoints().forEach(c -> offer(Character.toString(c).repeat(Math.max(1, min))));
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

    /** The first outsider that spoils a place, from a random one on. */
    private void changed(int[] points, int place, Random random) {
        int[] outsiders = OUTSIDERS.codePoints().toArray();
        int first = random.nextInt(outsiders.length);
        for (int i = 0; i < outsiders.length; i++) {
            int outsider = outsiders[(first + i) % outsiders.length];
            if (offer(edited(points, place, place + 1, Character.toString(outsider)))) {
                return;
            }
        }
    }

    private void appended(int[] points, int place, Random random) {
        int[] outsiders = OUTSIDERS.codePoints().toArray();
        int first = random.nextInt(outsiders.length);
        for (int i = 0; i < outsiders.length; i++) {
            int outsider = outsiders[(first + i) % outsiders.length];
            if (offer(edited(points, place, place, Character.toString(outsider)))) {
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

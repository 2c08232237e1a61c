package io.contractcheck.regex;

import java.util.Objects;
import java.util.Random;

/** The members of a set, and those among them that a reader of a report likes best. */
record Palette(Ranges plain, Ranges printable, Ranges all) {
    private static final Ranges PLAIN = Ranges.of('0', '9', 'A', 'Z', 'a', 'z');
    private static final Ranges PRINTABLE = Ranges.between(' ', '~');

    private static final Ranges ODD = Objects.requireNonNull(UnicodeSets.property("Cn"))
            .or(Objects.requireNonNull(UnicodeSets.property("Cc")))
            .or(Objects.requireNonNull(UnicodeSets.property("Co")));

    /** A set of more members is one of those that name what is not wanted. */
    private static final int WIDE = 300;

    private static final int PICKS = 12;

    static Palette of(Ranges set) {
        return new Palette(set.and(PLAIN), set.and(PRINTABLE), set);
    }

    /** A member; a plain one, if {@code tame} and there is one. */
    int pick(Random random, boolean tame) {
        int roll = tame ? 0 : random.nextInt(100);
        boolean wide = all.count() > WIDE;
        if (!plain.isEmpty() && roll < (wide ? 72 : 85)) {
            return member(plain, random);
        }
        if (!printable.isEmpty() && roll < (wide ? 96 : 97)) {
            return member(printable, random);
        }
        int c = member(all, random);
        for (int i = 0; i < PICKS && odd(c); i++) {
            c = member(all, random);
        }
        return c;
    }

    private static boolean odd(int c) {
        return ODD.contains(c);
    }

    private static int member(Ranges set, Random random) {
        return set.get(random.nextInt(set.count()));
    }
}

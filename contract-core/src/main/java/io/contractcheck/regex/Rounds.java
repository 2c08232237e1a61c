package io.contractcheck.regex;

import java.util.ArrayList;
import java.util.List;

/**
 * How long so many rounds of a repeated body can be, rounds of no length aside.
 *
 * @param body the lengths of one round, all above 0
 * @param table the lengths of 0, 1, 2 … rounds where gaps make them worth keeping; empty if they are plain multiples
 * @param min rounds
 * @param max rounds that fit
 */
record Rounds(Ranges body, List<Ranges> table, int min, int max, int cap) {
    /** Above, lengths with gaps are treated as if they had none; what does not come out is tried again. */
    private static final int EXACT = 2_000;

    static Rounds of(Ranges lengths, int least, int most, int cap) {
        Ranges body = lengths.and(Ranges.between(1, cap));
        if (body.isEmpty()) {
            return new Rounds(body, List.of(), 0, 0, cap);
        }
        int max = Math.min(most, cap / body.min());
        int min = lengths.contains(0) ? 0 : least;
        List<Ranges> table = new ArrayList<>();
        if (body.parts() > 1 && cap <= EXACT) {
            Ranges sum = Ranges.single(0);
            for (int rounds = 0; rounds <= max; rounds++) {
                table.add(sum);
                sum = sum.plus(body, cap);
            }
        }
        return new Rounds(body, table, min, max, cap);
    }

    /** How long exactly so many rounds can be. */
    Ranges lengths(int rounds) {
        if (rounds < table.size()) {
            return table.get(rounds);
        }
        if (rounds == 0 || body.isEmpty()) {
            return rounds == 0 ? Ranges.single(0) : Ranges.NONE;
        }
        long first = (long) rounds * body.min();
        return first > cap ? Ranges.NONE : Ranges.between((int) first, (int) Math.min(cap, (long) rounds * body.max()));
    }

    /** How long any number of rounds can be. */
    Ranges lengths() {
        RangesBuilder all = new RangesBuilder();
        for (int rounds = min; rounds <= max; rounds++) {
            Ranges some = lengths(rounds);
            all.add(some);
            if (table.isEmpty() && !some.isEmpty() && some.max() == cap) {
                break; // more rounds are in there already
            }
        }
        return all.build();
    }

    /** Which numbers of rounds can be this long. */
    Ranges counts(int length) {
        if (body.isEmpty()) {
            return length == 0 ? Ranges.single(0) : Ranges.NONE;
        }
        int low = Math.max(min, (length + body.max() - 1) / body.max());
        int high = Math.min(max, length / body.min());
        return table.isEmpty()
                ? Ranges.between(low, high)
                : Ranges.where(low, high, rounds -> table.get(rounds).contains(length));
    }
}

package io.contractcheck.regex;

import java.util.Arrays;

/** Gathers ranges in any order, and joins those that touch. */
final class RangesBuilder {
    private long[] ranges = new long[8];
    private int size;
    private boolean sorted = true;

    /** Adds all from first to last; nothing if last is below first. */
    RangesBuilder add(int first, int last) {
        if (first > last) {
            return this;
        }
        if (size > 0 && first >= first(size - 1) && first <= last(size - 1) + 1L) {
            ranges[size - 1] = pair(first(size - 1), Math.max(last, last(size - 1)));
            return this;
        }
        if (size == ranges.length) {
            ranges = Arrays.copyOf(ranges, size * 2);
        }
        sorted &= size == 0 || first > last(size - 1);
        ranges[size++] = pair(first, last);
        return this;
    }

    RangesBuilder add(Ranges others) {
        for (int i = 0; i < others.parts(); i++) {
            add(others.first(i), others.last(i));
        }
        return this;
    }

    Ranges build() {
        if (!sorted) {
            Arrays.sort(ranges, 0, size);
        }
        int[] bounds = new int[2 * size];
        int at = 0;
        for (int i = 0; i < size; i++) {
            if (at > 0 && first(i) <= bounds[at - 1] + 1L) {
                bounds[at - 1] = Math.max(bounds[at - 1], last(i));
            } else {
                bounds[at++] = first(i);
                bounds[at++] = last(i);
            }
        }
        return Ranges.sorted(Arrays.copyOf(bounds, at));
    }

    private static long pair(int first, int last) {
        return (long) first << 32 | last;
    }

    private int first(int index) {
        return (int) (ranges[index] >> 32);
    }

    private int last(int index) {
        return (int) ranges[index];
    }
}

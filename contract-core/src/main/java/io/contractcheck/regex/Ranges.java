package io.contractcheck.regex;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A set of non-negative integers as sorted ranges that do not touch: code points a pattern accepts, or lengths it can have. Immutable. */
final class Ranges {
    static final Ranges NONE = new Ranges(new int[0]);
    static final Ranges CODE_POINTS = between(0, Character.MAX_CODE_POINT);

    /** first, last, first, last … */
    private final int[] bounds;

    private Ranges(int[] bounds) {
        this.bounds = bounds;
    }

    static Ranges single(int value) {
        return new Ranges(new int[] {value, value});
    }

    static Ranges between(int first, int last) {
        return first > last ? NONE : new Ranges(new int[] {first, last});
    }

    /** Pairs of first and last, in any order. */
    static Ranges of(int... pairs) {
        RangesBuilder builder = new RangesBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            builder.add(pairs[i], pairs[i + 1]);
        }
        return builder.build();
    }

    /** The code points of a string. */
    static Ranges of(String members) {
        RangesBuilder builder = new RangesBuilder();
        members.codePoints().forEach(c -> builder.add(c, c));
        return builder.build();
    }

    static Ranges where(int first, int last, IntPredicate test) {
        RangesBuilder builder = new RangesBuilder();
        for (int value = first; value <= last; value++) {
            if (test.test(value)) {
                builder.add(value, value);
            }
        }
        return builder.build();
    }

    /** Takes sorted bounds of ranges that do not touch. */
    static Ranges sorted(int[] bounds) {
        return bounds.length == 0 ? NONE : new Ranges(bounds);
    }

    boolean isEmpty() {
        return bounds.length == 0;
    }

    /** How many ranges there are. */
    int parts() {
        return bounds.length / 2;
    }

    int first(int part) {
        return bounds[2 * part];
    }

    int last(int part) {
        return bounds[2 * part + 1];
    }

    int min() {
        return bounds[0];
    }

    int max() {
        return bounds[bounds.length - 1];
    }

    boolean contains(int value) {
        int low = 0;
        int high = bounds.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (value < bounds[2 * middle]) {
                high = middle - 1;
            } else if (value > bounds[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** How many members there are. */
    int count() {
        long count = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            count += (long) bounds[i + 1] - bounds[i] + 1;
        }
        return (int) Math.min(Integer.MAX_VALUE, count);
    }

    /** The member before which there are {@code index} others. */
    int get(int index) {
        int left = index;
        for (int i = 0; i < bounds.length; i += 2) {
            int size = bounds[i + 1] - bounds[i] + 1;
            if (left < size) {
                return bounds[i] + left;
            }
            left -= size;
        }
        throw new IndexOutOfBoundsException(index);
    }

    Ranges or(Ranges other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new RangesBuilder().add(this).add(other).build();
    }

    Ranges and(Ranges other) {
        RangesBuilder builder = new RangesBuilder();
        int i = 0;
        int j = 0;
        while (i < parts() && j < other.parts()) {
            int first = Math.max(first(i), other.first(j));
            int last = Math.min(last(i), other.last(j));
            if (first <= last) {
                builder.add(first, last);
            }
            if (last(i) < other.last(j)) {
                i++;
            } else {
                j++;
            }
        }
        return builder.build();
    }

    /** The code points that are not in it. */
    Ranges not() {
        RangesBuilder builder = new RangesBuilder();
        int from = 0;
        for (int i = 0; i < parts(); i++) {
            builder.add(from, first(i) - 1);
            from = last(i) + 1;
        }
        return builder.add(from, Character.MAX_CODE_POINT).build();
    }

    /** Every sum of a member of this and a member of the other that is not above {@code cap}. */
    Ranges plus(Ranges other, int cap) {
        RangesBuilder builder = new RangesBuilder();
        for (int i = 0; i < parts(); i++) {
            for (int j = 0; j < other.parts() && first(i) + (long) other.first(j) <= cap; j++) {
                builder.add(first(i) + other.first(j), (int) Math.min(cap, last(i) + (long) other.last(j)));
            }
        }
        return builder.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ranges ranges && Arrays.equals(bounds, ranges.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        return Arrays.toString(bounds);
    }
}

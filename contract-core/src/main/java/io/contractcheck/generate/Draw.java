package io.contractcheck.generate;

import java.util.Random;

/** One attempt to make a value: its randomness, and what it may still cost. */
final class Draw {
    private static final int DEPTH = 5;
    private static final int SIZE = 250;

    final Random random;
    final Search search;

    private final boolean frugal;
    private int fuel;
    private int depth;
    private int size;

    Draw(Random random, int fuel, boolean frugal) {
        this(random, fuel, frugal, new Search());
    }

    Draw(Random random, int fuel, boolean frugal, Search search) {
        this.random = random;
        this.fuel = fuel;
        this.frugal = frugal;
        this.search = search;
    }

    /** Whether only what must be there is to be made, so that recursion and wide objects end. */
    boolean minimal() {
        return frugal || depth >= DEPTH || size > SIZE;
    }

    /** Counts one value; false when the attempt has cost too much. */
    boolean spend() {
        size++;
        return fuel-- > 0;
    }

    boolean spent() {
        return fuel <= 0;
    }

    int fuel() {
        return fuel;
    }

    int size() {
        return size;
    }

    /** Forgets the size of a value that was thrown away. */
    void rewind(int earlier) {
        size = earlier;
    }

    int depth() {
        return depth;
    }

    void descend() {
        depth++;
    }

    void ascend() {
        depth--;
    }

    /** True that many times in a hundred. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}

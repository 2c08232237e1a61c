package io.contractcheck.generate;

/** One attempt to make a value: its randomness, and what it may still cost. */
final class Draw {
    private static final int DEPTH = 5;
    private static final int SIZE = 250;

    final Dice random;
    final Search search;

    private final boolean frugal;
    private int fuel;
    private int depth;
    private int size;
    private boolean doubtful;

    Draw(Dice random, int fuel, boolean frugal) {
        this(random, fuel, frugal, new Search());
    }

    Draw(Dice random, int fuel, boolean frugal, Search search) {
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

    /** Notes that something was made by rules that it may break. */
    void doubt() {
        doubtful = true;
    }

    /** Whether the value must be tried: it may break a rule, or may depend on more than the randomness. */
    boolean doubtful() {
        return doubtful || search.cut();
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

package io.contractcheck.generate;

import java.util.Random;

/**
 * The randomness of one value: SplitMix64 (Steele, Lea and Flood, 2014), decided by its seed alone. Unlike its parent it is not meant to be
 * shared by threads, which is most of what its parent's numbers cost.
 */
final class Dice extends Random {
    private static final long serialVersionUID = 1;
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        // sets the state
        super(seed);
    }

    @Override
    public void setSeed(long seed) {
        state = seed;
    }

    @Override
    public long nextLong() {
        state += STEP;
        long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    @Override
    public int nextInt() {
        return next(32);
    }

    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("no number below " + bound);
        }
        // the high half of a product of 63 random bits and the bound: even but for one part in 2^32
        return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
    }

    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    @Override
    protected int next(int bits) {
        return (int) (nextLong() >>> 64 - bits);
    }
}

package io.contractcheck.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** Measures by this thread's CPU time, so that other work on the machine counts little. */
final class Cpu {
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 9;
    private static final long ROUND_NANOS = 500_000_000L;

    private Cpu() {}

    /** This thread's CPU time so far, in nanoseconds. */
    static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /**
     * How many things a second of CPU time makes: the median of some rounds after a warm-up.
     *
     * @param batch makes some, and tells how many
     */
    static double perSecond(LongSupplier batch) {
        double[] rates = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begin = nanos();
            long made = 0;
            long spent;
            do {
                made += batch.getAsLong();
                spent = nanos() - begin;
            } while (spent < ROUND_NANOS);
            if (round >= 0) {
                rates[round] = made * 1e9 / spent;
            }
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }
}

package io.contractcheck.generate;

import java.math.BigInteger;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A range of whole numbers to pick from: familiar ones, the bounds, those near zero, and any. */
record Span(BigInteger low, BigInteger high) {
    private static final int[] FAMILIAR = {0, 1, 2, 3, 5, 7, 10, 12, 42, 99, 100, -1};
    /** Ranges wider than this are as good as open. */
    private static final int MOST_BITS = 128;

    private static final int MOST_SMALL_BITS = 60;
    private static final int NEAR = 1000;
    private static final int FAR = 100_000;

    boolean empty() {
        return low.compareTo(high) > 0;
    }

    BigInteger pick(Random random) {
        int kind = random.nextInt(100);
        if (kind < 40) {
            BigInteger familiar = BigInteger.valueOf(FAMILIAR[random.nextInt(FAMILIAR.length)]);
            if (contains(familiar)) {
                return familiar;
            }
        } else if (kind < 52) {
            return switch (random.nextInt(4)) {
                case 0 -> low;
                case 1 -> high;
                case 2 -> low.add(BigInteger.ONE).min(high);
                default -> high.subtract(BigInteger.ONE).max(low);
            };
        } else if (kind < 60 && high.subtract(low).bitLength() < MOST_BITS) {
            return uniform(low, high, random);
        }
        // Near zero, or near the bound that is nearest to it.
        BigInteger base = low.signum() > 0 ? low : high.signum() < 0 ? high : BigInteger.ZERO;
        BigInteger reach = BigInteger.valueOf(kind < 90 ? NEAR : FAR);
        BigInteger from = low.max(kind < 95 && high.signum() > 0 ? base : base.subtract(reach));
        BigInteger to = high.min(base.add(reach));
        return uniform(from.min(to), to, random);
    }

    private boolean contains(BigInteger k) {
        return k.compareTo(low) >= 0 && k.compareTo(high) <= 0;
    }

    private static BigInteger uniform(BigInteger from, BigInteger to, Random random) {
        BigInteger count = to.subtract(from).add(BigInteger.ONE);
        if (count.bitLength() < 32) {
            return from.add(BigInteger.valueOf(
                    random.nextInt(Math.max(1, (int) Math.min(Integer.MAX_VALUE, count.longValue())))));
        }
        return from.add(new BigInteger(count.bitLength() + 64, random).mod(count));
    }

    /** The same range in machine arithmetic, if it is not empty and fits. */
    @Nullable Small small() {
        return empty() || low.bitLength() > MOST_SMALL_BITS || high.bitLength() > MOST_SMALL_BITS
                ? null
                : new Small(low.longValue(), high.longValue());
    }

    /** A range that picks the very numbers that the same {@link Span} picks, only faster. */
    record Small(long low, long high) {
        long pick(Random random) {
            int kind = random.nextInt(100);
            if (kind < 40) {
                int familiar = FAMILIAR[random.nextInt(FAMILIAR.length)];
                if (familiar >= low && familiar <= high) {
                    return familiar;
                }
            } else if (kind < 52) {
                return switch (random.nextInt(4)) {
                    case 0 -> low;
                    case 1 -> high;
                    case 2 -> Math.min(low + 1, high);
                    default -> Math.max(high - 1, low);
                };
            } else if (kind < 60) {
                return uniform(low, high, random);
            }
            long base = low > 0 ? low : Math.min(high, 0);
            long reach = kind < 90 ? NEAR : FAR;
            long from = Math.max(low, kind < 95 && high > 0 ? base : base - reach);
            long to = Math.min(high, base + reach);
            return uniform(Math.min(from, to), to, random);
        }

        private static long uniform(long from, long to, Random random) {
            long count = to - from + 1;
            return count <= Integer.MAX_VALUE
                    ? from + random.nextInt((int) count)
                    : Span.uniform(BigInteger.valueOf(from), BigInteger.valueOf(to), random)
                            .longValue();
        }
    }
}

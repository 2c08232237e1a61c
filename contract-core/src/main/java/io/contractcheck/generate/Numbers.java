package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Numbers within bounds, as multiples of a step; all arithmetic is exact. */
final class Numbers implements Shape {
    /** Decimal exponents beyond double's; bounds further out are no bounds of practice. */
    private static final int MOST_DIGITS = 400;

    private static final int[] FAMILIAR = {0, 1, 2, 3, 5, 7, 10, 12, 42, 99, 100, -1};
    private static final int FINEST = 30;
    /** Ranges wider than this are as good as open. */
    private static final int MOST_BITS = 128;

    private final Range range;
    private final boolean integer;
    private final @Nullable BigDecimal step;

    private Numbers(Range range, boolean integer, @Nullable BigDecimal step) {
        this.range = range;
        this.integer = integer;
        this.step = step;
    }

    /** Bounds, and the schemas that set them. */
    private static final class Range {
        private @Nullable BigDecimal min;
        private @Nullable BigDecimal max;
        private boolean aboveMin;
        private boolean belowMax;
        private String minRule = "";
        private String maxRule = "";

        void atLeast(BigDecimal bound, boolean exclusive, String rule) {
            int order = min == null ? 1 : bound.compareTo(min);
            if (order > 0 || order == 0 && exclusive) {
                min = bound;
                aboveMin = exclusive;
                minRule = rule;
            }
        }

        void atMost(BigDecimal bound, boolean exclusive, String rule) {
            int order = max == null ? -1 : bound.compareTo(max);
            if (order < 0 || order == 0 && exclusive) {
                max = bound;
                belowMax = exclusive;
                maxRule = rule;
            }
        }
    }

    /**
     * The numbers that keep all schemas.
     *
     * @throws UnsatisfiableException if there are none
     */
    static Numbers read(List<Schema> plain, boolean integer) {
        Range range = new Range();
        BigDecimal step = integer ? BigDecimal.ONE : null;
        String stepRule = "";
        for (Schema schema : plain) {
            JsonNode node = schema.normal();
            bound(node, "minimum", range, true, false);
            bound(node, "exclusiveMinimum", range, true, true);
            bound(node, "maximum", range, false, false);
            bound(node, "exclusiveMaximum", range, false, true);
            format(node.path("format").asText(), range);
            JsonNode multiple = node.get("multipleOf");
            if (multiple != null
                    && multiple.isNumber()
                    && multiple.decimalValue().signum() > 0) {
                BigDecimal factor = bounded(multiple.decimalValue());
                step = step == null ? factor : common(step, factor);
                stepRule = " with multipleOf " + multiple;
            }
        }
        Numbers numbers = new Numbers(range, integer, step);
        if (range.min != null
                && range.max != null
                && numbers.span(step == null ? finest() : step).empty()) {
            throw Fold.unsatisfiable(
                    plain.get(plain.size() - 1),
                    range.min.compareTo(range.max) > 0
                            ? range.minRule + " is above " + range.maxRule
                            : "no " + (integer ? "integer" : "number") + stepRule + " lies between " + range.minRule
                                    + " and " + range.maxRule);
        }
        return numbers;
    }

    static boolean speaksOf(String format) {
        return switch (format) {
            case "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float", "double" -> true;
            default -> false;
        };
    }

    @Override
    public JsonNode next(Draw draw) {
        BigDecimal unit = step == null ? unit(draw.random) : step;
        Span span = span(unit);
        BigDecimal value = new BigDecimal(span.pick(draw.random)).multiply(unit);
        return node(value, integer);
    }

    /** The number as the smallest kind of node that holds it; whole numbers without a fraction. */
    static JsonNode node(BigDecimal value, boolean integer) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (!integer && plain.scale() > 0) {
            return Json.NODES.numberNode(plain);
        }
        BigInteger whole = plain.toBigIntegerExact();
        if (whole.bitLength() < 32) {
            return Json.NODES.numberNode(whole.intValue());
        }
        return whole.bitLength() < 64 ? Json.NODES.numberNode(whole.longValue()) : Json.NODES.numberNode(whole);
    }

    /** A step of few digits, but fine enough to have some numbers within the bounds. */
    private BigDecimal unit(Random random) {
        int digits = new int[] {0, 1, 2, 2, 2, 3}[random.nextInt(6)];
        for (; digits < FINEST; digits++) {
            BigDecimal unit = BigDecimal.ONE.movePointLeft(digits);
            if (!span(unit).empty()) {
                return unit;
            }
        }
        return finest();
    }

    private static BigDecimal finest() {
        return BigDecimal.ONE.movePointLeft(MOST_DIGITS);
    }

    private Span span(BigDecimal unit) {
        BigInteger low = null;
        BigInteger high = null;
        if (range.min != null) {
            low = range.min.divide(unit, 0, RoundingMode.CEILING).toBigInteger();
            if (range.aboveMin && new BigDecimal(low).multiply(unit).compareTo(range.min) == 0) {
                low = low.add(BigInteger.ONE);
            }
        }
        if (range.max != null) {
            high = range.max.divide(unit, 0, RoundingMode.FLOOR).toBigInteger();
            if (range.belowMax && new BigDecimal(high).multiply(unit).compareTo(range.max) == 0) {
                high = high.subtract(BigInteger.ONE);
            }
        }
        BigInteger reach = BigDecimal.valueOf(Integer.MAX_VALUE)
                .divide(unit, 0, RoundingMode.FLOOR)
                .toBigInteger();
        if (low == null && high == null) {
            return new Span(
                    reach.negate().subtract(unit.compareTo(BigDecimal.ONE) == 0 ? BigInteger.ONE : BigInteger.ZERO),
                    reach);
        }
        BigInteger far = reach.max(BigInteger.valueOf(1000));
        if (low == null) {
            return new Span(high.subtract(far).min(far.negate()), high);
        }
        if (high == null) {
            return new Span(low, low.compareTo(far) < 0 ? far : low.add(far));
        }
        return new Span(low, high);
    }

    /** How many steps from zero. */
    private record Span(BigInteger low, BigInteger high) {
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
            BigInteger reach = BigInteger.valueOf(kind < 90 ? 1000 : 100_000);
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
    }

    private static void bound(JsonNode node, String keyword, Range range, boolean lower, boolean exclusive) {
        JsonNode value = node.get(keyword);
        if (value == null || !value.isNumber()) {
            return;
        }
        String rule = keyword + " " + value.asText();
        BigDecimal bound = bounded(value.decimalValue());
        if (lower) {
            range.atLeast(bound, exclusive, rule);
        } else {
            range.atMost(bound, exclusive, rule);
        }
    }

    private static void format(String format, Range range) {
        switch (format) {
            case "int8" -> bits(range, 7, true, format);
            case "uint8" -> bits(range, 8, false, format);
            case "int16" -> bits(range, 15, true, format);
            case "uint16" -> bits(range, 16, false, format);
            case "int32" -> bits(range, 31, true, format);
            case "uint32" -> bits(range, 32, false, format);
            case "int64" -> bits(range, 63, true, format);
            case "uint64" -> bits(range, 64, false, format);
            case "float" -> {
                BigDecimal limit = new BigDecimal(Float.MAX_VALUE);
                range.atLeast(limit.negate(), false, "the least float");
                range.atMost(limit, false, "the greatest float");
            }
            default -> {}
        }
    }

    private static void bits(Range range, int bits, boolean signed, String format) {
        BigDecimal limit = new BigDecimal(BigInteger.ONE.shiftLeft(bits));
        range.atLeast(signed ? limit.negate() : BigDecimal.ZERO, false, "the least " + format);
        range.atMost(limit.subtract(BigDecimal.ONE), false, "the greatest " + format);
    }

    /** The least common multiple of two decimals. */
    private static BigDecimal common(BigDecimal a, BigDecimal b) {
        int scale = Math.max(0, Math.max(a.scale(), b.scale()));
        BigInteger x = a.movePointRight(scale).toBigIntegerExact();
        BigInteger y = b.movePointRight(scale).toBigIntegerExact();
        return new BigDecimal(x.divide(x.gcd(y)).multiply(y)).movePointLeft(scale);
    }

    private static BigDecimal bounded(BigDecimal value) {
        int magnitude = value.precision() - value.scale();
        if (magnitude > MOST_DIGITS) {
            return BigDecimal.ONE.movePointRight(MOST_DIGITS).multiply(BigDecimal.valueOf(value.signum()));
        }
        return magnitude < -MOST_DIGITS ? BigDecimal.ZERO : value;
    }
}

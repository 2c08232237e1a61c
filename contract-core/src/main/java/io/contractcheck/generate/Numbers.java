package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Numbers within bounds, as multiples of a step; all arithmetic is exact. */
final class Numbers implements Shape {
    /** Decimal exponents beyond double's; bounds further out are no bounds of practice. */
    private static final int MOST_DIGITS = 400;

    /** Decimal exponents that every format of numbers holds. */
    private static final int MOST_EXACT = 300;

    private static final int FINEST = 30;
    private static final int[] DIGITS = {0, 1, 2, 2, 2, 3};

    private final Range range;
    private final boolean integer;
    private final @Nullable BigDecimal step;
    private final boolean exact;
    /** By digits after the point, each made when first needed; all who make one make the same. */
    private final @Nullable Grid[] grids = new Grid[FINEST];

    private Numbers(Range range, boolean integer, @Nullable BigDecimal step, boolean exact) {
        this.range = range;
        this.integer = integer;
        this.step = step;
        this.exact = exact;
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
        boolean exact = true;
        for (Schema schema : plain) {
            JsonNode node = schema.normal();
            bound(node, "minimum", range, true, false);
            bound(node, "exclusiveMinimum", range, true, true);
            bound(node, "maximum", range, false, false);
            bound(node, "exclusiveMaximum", range, false, true);
            format(node.path("format").asText(), range);
            exact &= exact(schema);
            JsonNode multiple = node.get("multipleOf");
            if (multiple != null
                    && multiple.isNumber()
                    && multiple.decimalValue().signum() > 0) {
                BigDecimal factor = bounded(multiple.decimalValue());
                step = step == null ? factor : common(step, factor);
                stepRule = " with multipleOf " + multiple;
            }
        }
        Numbers numbers = new Numbers(range, integer, step, exact);
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
    public boolean exact() {
        return exact;
    }

    @Override
    public JsonNode next(Draw draw) {
        Grid grid = step == null ? grid(draw.random) : whole();
        return grid.small() != null ? small(grid, draw.random) : node(grid.pick(draw.random), integer);
    }

    /** Most numbers: worked out without big ones. */
    private JsonNode small(Grid grid, Random random) {
        Span.Small span = Objects.requireNonNull(grid.small());
        long steps = span.pick(random);
        int digits = grid.digits();
        for (; digits > 0 && steps % 10 == 0; digits--) {
            steps /= 10;
        }
        if (digits > 0) {
            return Json.NODES.numberNode(BigDecimal.valueOf(steps, digits));
        }
        return steps == (int) steps ? Json.NODES.numberNode((int) steps) : Json.NODES.numberNode(steps);
    }

    /**
     * The numbers that can be drawn, all multiples of a unit.
     *
     * @param digits after the point, if the unit is a power of ten; else -1
     * @param small the span, if the digits are known and it is small
     */
    private record Grid(BigDecimal unit, Span span, int digits, Span.@Nullable Small small) {
        static Grid of(BigDecimal unit, Span span) {
            int digits = unit.scale() >= 0 && unit.unscaledValue().equals(BigInteger.ONE) ? unit.scale() : -1;
            return new Grid(unit, span, digits, digits < 0 ? null : span.small());
        }

        BigDecimal pick(Random random) {
            return new BigDecimal(span.pick(random)).multiply(unit);
        }
    }

    private Grid whole() {
        Grid made = grids[0];
        if (made == null) {
            BigDecimal unit = Objects.requireNonNull(step);
            made = Grid.of(unit, span(unit));
            grids[0] = made;
        }
        return made;
    }

    private Grid grid(int digits) {
        Grid made = grids[digits];
        if (made == null) {
            BigDecimal unit = BigDecimal.ONE.movePointLeft(digits);
            made = Grid.of(unit, span(unit));
            grids[digits] = made;
        }
        return made;
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
    private Grid grid(Random random) {
        for (int digits = DIGITS[random.nextInt(DIGITS.length)]; digits < FINEST; digits++) {
            Grid grid = grid(digits);
            if (!grid.span().empty()) {
                return grid;
            }
        }
        return Grid.of(finest(), span(finest()));
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

    /** Whether all that a schema says of numbers is worked into the range and the step. */
    private static boolean exact(Schema schema) {
        JsonNode node = schema.normal();
        for (String keyword : List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")) {
            JsonNode value = node.path(keyword);
            if (value.isNumber() && magnitude(value.decimalValue()) > MOST_EXACT) {
                return false;
            }
        }
        String format = node.path("format").asText();
        return schema.formats().named(format) == null || TextFormats.sure(schema, format);
    }

    private static long magnitude(BigDecimal value) {
        return Math.abs((long) value.precision() - value.scale());
    }

    private static BigDecimal bounded(BigDecimal value) {
        int magnitude = value.precision() - value.scale();
        if (magnitude > MOST_DIGITS) {
            return BigDecimal.ONE.movePointRight(MOST_DIGITS).multiply(BigDecimal.valueOf(value.signum()));
        }
        return magnitude < -MOST_DIGITS ? BigDecimal.ZERO : value;
    }
}

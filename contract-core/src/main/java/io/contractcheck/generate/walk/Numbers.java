package io.contractcheck.generate.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code minimum}, {@code maximum}, {@code exclusiveMinimum}, {@code exclusiveMaximum}, {@code multipleOf}, and the formats of numbers. */
final class Numbers implements Family {
    /** Beyond that many digits before or after the point, steps are not worked out. */
    private static final int DIGITS = 400;

    /** Numbers with more digits behind the point are written with an exponent. */
    private static final int LONG = 30;

    private static final BigDecimal MOST_FLOAT = new BigDecimal(Float.toString(Float.MAX_VALUE));
    private static final BigDecimal MOST_DOUBLE = BigDecimal.valueOf(Double.MAX_VALUE);

    /** A bound, the keyword that sets it, and whether numbers are kept as {@code float}. */
    private record Bound(BigDecimal value, boolean exclusive, String keyword, boolean narrow) {
        /** Whether it is the end of a format whose numbers have gaps. */
        boolean floating() {
            BigDecimal most = value.abs();
            return keyword.equals("format") && (most.equals(MOST_FLOAT) || most.equals(MOST_DOUBLE));
        }

        String told() {
            return keyword.equals("format") ? "the range of the format" : keyword + " " + Types.shown(node(value));
        }
    }

    @Override
    public Stream<Candidate> valid(View view) {
        if (!numeric(view)) {
            return Stream.empty();
        }
        BigDecimal step = step(view);
        Bound low = bound(view, true);
        Bound high = bound(view, false);
        List<Candidate> all = new ArrayList<>();
        if (low != null) {
            add(all, legal(low, step, 1), "minimum_value", edge("smallest", low, step));
        }
        if (high != null) {
            add(all, legal(high, step, -1), "maximum_value", edge("largest", high, step));
        }
        if (low != null) {
            add(all, near(low, step, 1), "near_boundary_number", "next to the smallest number");
        }
        if (high != null) {
            add(all, near(high, step, -1), "near_boundary_number", "next to the largest number");
        }
        add(all, BigDecimal.ZERO, "valid_number", "zero");
        return all.stream();
    }

    @Override
    public Stream<Candidate> invalid(View view) {
        if (!numeric(view)) {
            return Stream.empty();
        }
        BigDecimal step = step(view);
        Bound low = bound(view, true);
        Bound high = bound(view, false);
        List<Candidate> all = new ArrayList<>();
        if (low != null) {
            beyond(view, low, step, -1, "value_below_minimum", "below " + low.told())
                    .forEach(all::add);
        }
        if (high != null) {
            beyond(view, high, step, 1, "value_above_maximum", "above " + high.told())
                    .forEach(all::add);
        }
        if (view.speaks("multipleOf")) {
            BigDecimal base =
                    low != null ? legal(low, step, 1) : high != null ? legal(high, step, -1) : BigDecimal.ZERO;
            BigDecimal half = unit(step).divide(BigDecimal.valueOf(2));
            List<Candidate> near = new ArrayList<>();
            for (BigDecimal by : List.of(BigDecimal.ONE, half, BigDecimal.ONE.negate(), half.negate())) {
                add(near, base.add(by), view.all("multipleOf"));
            }
            view.fitting(near, 1).forEach(all::add);
        }
        return all.stream();
    }

    private static String edge(String which, Bound bound, @Nullable BigDecimal step) {
        return step == null && bound.exclusive
                ? "just inside " + bound.told()
                : "the " + which + " number that " + bound.told() + " allows";
    }

    private static boolean numeric(View view) {
        return view.types().contains("integer") || view.types().contains("number");
    }

    private static void add(List<Candidate> all, BigDecimal value, String scenario, String description) {
        all.add(Candidate.valid(node(value), scenario, description));
    }

    private static void add(List<Candidate> near, BigDecimal value, List<JsonNode> factors) {
        near.add(Candidate.invalid(
                node(value), "not_multiple_of", "multipleOf", "no multiple of " + Types.shown(factors.get(0))));
    }

    private static Stream<Candidate> beyond(
            View view, Bound bound, @Nullable BigDecimal step, int sign, String scenario, String description) {
        List<Candidate> near = new ArrayList<>();
        BigDecimal away = BigDecimal.valueOf(sign);
        List<BigDecimal> values = new ArrayList<>();
        if (step != null) {
            values.add(legal(bound, step, -sign).add(step.multiply(away)));
        }
        if (bound.exclusive) {
            values.add(bound.value);
        }
        values.add(bound.floating() ? over(bound).multiply(away) : bound.value.add(away));
        values.forEach(v -> near.add(Candidate.invalid(node(v), scenario, bound.keyword, description)));
        return view.fitting(near, 1);
    }

    private static @Nullable Bound bound(View view, boolean low) {
        Bound tightest = null;
        boolean narrow = view.all("format").stream().anyMatch(f -> f.asText().equals("float"));
        for (String keyword : low ? List.of("minimum", "exclusiveMinimum") : List.of("maximum", "exclusiveMaximum")) {
            for (JsonNode value : view.all(keyword)) {
                tightest = tighter(
                        tightest,
                        new Bound(value.decimalValue(), keyword.startsWith("exclusive"), keyword, narrow),
                        low);
            }
        }
        for (JsonNode format : view.all("format")) {
            BigDecimal edge = edge(format.asText(), low);
            if (edge != null) {
                tightest = tighter(tightest, new Bound(edge, false, "format", narrow), low);
            }
        }
        boolean huge = tightest != null
                && (Math.abs((long) tightest.value.scale()) > DIGITS || tightest.value.precision() > DIGITS);
        return huge ? null : tightest;
    }

    /** The smallest or largest number of a format. */
    private static @Nullable BigDecimal edge(String format, boolean low) {
        BigDecimal most = switch (format) {
            case "int32" -> BigDecimal.valueOf(Integer.MAX_VALUE);
            case "int64" -> BigDecimal.valueOf(Long.MAX_VALUE);
            case "float" -> MOST_FLOAT;
            case "double" -> MOST_DOUBLE;
            default -> null;
        };
        if (most == null || !low) {
            return most;
        }
        return format.startsWith("int") ? most.negate().subtract(BigDecimal.ONE) : most.negate();
    }

    /** What no longer is a number of the format. */
    private static BigDecimal over(Bound bound) {
        return bound.narrow ? new BigDecimal("3.4028236E38") : new BigDecimal("1.8E308");
    }

    private static Bound tighter(@Nullable Bound a, Bound b, boolean low) {
        if (a == null) {
            return b;
        }
        int order = low ? b.value.compareTo(a.value) : a.value.compareTo(b.value);
        return order > 0 || order == 0 && b.exclusive ? b : a;
    }

    /** What all legal numbers are multiples of; nothing if they may be any. */
    private static @Nullable BigDecimal step(View view) {
        BigDecimal step = view.types().contains("number") ? null : BigDecimal.ONE;
        for (JsonNode factor : view.all("multipleOf")) {
            BigDecimal one = factor.decimalValue().stripTrailingZeros();
            if (one.signum() > 0 && Math.abs(one.scale()) <= DIGITS && one.precision() <= DIGITS) {
                step = step == null ? one : common(step, one);
            }
        }
        return step;
    }

    private static BigDecimal common(BigDecimal a, BigDecimal b) {
        int scale = Math.max(0, Math.max(a.scale(), b.scale()));
        BigInteger x = a.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger y = b.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        return new BigDecimal(x.divide(x.gcd(y)).multiply(y), scale);
    }

    /** The legal number that is next to the bound, to its right (1) or to its left (-1). */
    private static BigDecimal legal(Bound bound, @Nullable BigDecimal step, int side) {
        if (step == null) {
            if (!bound.exclusive) {
                return bound.value;
            }
            BigDecimal next = bound.narrow ? nextFloat(bound.value, side) : nextDouble(bound.value, side);
            return next.compareTo(bound.value) * side > 0 ? next : bound.value.add(BigDecimal.valueOf(side));
        }
        BigDecimal times = bound.value.divide(step, 0, side > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR);
        BigDecimal legal = times.multiply(step);
        return bound.exclusive && legal.compareTo(bound.value) == 0
                ? legal.add(step.multiply(BigDecimal.valueOf(side)))
                : legal;
    }

    /** The legal number after the one next to the bound. */
    private static BigDecimal near(Bound bound, @Nullable BigDecimal step, int side) {
        if (step != null) {
            return legal(bound, step, side).add(step.multiply(BigDecimal.valueOf(side)));
        }
        return bound.floating()
                ? bound.narrow ? nextFloat(bound.value, side) : nextDouble(bound.value, side)
                : bound.value.add(BigDecimal.valueOf(side));
    }

    private static BigDecimal nextDouble(BigDecimal bound, int side) {
        double edge = bound.doubleValue();
        double next = side > 0 ? Math.nextUp(edge) : Math.nextDown(edge);
        return Double.isInfinite(next) ? bound : BigDecimal.valueOf(next);
    }

    private static BigDecimal nextFloat(BigDecimal bound, int side) {
        float edge = bound.floatValue();
        float next = side > 0 ? Math.nextUp(edge) : Math.nextDown(edge);
        return Float.isInfinite(next) ? bound : new BigDecimal(Float.toString(next));
    }

    private static BigDecimal unit(@Nullable BigDecimal step) {
        return step == null ? BigDecimal.ONE : step;
    }

    private static JsonNode node(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        double close = plain.doubleValue();
        if (Math.abs((long) plain.scale()) > LONG
                && Double.isFinite(close)
                && plain.compareTo(BigDecimal.valueOf(close)) == 0) {
            return Json.NODES.numberNode(close);
        }
        if (plain.scale() > 0) {
            return Json.NODES.numberNode(plain);
        }
        BigInteger whole = plain.toBigInteger();
        return whole.bitLength() < 64 ? Json.NODES.numberNode(whole.longValue()) : Json.NODES.numberNode(whole);
    }
}

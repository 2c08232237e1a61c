package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** {@code minimum}, {@code maximum}, {@code exclusiveMinimum}, {@code exclusiveMaximum}, {@code multipleOf}, and numeric formats. */
final class NumberBreakers {
    /** Beyond that many digits before or after the point, steps are not worked out. */
    private static final int DIGITS = 400;

    private NumberBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        all.put("minimum", (spot, value, place, rule, random) -> beyond(spot, value, rule, -1, false, random));
        all.put("maximum", (spot, value, place, rule, random) -> beyond(spot, value, rule, 1, false, random));
        all.put("exclusiveMinimum", (spot, value, place, rule, random) -> beyond(spot, value, rule, -1, true, random));
        all.put("exclusiveMaximum", (spot, value, place, rule, random) -> beyond(spot, value, rule, 1, true, random));
        all.put("multipleOf", (spot, value, place, rule, random) -> between(spot, value, rule, random));
    }

    /** A number out of the range of {@code int32} or {@code int64}. */
    static @Nullable JsonNode wide(JsonNode value, String format, Random random) {
        int bits = format.equals("int32") ? 31 : format.equals("int64") ? 63 : 0;
        if (bits == 0 || !value.isNumber()) {
            return null;
        }
        BigInteger edge = BigInteger.TWO.pow(bits);
        BigInteger by = BigInteger.valueOf(random.nextBoolean() ? 0 : random.nextInt(1_000_000));
        return node(new BigDecimal(
                random.nextBoolean() ? edge.add(by) : edge.negate().subtract(by).subtract(BigInteger.ONE)));
    }

    private static @Nullable JsonNode beyond(
            Spot spot, JsonNode value, JsonNode rule, int sign, boolean exclusive, Random random) {
        if (!value.isNumber() || !rule.isNumber() || huge(rule.decimalValue())) {
            return null;
        }
        BigDecimal bound = rule.decimalValue();
        if (exclusive && random.nextInt(3) == 0) {
            return node(bound);
        }
        BigDecimal step = step(spot, random);
        BigDecimal edge = bound.divide(step, 0, sign > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING)
                .multiply(step);
        long steps = switch (random.nextInt(3)) {
            case 0 -> 1;
            case 1 -> 1 + random.nextInt(10);
            default -> 1L << random.nextInt(24);
        };
        return node(edge.add(step.multiply(BigDecimal.valueOf(sign * steps))));
    }

    /** What the numbers of a spot are multiples of; a random fraction if they may be any. */
    private static BigDecimal step(Spot spot, Random random) {
        BigDecimal step = null;
        boolean whole = false;
        for (Place place : spot.places()) {
            whole |= place.types().contains("integer") && !place.types().contains("number");
            BigDecimal factor = factor(place);
            if (factor != null) {
                step = step == null ? factor : common(step, factor);
            }
        }
        if (step == null) {
            return whole ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(random.nextInt(4));
        }
        return whole ? common(step, BigDecimal.ONE) : step;
    }

    private static @Nullable BigDecimal factor(Place place) {
        JsonNode rule = place.normal().path("multipleOf");
        return rule.isNumber() && rule.decimalValue().signum() > 0 && !huge(rule.decimalValue())
                ? rule.decimalValue().stripTrailingZeros()
                : null;
    }

    private static boolean huge(BigDecimal number) {
        return Math.abs((long) number.scale()) > DIGITS || number.precision() > DIGITS;
    }

    private static BigDecimal common(BigDecimal a, BigDecimal b) {
        int scale = Math.max(0, Math.max(a.scale(), b.scale()));
        BigInteger x = a.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger y = b.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        return new BigDecimal(x.divide(x.gcd(y)).multiply(y), scale);
    }

    /** A number next to the one there that is no multiple. */
    private static @Nullable JsonNode between(Spot spot, JsonNode value, JsonNode rule, Random random) {
        if (!value.isNumber() || !rule.isNumber() || huge(rule.decimalValue()) || huge(value.decimalValue())) {
            return null;
        }
        BigDecimal factor = rule.decimalValue();
        boolean whole = spot.places().stream()
                .anyMatch(p -> p.types().contains("integer") && !p.types().contains("number"));
        BigDecimal by = whole
                ? BigDecimal.valueOf(
                        factor.compareTo(BigDecimal.valueOf(2)) > 0 && random.nextBoolean()
                                ? 1
                                        + random.nextInt(factor.min(BigDecimal.valueOf(1000))
                                                .intValue())
                                : 1)
                : factor.multiply(new BigDecimal("0.1")).multiply(BigDecimal.valueOf(1 + random.nextInt(9)));
        return node(
                random.nextBoolean()
                        ? value.decimalValue().add(by)
                        : value.decimalValue().subtract(by));
    }

    static JsonNode node(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() > 0) {
            return Json.NODES.numberNode(plain);
        }
        BigInteger whole = plain.toBigInteger();
        return whole.bitLength() < 64 ? Json.NODES.numberNode(whole.longValue()) : Json.NODES.numberNode(whole);
    }
}

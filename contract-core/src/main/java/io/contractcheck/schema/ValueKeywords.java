package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.format.Format;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types, constants, numbers and formats (JSON Schema validation, sections 6.1, 6.2, 7). */
final class ValueKeywords {
    /** Beyond that many digits a remainder is not worked out: a power of ten of nine digits would not end. */
    private static final int DIGITS = 5_000;

    private ValueKeywords() {}

    static @Nullable Keyword of(Compiler.Part part) {
        return switch (part.name()) {
            case "type" -> type(part);
            case "enum" -> oneOf(part);
            case "const" -> constant(part);
            case "minimum" -> bound(part, "must be at least ", sign -> sign >= 0);
            case "maximum" -> bound(part, "must be at most ", sign -> sign <= 0);
            case "exclusiveMinimum" -> bound(part, "must be greater than ", sign -> sign > 0);
            case "exclusiveMaximum" -> bound(part, "must be less than ", sign -> sign < 0);
            case "multipleOf" -> multiple(part);
            case "format" -> format(part);
            default -> null;
        };
    }

    private static Keyword type(Compiler.Part part) {
        List<String> types = new ArrayList<>();
        if (part.value().isTextual()) {
            types.add(part.value().textValue());
        } else {
            part.value().forEach(type -> types.add(type.asText()));
        }
        boolean strict = part.compiler().scope().old();
        String expected = types.stream().map(ValueKeywords::spell).collect(Collectors.joining(" or "));
        List<Predicate<JsonNode>> allowed =
                types.stream().map(type -> test(type, strict)).toList();
        return (value, evaluation, seen) -> {
            for (int i = 0; i < allowed.size(); i++) {
                if (allowed.get(i).test(value)) {
                    return true;
                }
            }
            return part.fails(
                    evaluation,
                    () -> "must be " + expected + ", but is " + Evaluation.show(value)
                            + (strict && types.contains("integer") && isWritten(value)
                                    ? " written with a fraction or an exponent"
                                    : ""));
        };
    }

    /** Whether it is whole, and only its form is not: before draft 6 that is no integer. */
    private static boolean isWritten(JsonNode value) {
        return value.isNumber() && !value.isIntegralNumber() && whole(value.decimalValue());
    }

    private static Predicate<JsonNode> test(String type, boolean strict) {
        return switch (type) {
            case "string" -> JsonNode::isTextual;
            case "integer" ->
                value -> value.isIntegralNumber() || !strict && value.isNumber() && whole(value.decimalValue());
            case "number" -> JsonNode::isNumber;
            case "boolean" -> JsonNode::isBoolean;
            case "null" -> JsonNode::isNull;
            case "array" -> JsonNode::isArray;
            case "object" -> JsonNode::isObject;
            default -> value -> false;
        };
    }

    private static boolean whole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static String spell(String type) {
        return switch (type) {
            case "null" -> "null";
            case "array", "integer", "object" -> "an " + type;
            default -> "a " + type;
        };
    }

    private static Keyword oneOf(Compiler.Part part) {
        List<JsonNode> values = new ArrayList<>();
        part.value().forEach(values::add);
        String expected = values.stream().map(Evaluation::show).collect(Collectors.joining(", "));
        String few = values.size() == 1 ? "must be " + expected : "must be one of " + expected;
        String message = few.length() <= 300 ? few : "must be one of " + values.size() + " values";
        return (value, evaluation, seen) -> {
            for (JsonNode allowed : values) {
                if (Json.equal(allowed, value)) {
                    return true;
                }
            }
            return part.fails(evaluation, () -> message + ", but is " + Evaluation.show(value));
        };
    }

    private static Keyword constant(Compiler.Part part) {
        return (value, evaluation, seen) -> Json.equal(part.value(), value)
                || part.fails(
                        evaluation,
                        () -> "must be " + Evaluation.show(part.value()) + ", but is " + Evaluation.show(value));
    }

    private static Keyword bound(Compiler.Part part, String message, IntPredicate allowed) {
        BigDecimal bound = part.value().decimalValue();
        boolean small = part.value().canConvertToLong() && part.value().isIntegralNumber();
        long near = part.value().longValue();
        return (value, evaluation, seen) -> !value.isNumber()
                || allowed.test(
                        small && (value.isInt() || value.isLong())
                                ? Long.compare(value.longValue(), near)
                                : value.decimalValue().compareTo(bound))
                || part.fails(
                        evaluation, () -> message + Json.write(part.value()) + ", but is " + Evaluation.show(value));
    }

    private static @Nullable Keyword multiple(Compiler.Part part) {
        BigDecimal factor = part.value().decimalValue();
        if (factor.signum() <= 0) {
            return null;
        }
        return (value, evaluation, seen) -> !value.isNumber()
                || multiple(value.decimalValue(), factor)
                || part.fails(
                        evaluation,
                        () -> "must be a multiple of " + Json.write(part.value()) + ", but is "
                                + Evaluation.show(value));
    }

    private static boolean multiple(BigDecimal number, BigDecimal factor) {
        long digits = Math.max(
                Math.abs((long) number.precision() - number.scale()),
                Math.abs((long) factor.precision() - factor.scale()));
        return digits > DIGITS || number.remainder(factor).signum() == 0;
    }

    private static @Nullable Keyword format(Compiler.Part part) {
        Format format = part.compiler().scope().formats().named(part.value().textValue());
        if (format == null) {
            return null;
        }
        return (value, evaluation, seen) -> format.accepts(value)
                || part.fails(
                        evaluation, () -> "must be of format " + format.name() + ", but is " + Evaluation.show(value));
    }
}

package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.hook.DocumentHook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.SetUpBy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives bounds to integers that the document leaves without, for services that keep them in a column or a type of fixed width and say so
 * nowhere.
 *
 * <pre>{@code
 * <hookProperties>
 *   <ClampIntegers.bounds>int32</ClampIntegers.bounds>
 * </hookProperties>
 * }</pre>
 *
 * <ul>
 *   <li>{@code ClampIntegers.bounds}: {@code int32}, {@code int64}, or two numbers such as {@code 0..999999}; nothing is changed without it
 *   <li>{@code ClampIntegers.formats}: integers that have a {@code format} are bounded by it and stay as they are, but for the formats
 *       named here, as {@code int64}, parted by commas
 * </ul>
 *
 * <p>Each side is added only where the document gives none, and only where values are left. Values that the document lists ({@code enum},
 * {@code const}) stay as they are, and so do files that it refers to. The bounds hold for answers, too.
 */
@SetUpBy(ClampIntegers.BOUNDS)
public final class ClampIntegers implements DocumentHook {
    static final String BOUNDS = "ClampIntegers.bounds";
    static final String FORMATS = "ClampIntegers.formats";
    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,40})\\s*\\.\\.\\s*(-?\\d{1,40})");

    /** For the service loader. */
    public ClampIntegers() {}

    private record Bounds(BigInteger least, BigInteger most) {
        static Bounds parse(String text) {
            Matcher range = RANGE.matcher(text);
            if (text.equals("int32")) {
                return new Bounds(BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE));
            }
            if (text.equals("int64")) {
                return new Bounds(BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE));
            }
            if (range.matches()) {
                Bounds bounds = new Bounds(new BigInteger(range.group(1)), new BigInteger(range.group(2)));
                if (bounds.least.compareTo(bounds.most) <= 0) {
                    return bounds;
                }
            }
            throw new HookException(BOUNDS + ": '" + text + "' are no bounds. Write int32, int64, or two numbers, the"
                    + " smaller one first, as 0..999999");
        }
    }

    /**
     * The document with bounds.
     *
     * @throws HookException if those that were set are none
     */
    @Override
    public JsonNode document(JsonNode document, HookContext context) {
        String set = context.setting(BOUNDS).map(String::strip).orElse("");
        if (set.isEmpty()) {
            return document;
        }
        Bounds bounds = Bounds.parse(set);
        List<String> formats =
                Arrays.asList(context.setting(FORMATS).orElse("").strip().split("[,\\s]+"));
        boolean siblingsCount = document.path("openapi").asText().matches("3\\.[1-9].*");
        AtomicInteger clamped = new AtomicInteger();
        JsonNode changed = document.deepCopy();
        SchemaPlaces.visit(changed, schema -> {
            if (isInteger(schema)
                    && !schema.has("enum")
                    && !schema.has("const")
                    && (!schema.has("format")
                            || formats.contains(schema.path("format").asText()))
                    && (siblingsCount || !schema.has("$ref"))
                    && clamp(schema, bounds)) {
                clamped.incrementAndGet();
            }
        });
        if (clamped.get() == 0) {
            context.warn(
                    BOUNDS + ": the document has no integer without bounds. Integers with a format are left as they"
                            + " are unless " + FORMATS + " names it.");
        }
        return changed;
    }

    private static boolean isInteger(ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (!type.isArray()) {
            return type.asText().equals("integer");
        }
        boolean integer = false;
        for (JsonNode one : type) {
            if (one.asText().equals("number")) {
                return false;
            }
            integer |= one.asText().equals("integer");
        }
        return integer;
    }

    private static boolean clamp(ObjectNode schema, Bounds bounds) {
        boolean below = hasBound(schema, "minimum", "exclusiveMinimum");
        boolean above = hasBound(schema, "maximum", "exclusiveMaximum");
        boolean changed = false;
        if (!below && (!above || leaves(schema, bounds.least, "maximum", "exclusiveMaximum", 1))) {
            schema.put("minimum", bounds.least);
            changed = true;
        }
        if (!above && (!below || leaves(schema, bounds.most, "minimum", "exclusiveMinimum", -1))) {
            schema.put("maximum", bounds.most);
            changed = true;
        }
        return changed;
    }

    private static boolean hasBound(ObjectNode schema, String plain, String exclusive) {
        return schema.path(plain).isNumber() || schema.path(exclusive).isNumber();
    }

    /** Whether a value is left between the bound to add and the one that is there; the sign tells on which side that one is. */
    private static boolean leaves(ObjectNode schema, BigInteger added, String plain, String exclusive, int sign) {
        BigDecimal bound = new BigDecimal(added);
        boolean flag = schema.path(exclusive).booleanValue();
        JsonNode other = schema.path(plain);
        int least = flag ? 1 : 0;
        boolean fits = !other.isNumber() || other.decimalValue().compareTo(bound) * sign >= least;
        JsonNode strict = schema.path(exclusive);
        return fits && (!strict.isNumber() || strict.decimalValue().compareTo(bound) * sign > 0);
    }
}

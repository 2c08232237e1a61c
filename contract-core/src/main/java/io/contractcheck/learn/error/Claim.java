package io.contractcheck.learn.error;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a service says of a value that it takes.
 *
 * @param keyword of JSON Schema; or one of the words of this class
 * @param value of the keyword
 */
public record Claim(String keyword, JsonNode value) {
    /** The value must be there. */
    public static final String REQUIRED = "required";

    /** The value must not be null. */
    public static final String NOT_NULL = "notNull";

    /** There is no such member. */
    public static final String UNKNOWN = "unknown";

    /** The least length, or number of elements or members, whichever the value has. */
    public static final String MIN_SIZE = "minSize";

    /** The greatest likewise. */
    public static final String MAX_SIZE = "maxSize";

    /** A moment before now. */
    public static final String PAST = "past";

    /** A moment after now. */
    public static final String FUTURE = "future";

    static Claim required() {
        return is(REQUIRED);
    }

    static Claim notNull() {
        return is(NOT_NULL);
    }

    static Claim unknown() {
        return is(UNKNOWN);
    }

    static Claim is(String keyword) {
        return new Claim(keyword, Json.NODES.booleanNode(true));
    }

    static Claim of(String keyword, String text) {
        return new Claim(keyword, Json.NODES.textNode(text));
    }

    static Claim of(String keyword, long number) {
        return new Claim(keyword, Json.NODES.numberNode(number));
    }

    /** A bound, as a text writes it. */
    static Claim number(String keyword, String text) {
        BigDecimal number = new BigDecimal(text.replace(",", "").replace("_", ""));
        boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() < 19;
        return whole ? of(keyword, number.longValueExact()) : new Claim(keyword, Json.NODES.numberNode(number));
    }

    static Claim type(String name) {
        return of("type", name);
    }

    static Claim format(String name) {
        return of("format", name);
    }

    static Claim pattern(String regex) {
        return of("pattern", regex);
    }

    static Claim oneOf(List<String> values) {
        var list = Json.NODES.arrayNode();
        values.stream().map(String::trim).filter(v -> !v.isEmpty()).forEach(list::add);
        return new Claim("enum", list);
    }
}

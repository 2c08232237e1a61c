package io.contractcheck.schema.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.function.Predicate;

/** What a schema's {@code format} asserts. */
public interface Format {
    /** The name, as schemas write it. */
    String name();

    /** Whether the value is of the format. Values of a kind that the format does not speak of are. */
    boolean accepts(JsonNode value);

    /** A format of strings. */
    static Format ofText(String name, Predicate<String> accepted) {
        return new Named(name, value -> !value.isTextual() || accepted.test(value.textValue()));
    }

    /** A format of numbers. */
    static Format ofNumber(String name, Predicate<BigDecimal> accepted) {
        return new Named(name, value -> !value.isNumber() || accepted.test(value.decimalValue()));
    }
}

package io.contractcheck.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.testcase.Spot;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a service asks of a value beyond its document.
 *
 * @param spot the value's place, one that the document has
 * @param keyword of JSON Schema; {@value #REQUIRED} and {@value #NOT_NULL} with {@code true}, for the value itself; {@value #FORBIDDEN} with
 *     {@code true} for a member that must not be there; {@code additionalProperties} with {@code false} for an object that has none
 *     but those that the document names; {@value #AT_MOST} with another place, whose value must not be less
 * @param value of the keyword
 * @param said in which words the service said so; empty where a user says so
 */
public record Rule(Spot spot, String keyword, JsonNode value, String said) {
    static final String REQUIRED = "required";
    static final String NOT_NULL = "notNull";
    static final String FORBIDDEN = "forbidden";
    static final String AT_MOST = "atMost";
    static final String CLOSED = "additionalProperties";

    /** Of keywords that stand in a schema as they are. */
    static final List<String> PLAIN = List.of(
            "type",
            "enum",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties");

    /** All that there are. */
    static final List<String> KEYWORDS = Stream.concat(
                    PLAIN.stream(), List.of(REQUIRED, NOT_NULL, FORBIDDEN, CLOSED, AT_MOST).stream())
            .toList();

    /** For people: {@code body.title maxLength 20}. */
    public String describe() {
        boolean flag = value.isBoolean() && value.booleanValue();
        return spot.text() + " " + keyword + (flag ? "" : " " + Json.write(value));
    }

    boolean isOf(Rule other) {
        return spot.equals(other.spot) && keyword.equals(other.keyword);
    }
}

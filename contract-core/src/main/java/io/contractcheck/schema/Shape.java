package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the value of a keyword must look like for the keyword to mean anything. */
enum Shape {
    SCHEMA,
    SCHEMAS,
    SCHEMA_MAP,
    NUMBER,
    COUNT,
    TEXT,
    FLAG,
    NAMES,
    NAMES_MAP,
    LIST,
    ANY;

    /** By the name of a keyword of 2020-12; what is no keyword may be anything. */
    static Shape of(String keyword) {
        return switch (keyword) {
            case "additionalProperties", "items", "contains", "propertyNames", "not", "if", "then", "else" -> SCHEMA;
            case "unevaluatedItems", "unevaluatedProperties" -> SCHEMA;
            case "allOf", "anyOf", "oneOf", "prefixItems" -> SCHEMAS;
            case "properties", "patternProperties", "dependentSchemas" -> SCHEMA_MAP;
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" -> NUMBER;
            case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties" -> COUNT;
            case "minContains", "maxContains" -> COUNT;
            case "$ref", "pattern", "format" -> TEXT;
            case "uniqueItems" -> FLAG;
            case "required" -> NAMES;
            case "dependentRequired" -> NAMES_MAP;
            case "enum" -> LIST;
            default -> ANY;
        };
    }

    boolean fits(JsonNode value) {
        return switch (this) {
            case SCHEMA -> value.isObject() || value.isBoolean();
            case SCHEMAS -> value.isArray() && !value.isEmpty();
            case SCHEMA_MAP -> value.isObject();
            case NUMBER -> value.isNumber();
            case COUNT -> count(value) != null;
            case TEXT -> value.isTextual();
            case FLAG -> value.isBoolean();
            case NAMES -> names(value);
            case NAMES_MAP -> value.isObject() && value.valueStream().allMatch(Shape::names);
            case LIST -> value.isArray();
            case ANY -> true;
        };
    }

    private static boolean names(JsonNode value) {
        return value.isArray() && value.valueStream().allMatch(JsonNode::isTextual);
    }

    /** A number of things, at most {@link Integer#MAX_VALUE}; null if it is none. */
    static @Nullable Integer count(JsonNode value) {
        if (!value.isNumber() || value.decimalValue().signum() < 0) {
            return null;
        }
        BigDecimal number = value.decimalValue();
        if (number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) >= 0) {
            return Integer.MAX_VALUE;
        }
        return number.stripTrailingZeros().scale() <= 0 ? (Integer) number.intValue() : null;
    }
}

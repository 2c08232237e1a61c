package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.schema.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The types of JSON Schema, with the keywords that speak of each. */
enum JsonType {
    NULL(),
    BOOLEAN(),
    INTEGER(),
    NUMBER("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    STRING("minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType"),
    ARRAY("items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains", "unevaluatedItems"),
    OBJECT(
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "dependentRequired",
            "unevaluatedProperties");

    private final List<String> keywords;

    JsonType(String... keywords) {
        this.keywords = List.of(keywords);
    }

    /**
     * The types that all schemas allow; where none names a type, those that their keywords speak of; empty if nothing speaks of any.
     *
     * @throws UnsatisfiableException if the types exclude each other
     */
    static Set<JsonType> read(List<Schema> plain) {
        Set<JsonType> types = EnumSet.allOf(JsonType.class);
        Schema last = null;
        for (Schema schema : plain) {
            JsonNode type = schema.normal().get("type");
            if (type == null) {
                continue;
            }
            Set<JsonType> before = types.isEmpty() ? types : EnumSet.copyOf(types);
            types.retainAll(named(type));
            if (schema.normal().path("nullable").asBoolean() && types.size() > 1) {
                types.remove(NULL);
            }
            if (types.isEmpty()) {
                throw Fold.unsatisfiable(
                        schema, "type " + type + " excludes " + names(before) + " that other parts ask for");
            }
            last = schema;
        }
        return last == null ? spokenOf(plain) : types;
    }

    static Set<JsonType> named(JsonNode type) {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        for (JsonNode name : type.isArray() ? type : List.of(type)) {
            for (JsonType t : values()) {
                if (t.label().equals(name.textValue())) {
                    types.add(t);
                }
            }
        }
        if (types.contains(NUMBER)) {
            types.add(INTEGER);
        }
        return types;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Set<JsonType> spokenOf(List<Schema> plain) {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        for (Schema schema : plain) {
            for (JsonType type : values()) {
                for (String keyword : type.keywords) {
                    if (schema.normal().has(keyword)) {
                        types.add(type);
                    }
                }
            }
            String format = schema.normal().path("format").asText();
            if (Numbers.speaksOf(format)) {
                types.add(NUMBER);
            } else if (!format.isEmpty()) {
                types.add(STRING);
            }
        }
        return types;
    }

    private static List<String> names(Set<JsonType> types) {
        return types.stream().map(JsonType::label).toList();
    }
}

package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The subschemas that may speak for a part of a value, found through references and combinations. */
final class SchemaParts {
    private static final int DEEPEST = 32;

    private SchemaParts() {}

    /** What is said of an element; {@code true} if nothing is. */
    static List<Schema> element(Schema array, int index) {
        return find(array, schema -> {
            JsonNode prefix = schema.path("prefixItems").path(index);
            return prefix.isMissingNode() ? schema.path("items") : prefix;
        });
    }

    /** What is said of a property; {@code true} if nothing is. */
    static List<Schema> property(Schema object, String name) {
        return find(object, schema -> {
            JsonNode property = schema.path("properties").path(name);
            return property.isMissingNode() ? schema.path("additionalProperties") : property;
        });
    }

    /** Whether anything but objects and arrays can be valid, as far as the types that the schema names tell. */
    static boolean allowsScalars(Schema schema) {
        return List.of(TextNode.valueOf(""), IntNode.valueOf(0), BooleanNode.TRUE, NullNode.instance).stream()
                .anyMatch(value -> schema.validate(value).stream()
                        .noneMatch(
                                v -> v.keyword().equals("type") && v.instance().matches()));
    }

    /** Whether the schema stands for bytes as they are (OpenAPI 3.0, section 4.7.14.2): {@code format: binary}. */
    static boolean bytes(Schema schema) {
        return bytes(schema, DEEPEST);
    }

    private static boolean bytes(Schema schema, int depth) {
        JsonNode normal = schema.normal();
        if (depth == 0 || normal.path("format").asText().equals("binary")) {
            return depth > 0;
        }
        return normal.path("$ref").isTextual()
                        && bytes(schema.target(normal.get("$ref").textValue()), depth - 1)
                || normal.has("else") && bytes(schema.derive(normal.get("else")), depth - 1)
                || normal.path("allOf").valueStream().anyMatch(part -> bytes(schema.derive(part), depth - 1));
    }

    private static List<Schema> find(Schema root, Function<JsonNode, JsonNode> pick) {
        List<Schema> found = new ArrayList<>();
        collect(root, pick, DEEPEST, found);
        return found.isEmpty() ? List.of(root.derive(BooleanNode.TRUE)) : found;
    }

    private static void collect(Schema schema, Function<JsonNode, JsonNode> pick, int depth, List<Schema> found) {
        if (depth == 0) {
            return;
        }
        JsonNode normal = schema.normal();
        JsonNode part = pick.apply(normal);
        if (part.isObject() || part.isBoolean()) {
            found.add(schema.derive(part));
        }
        if (normal.path("$ref").isTextual()) {
            collect(schema.target(normal.get("$ref").textValue()), pick, depth - 1, found);
        }
        if (normal.has("else")) {
            collect(schema.derive(normal.get("else")), pick, depth - 1, found);
        }
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            for (JsonNode branch : normal.path(keyword)) {
                collect(schema.derive(branch), pick, depth - 1, found);
            }
        }
    }
}

package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import io.contractcheck.json.ReferenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts examples of properties together into whole values; what has no example is left out. */
final class Assembly {
    private static final int DEPTH = 12;
    private static final int VARIANTS = 10;

    private int variants;

    private Assembly() {}

    /** Values made of the examples below a schema, as many as the property with the most examples has; none if there is no example. */
    static List<JsonNode> of(Located schema) {
        List<JsonNode> values = new ArrayList<>();
        for (int variant = 0; ; variant++) {
            Assembly assembly = new Assembly();
            Optional<JsonNode> value = assembly.at(schema, variant, 0);
            if (value.isEmpty() || variant >= Math.min(assembly.variants, VARIANTS)) {
                return values;
            }
            values.add(value.get());
        }
    }

    private Optional<JsonNode> at(Located place, int variant, int depth) {
        Located schema;
        try {
            schema = place.resolve();
        } catch (ReferenceException e) {
            return Optional.empty();
        }
        if (depth > DEPTH || !schema.node().isObject()) {
            return Optional.empty();
        }
        List<JsonNode> own = own(schema.node());
        if (!own.isEmpty()) {
            variants = Math.max(variants, own.size());
            return Optional.of(own.get(variant % own.size()));
        }
        ObjectNode object = Json.NODES.objectNode();
        members(schema, object, variant, depth);
        if (!object.isEmpty()) {
            return Optional.of(object);
        }
        if (schema.node().has("items")) {
            ArrayNode array = Json.NODES.arrayNode();
            return at(schema.get("items"), variant, depth + 1).map(array::add);
        }
        return branch(schema, variant, depth);
    }

    private void members(Located schema, ObjectNode into, int variant, int depth) {
        Located all = schema.get("allOf");
        for (int i = 0; i < all.node().size(); i++) {
            at(all.get(i), variant, depth + 1)
                    .filter(JsonNode::isObject)
                    .ifPresent(v -> into.setAll((ObjectNode) v.deepCopy()));
        }
        for (Map.Entry<String, JsonNode> member :
                schema.node().path("properties").properties()) {
            at(schema.get("properties").get(member.getKey()), variant, depth + 1)
                    .ifPresent(v -> into.set(member.getKey(), v));
        }
    }

    private Optional<JsonNode> branch(Located schema, int variant, int depth) {
        for (String keyword : List.of("oneOf", "anyOf")) {
            Located branches = schema.get(keyword);
            for (int i = 0; i < branches.node().size(); i++) {
                Optional<JsonNode> value = at(branches.get(i), variant, depth + 1);
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    private static List<JsonNode> own(JsonNode schema) {
        List<JsonNode> values = new ArrayList<>();
        if (schema.has("example")) {
            values.add(schema.get("example"));
        }
        for (String keyword : List.of("examples", "x-examples")) {
            if (schema.path(keyword).isArray()) {
                schema.get(keyword).forEach(values::add);
            }
        }
        if (schema.has("x-example")) {
            values.add(schema.get("x-example"));
        }
        if (values.isEmpty() && schema.has("default")) {
            values.add(schema.get("default"));
        }
        return values;
    }

    /** A value with the example's members in place of its own, at every level. */
    static JsonNode overlay(JsonNode base, JsonNode example) {
        if (!base.isObject() || !example.isObject()) {
            return example;
        }
        ObjectNode merged = base.deepCopy();
        for (Map.Entry<String, JsonNode> member : example.properties()) {
            JsonNode old = merged.path(member.getKey());
            merged.set(member.getKey(), overlay(old, member.getValue()));
        }
        return merged;
    }
}

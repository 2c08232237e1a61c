package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the words of a dialect to the normal form, for one resource. */
final class Translation {
    private static final List<String> COMBINED = List.of("$ref", "allOf", "anyOf", "oneOf");

    private final Scope scope;
    private final List<String> warnings;
    private final Values values;
    private final Discriminators discriminators;

    Translation(Scope scope, List<String> warnings) {
        this.scope = scope;
        this.warnings = warnings;
        this.values = new Values(scope);
        this.discriminators = new Discriminators(scope);
    }

    JsonNode schema(Located place, Variant variant) {
        JsonNode normal = plain(place, variant);
        return scope.direction() == Direction.RESPONSE && values.nullable(place.node()) && strict(place.node())
                ? orNull(place, normal)
                : normal;
    }

    /** Whether there is more than a type, which could forbid null. */
    private static boolean strict(JsonNode schema) {
        return COMBINED.stream().anyMatch(schema::has) || schema.has("enum") && !schema.has("type");
    }

    /**
     * By the letter, {@code nullable} counts beside {@code type} alone. Many write it beside {@code $ref} or {@code allOf}, and all of them
     * mean that null may come; it is nothing to send, but nothing to complain of either.
     */
    private ObjectNode orNull(Located place, JsonNode normal) {
        ObjectNode either = Json.NODES.objectNode();
        scope.stands(either, Origin.of(place));
        either.putObject("if").put("type", "null");
        return either.set("else", normal);
    }

    private JsonNode plain(Located place, Variant variant) {
        JsonNode node = place.node();
        if (!node.isObject()) {
            if (!node.isBoolean()) {
                ignored(place, "it is no schema");
            }
            return node.isBoolean() ? node : BooleanNode.TRUE;
        }
        ObjectNode normal = Json.NODES.objectNode();
        scope.stands(normal, Origin.of(place));
        if (scope.old() && node.path("$ref").isTextual()) {
            return normal.put("$ref", scope.refer(place, node.path("$ref").textValue(), variant));
        }
        Variant inner = variant.waiving(scope.reach().of(place).forbidden().keySet());
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            keyword(field.getKey(), place, inner, normal);
        }
        discriminators.apply(place, variant, normal);
        return normal;
    }

    private void keyword(String keyword, Located place, Variant variant, ObjectNode normal) {
        Located at = place.get(keyword);
        if (scope.old() ? Values.UNKNOWN_BEFORE_3_1.contains(keyword) : Values.NEVER.contains(keyword)) {
            return;
        }
        switch (keyword) {
            case "$id", "$schema", "$anchor", "$dynamicAnchor", "$vocabulary", "$comment", "$defs", "definitions" -> {}
            case "nullable" -> {
                if (scope.direction() == Direction.REQUEST && values.doubtful(place.node())) {
                    normal.put("nullable", true);
                }
            }
            case "x-nullable", "discriminator", "id" -> {}
            case "$dynamicRef" -> {
                if (!place.node().has("$ref")) {
                    keyword("$ref", place.with(dynamic(place)), variant, normal);
                }
            }
            case "items" -> items(at, normal);
            case "additionalItems" -> {
                if (place.node().path("items").isArray()) {
                    put("items", at, Variant.PLAIN, normal);
                }
            }
            case "dependencies" -> dependencies(at, variant, normal);
            case "properties" -> properties(at, place, normal);
            case "allOf" -> put(keyword, at, variant.of(Scope.name(place)), normal);
            case "anyOf", "oneOf", "then", "else", "dependentSchemas" -> put(keyword, at, variant.of(""), normal);
            case "required", "dependentRequired" -> {
                if (at.node().isBoolean()) {
                    return;
                }
                put(keyword, at, variant, normal);
            }
            default -> {
                Located value = values.of(keyword, place);
                if (value.exists()) {
                    put(keyword, value, Variant.PLAIN, normal);
                }
            }
        }
    }

    private static JsonNode dynamic(Located place) {
        return Json.NODES.objectNode().set("$ref", place.node().path("$dynamicRef"));
    }

    private void put(String keyword, Located at, Variant variant, ObjectNode normal) {
        Shape shape = Shape.of(keyword);
        JsonNode value = at.node();
        if (!shape.fits(value)) {
            ignored(at, "'" + keyword + "' cannot be " + Evaluation.show(value));
            return;
        }
        switch (shape) {
            case SCHEMA -> normal.set(keyword, schema(at, variant));
            case SCHEMAS -> {
                ArrayNode list = normal.putArray(keyword);
                for (int i = 0; i < value.size(); i++) {
                    list.add(schema(at.get(i), variant));
                }
            }
            case SCHEMA_MAP -> {
                ObjectNode map = normal.putObject(keyword);
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    map.set(member.getKey(), schema(at.get(member.getKey()), variant));
                }
            }
            case NAMES -> {
                ArrayNode names = names(value, variant);
                if (!names.isEmpty()) {
                    normal.set(keyword, names);
                }
            }
            case NAMES_MAP -> {
                ObjectNode map = normal.putObject(keyword);
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    map.set(member.getKey(), names(member.getValue(), variant));
                }
            }
            case COUNT -> normal.set(keyword, Json.NODES.numberNode(Shape.count(value)));
            case TEXT ->
                normal.put(
                        keyword,
                        keyword.equals("$ref") ? scope.refer(at, value.textValue(), variant) : value.textValue());
            default -> normal.set(keyword, value);
        }
    }

    private static ArrayNode names(JsonNode names, Variant variant) {
        ArrayNode kept = Json.NODES.arrayNode();
        names.forEach(name -> {
            if (!variant.waived().contains(name.textValue())) {
                kept.add(name);
            }
        });
        return kept;
    }

    private void items(Located at, ObjectNode normal) {
        if (!at.node().isArray()) {
            put("items", at, Variant.PLAIN, normal);
        } else if (!at.node().isEmpty()) {
            put("prefixItems", at, Variant.PLAIN, normal);
        }
    }

    /** Draft 4: for each property either the names of others, or a schema. */
    private void dependencies(Located at, Variant variant, ObjectNode normal) {
        for (Map.Entry<String, JsonNode> member : at.node().properties()) {
            Located value = at.get(member.getKey());
            if (Shape.NAMES.fits(value.node())) {
                normal.withObjectProperty("dependentRequired").set(member.getKey(), names(value.node(), variant));
            } else if (Shape.SCHEMA.fits(value.node())) {
                normal.withObjectProperty("dependentSchemas").set(member.getKey(), schema(value, variant));
            }
        }
    }

    private void properties(Located at, Located place, ObjectNode normal) {
        if (!at.node().isObject()) {
            ignored(at, "'properties' cannot be " + Evaluation.show(at.node()));
            return;
        }
        Map<String, Located> forbidden = scope.reach().of(place).forbidden();
        Map<String, Origin> origins = new LinkedHashMap<>();
        ObjectNode map = normal.putObject("properties");
        for (Map.Entry<String, JsonNode> member : at.node().properties()) {
            String name = member.getKey();
            Located keyword = forbidden.get(name);
            if (keyword == null) {
                map.set(name, schema(at.get(name), Variant.PLAIN));
            } else {
                map.put(name, false);
                origins.put(
                        name, Origin.rule(keyword, scope.direction() == Direction.REQUEST ? "readOnly" : "writeOnly"));
            }
        }
        if (!origins.isEmpty()) {
            scope.stands(map, new Origin(at, null, origins));
        }
    }

    private void ignored(Located at, String why) {
        warnings.add(at.describe() + ": ignored, because " + why);
    }
}

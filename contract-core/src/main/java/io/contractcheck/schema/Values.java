package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import java.util.ArrayList;
import java.util.List;

/** Keywords whose values are written otherwise in some dialect: types and null, bounds, files. */
final class Values {
    /** Words of later drafts, which mean nothing before OpenAPI 3.1. */
    static final List<String> UNKNOWN_BEFORE_3_1 = List.of(
            "$dynamicRef",
            "const",
            "contains",
            "minContains",
            "maxContains",
            "propertyNames",
            "prefixItems",
            "if",
            "then",
            "else",
            "dependentRequired",
            "dependentSchemas",
            "unevaluatedItems",
            "unevaluatedProperties",
            "examples");

    /** Words of older drafts, which mean nothing since. */
    static final List<String> NEVER = List.of("dependencies", "additionalItems");

    private static final List<String> TYPES =
            List.of("null", "boolean", "object", "array", "number", "string", "integer");
    private static final JsonNode NONE = MissingNode.getInstance();

    private final Scope scope;

    Values(Scope scope) {
        this.scope = scope;
    }

    /** The value of a keyword in the normal form, at its place; a missing one if the keyword falls away. */
    Located of(String keyword, Located schema) {
        Located at = schema.get(keyword);
        return at.with(
                switch (keyword) {
                    case "type" -> type(at.node(), schema.node());
                    case "format" -> file(schema.node()) ? NONE : at.node();
                    case "enum" -> values(at.node(), schema.node());
                    case "minimum" -> exclusive(schema.node(), "exclusiveMinimum") ? NONE : at.node();
                    case "maximum" -> exclusive(schema.node(), "exclusiveMaximum") ? NONE : at.node();
                    case "exclusiveMinimum" -> bound(at.node(), schema.node().path("minimum"));
                    case "exclusiveMaximum" -> bound(at.node(), schema.node().path("maximum"));
                    case "multipleOf" ->
                        at.node().isNumber() && at.node().decimalValue().signum() <= 0 ? NONE : at.node();
                    default -> at.node();
                });
    }

    boolean nullable(JsonNode schema) {
        return switch (scope.dialect()) {
            case SWAGGER_2_0 -> schema.path("x-nullable").asBoolean();
            case OPENAPI_3_0, OPENAPI_3_1 -> schema.path("nullable").asBoolean();
            case DRAFT_2020_12 -> false;
        };
    }

    /** Whether null is allowed by a word that OpenAPI 3.1 has no longer: many mean it, and by the letter it says nothing. */
    boolean doubtful(JsonNode schema) {
        return scope.dialect() == Dialect.OPENAPI_3_1
                && nullable(schema)
                && !schema.path("type").asText().equals("null")
                && schema.path("type")
                        .valueStream()
                        .noneMatch(type -> type.asText().equals("null"));
    }

    private boolean file(JsonNode schema) {
        return scope.dialect() == Dialect.SWAGGER_2_0
                && schema.path("type").asText().equals("file");
    }

    private JsonNode type(JsonNode type, JsonNode schema) {
        List<String> types = new ArrayList<>();
        (type.isArray() ? type : Json.NODES.arrayNode().add(type)).forEach(name -> types.add(name.asText()));
        if (file(schema)) {
            return Json.NODES.textNode("string");
        }
        if (!TYPES.containsAll(types)) {
            return NONE;
        }
        if (nullable(schema) && !types.contains("null")) {
            types.add("null");
        }
        if (types.size() == 1) {
            return Json.NODES.textNode(types.get(0));
        }
        ArrayNode union = Json.NODES.arrayNode();
        types.forEach(union::add);
        return union;
    }

    private JsonNode values(JsonNode values, JsonNode schema) {
        boolean open = nullable(schema) && schema.has("type");
        if (!open || !values.isArray() || values.valueStream().anyMatch(JsonNode::isNull)) {
            return values;
        }
        return ((ArrayNode) values.deepCopy()).addNull();
    }

    private static boolean exclusive(JsonNode schema, String keyword) {
        return schema.path(keyword).isBoolean() && schema.path(keyword).booleanValue();
    }

    private static JsonNode bound(JsonNode exclusive, JsonNode bound) {
        if (!exclusive.isBoolean()) {
            return exclusive;
        }
        return exclusive.booleanValue() && bound.isNumber() ? bound : NONE;
    }
}

package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import java.net.URI;
import java.util.List;

/** Schemas for tests, written with single quotes. */
final class Written {
    private static final URI SHOP = URI.create("file:/shop.json");

    private Written() {}

    static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    /** The first of some components. */
    static Schema components(Dialect dialect, Direction direction, String components) {
        JsonNode schemas = json("{" + components + "}");
        JsonNode root = dialect == Dialect.SWAGGER_2_0
                ? Json.NODES.objectNode().put("swagger", "2.0").set("definitions", schemas)
                : Json.NODES
                        .objectNode()
                        .put("openapi", dialect == Dialect.OPENAPI_3_1 ? "3.1.0" : "3.0.3")
                        .set("components", Json.NODES.objectNode().set("schemas", schemas));
        var all = Documents.of(SHOP, root).root(SHOP);
        all = dialect == Dialect.SWAGGER_2_0
                ? all.get("definitions")
                : all.get("components").get("schemas");
        return Schema.of(all.get(schemas.fieldNames().next()), dialect, direction);
    }

    static Schema of(Dialect dialect, String schema) {
        return components(dialect, Direction.RESPONSE, "'Thing': " + schema);
    }

    /** Keyword, instance and place of each violation. */
    static List<String> told(Schema schema, String value) {
        List<Violation> violations = schema.validate(json(value));
        if (schema.accepts(json(value)) != violations.isEmpty()) {
            throw new AssertionError("accepts and validate differ on " + value);
        }
        return violations.stream()
                .map(v -> v.keyword() + " " + v.instance() + " " + v.schema().replaceFirst(".*/schemas/", ""))
                .toList();
    }
}

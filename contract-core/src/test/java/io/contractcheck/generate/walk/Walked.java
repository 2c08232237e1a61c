package io.contractcheck.generate.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Dialect;
import io.contractcheck.schema.Direction;
import io.contractcheck.schema.Schema;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** What a schema is walked to, as tests write it down. */
final class Walked {
    private static final URI SHOP = URI.create("file:/shop.json");

    private Walked() {}

    static Schema schema(String text) {
        return Schema.parse(text.replace('\'', '"'));
    }

    /** The first of some components of an OpenAPI document. */
    static Schema component(Dialect dialect, String components) {
        JsonNode root = Json.parse(("{'components':{'schemas':{" + components + "}}}").replace('\'', '"'));
        var schemas = Documents.of(SHOP, root).root(SHOP).get("components").get("schemas");
        return Schema.of(schemas.get(schemas.node().fieldNames().next()), dialect, Direction.REQUEST);
    }

    static List<String> valid(Schema schema) {
        return SchemaWalk.of(schema)
                .takeWhile(WalkedValue::valid)
                .map(w -> Json.write(w.value()))
                .toList();
    }

    /** Keyword, pointer and value of the invalid values but those of a wrong type. */
    static List<String> invalid(Schema schema) {
        return broken(schema)
                .filter(w -> !w.keyword().orElseThrow().equals("type"))
                .map(w -> (w.keyword().orElseThrow() + " " + w.pointer() + " " + Json.write(w.value()))
                        .replace("  ", " "))
                .toList();
    }

    /** Valid values as {@code + scenario value}, invalid ones as {@code - scenario keyword pointer value}. */
    static List<String> told(Schema schema) {
        return SchemaWalk.of(schema)
                .map(w -> (w.valid()
                                ? "+ " + w.scenario()
                                : "- " + w.scenario() + " " + w.keyword().orElseThrow()
                                        + (w.pointer().matches() ? "" : " " + w.pointer()))
                        + " " + Json.write(w.value()))
                .toList();
    }

    static Stream<WalkedValue> broken(Schema schema) {
        return SchemaWalk.of(schema).filter(w -> !w.valid());
    }
}

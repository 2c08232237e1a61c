package io.contractcheck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Dialect;
import io.contractcheck.schema.Direction;
import io.contractcheck.schema.Schema;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialectsTest {
    private static final URI SHOP = URI.create("file:/shop.json");

    private static final String PETS = """
            {"components": {"schemas": {
              "Pet": {"type": "object", "required": ["id", "kind", "name"], "discriminator": {"propertyName": "kind"},
                "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]},
              "Base": {"type": "object", "required": ["id", "kind", "name"], "properties": {
                "id": {"type": "integer", "readOnly": true}, "secret": {"type": "string", "writeOnly": true},
                "kind": {"type": "string"}, "name": {"type": "string", "nullable": true, "maxLength": 4}}},
              "Cat": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {
                "age": {"type": "integer", "minimum": 3, "exclusiveMinimum": true, "maximum": 9, "exclusiveMaximum": true}}}]},
              "Dog": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {
                "owner": {"$ref": "#/components/schemas/Pet", "maxProperties": 0}}}]}}}}
            """;

    private static Schema pet(String name, Direction direction) {
        return Schema.of(
                Documents.of(SHOP, Json.parse(PETS))
                        .root(SHOP)
                        .get("components")
                        .get("schemas")
                        .get(name),
                Dialect.OPENAPI_3_0,
                direction);
    }

    private static List<JsonNode> values(String name, Direction direction) {
        return Drawn.from(pet(name, direction), TextRules.ANY, 150, 5);
    }

    @Test
    void read_only_properties_are_not_sent() {
        assertThat(values("Cat", Direction.REQUEST))
                .allSatisfy(v -> assertThat(v.has("id")).isFalse());
        assertThat(values("Cat", Direction.RESPONSE))
                .allSatisfy(v -> assertThat(v.path("id").isInt()).isTrue())
                .allSatisfy(v -> assertThat(v.has("secret")).isFalse());
    }

    @Test
    void what_is_nullable_is_null_at_times() {
        assertThat(values("Cat", Direction.REQUEST))
                .anySatisfy(v -> assertThat(v.get("name").isNull()).isTrue())
                .anySatisfy(v -> assertThat(v.get("name").isTextual()).isTrue());
    }

    @Test
    void exclusive_bounds_of_openapi_3_0_hold() {
        assertThat(values("Cat", Direction.REQUEST))
                .filteredOn(v -> v.has("age"))
                .extracting(v -> v.get("age").intValue())
                .contains(4, 8)
                .allMatch(age -> age > 3 && age < 9);
    }

    @Test
    void discriminated_branches_carry_their_names() {
        assertThat(values("Pet", Direction.REQUEST))
                .extracting(v -> v.get("kind").textValue())
                .contains("Cat", "Dog")
                .allMatch(kind -> kind.equals("Cat") || kind.equals("Dog"));
    }

    @Test
    void what_stands_beside_a_reference_counts_for_nothing_in_openapi_3_0() {
        assertThat(values("Dog", Direction.REQUEST))
                .anySatisfy(v ->
                        assertThat(v.path("owner").path("kind").isTextual()).isTrue());
    }

    @Test
    void reasons_name_the_place_in_the_document() {
        String shop = """
                {"components": {"schemas": {"X": {"type": "object", "required": ["n"],
                  "properties": {"n": {"type": "integer", "minimum": 10, "maximum": 5}}}}}}
                """;
        Schema schema = Schema.of(
                Documents.of(SHOP, Json.parse(shop))
                        .root(SHOP)
                        .get("components")
                        .get("schemas")
                        .get("X"),
                Dialect.OPENAPI_3_1,
                Direction.REQUEST);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Generators.valid(schema)))
                .isInstanceOf(UnsatisfiableException.class)
                .hasMessage("shop.json#/components/schemas/X/properties/n: minimum 10 is above maximum 5");
    }
}

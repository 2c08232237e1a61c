package io.contractcheck.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.json.ReferenceException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final URI SHOP = URI.create("file:/shop.json");

    private static Schema shop(String components, String name) {
        JsonNode root = Json.parse("{'openapi': '3.0.3', 'components': {'schemas': %s}}"
                .formatted(components)
                .replace('\'', '"'));
        return Schema.of(
                Documents.of(SHOP, root)
                        .root(SHOP)
                        .get("components")
                        .get("schemas")
                        .get(name),
                Dialect.OPENAPI_3_0,
                Direction.RESPONSE);
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    @Test
    void a_violation_names_the_rule_in_the_users_document() {
        Schema book = shop(
                "{'Book': {'type': 'object', 'properties': {'isbn': {'$ref': '#/components/schemas/Isbn'}}},"
                        + "'Isbn': {'type': 'string', 'maxLength': 3}}",
                "Book");
        assertThat(book.validate(json("{'isbn': '1234'}"))).singleElement().satisfies(v -> {
            assertThat(v.instance()).hasToString("/isbn");
            assertThat(v.keyword()).isEqualTo("maxLength");
            assertThat(v.schema()).isEqualTo("shop.json#/components/schemas/Isbn/maxLength");
            assertThat(v.message()).isEqualTo("must be at most 3 characters long, but is \"1234\" (4)");
        });
        assertThat(book.accepts(json("{'isbn': '1234'}"))).isFalse();
        assertThat(book.accepts(json("{'isbn': '123'}"))).isTrue();
    }

    @Test
    void the_normal_form_names_targets_that_resolve() {
        Schema node = shop(
                "{'Node': {'type': 'object', 'properties': {'next': {'$ref': '#/components/schemas/Node'}}}}", "Node");
        String ref = node.normal().at("/properties/next/$ref").textValue();
        assertThat(node.target(ref).normal()).isSameAs(node.normal());
        assertThat(node.accepts(json("{'next': {'next': {}}}"))).isTrue();
        assertThat(node.accepts(json("{'next': {'next': 1}}"))).isFalse();
    }

    @Test
    void a_schema_that_is_nothing_but_itself_accepts_all() {
        Schema circle = shop("{'A': {'anyOf': [{'$ref': '#/components/schemas/A'}]}}", "A");
        assertThat(circle.accepts(json("1"))).isTrue();
        Schema bare = shop("{'A': {'$ref': '#/components/schemas/A'}}", "A");
        assertThat(bare.accepts(json("1"))).isTrue();
    }

    @Test
    void a_broken_reference_matters_only_when_a_value_gets_there() {
        Schema broken =
                shop("{'A': {'type': 'object', 'properties': {'x': {'$ref': '#/components/schemas/Nowhere'}}}}", "A");
        assertThat(broken.accepts(json("{}"))).isTrue();
        assertThatThrownBy(() -> broken.accepts(json("{'x': 1}")))
                .isInstanceOf(ReferenceException.class)
                .hasMessageContaining("shop.json#/components/schemas/A/properties/x");
        String ref = broken.normal().at("/properties/x/$ref").textValue();
        assertThatThrownBy(() -> broken.target(ref)).isInstanceOf(ReferenceException.class);
    }

    @Test
    void a_derived_schema_shares_references_and_places() {
        Schema book = shop(
                "{'Book': {'type': 'object', 'properties': {'isbn': {'$ref': '#/components/schemas/Isbn'}}},"
                        + "'Isbn': {'type': 'string', 'maxLength': 3}}",
                "Book");
        ObjectNode merged = ((ObjectNode) book.normal()).objectNode();
        merged.set("properties", book.normal().get("properties"));
        merged.putArray("required").add("isbn");
        Schema derived = book.derive(merged);
        assertThat(derived.validate(json("{'isbn': '1234'}")))
                .extracting(Violation::schema)
                .containsExactly("shop.json#/components/schemas/Isbn/maxLength");
        assertThat(derived.validate(json("{}"))).extracting(Violation::keyword).containsExactly("required");
        assertThat(book.derive(book.normal().at("/properties/isbn")).source().describe())
                .isEqualTo("shop.json#/components/schemas/Book/properties/isbn");
    }

    @Test
    void all_violations_are_told_once_and_in_the_order_of_the_schema() {
        Schema schema = Schema.parse("{\"minimum\": 5, \"multipleOf\": 2, \"allOf\": [{\"minimum\": 7}]}");
        List<Violation> violations = schema.validate(json("1"));
        assertThat(violations)
                .extracting(Violation::schema)
                .containsExactly("schema.json#/minimum", "schema.json#/multipleOf", "schema.json#/allOf/0/minimum");
        assertThat(schema.validate(json("1"))).isEqualTo(violations);
    }
}

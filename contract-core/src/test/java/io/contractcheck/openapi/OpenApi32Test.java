package io.contractcheck.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import org.junit.jupiter.api.Test;

class OpenApi32Test {
    private static final String VERSION = "openapi: 3.2.0";

    private static Api api(String members) {
        return Apis.read(Apis.document(VERSION, "/books", members));
    }

    @Test
    void a_query_string_that_is_a_form_is_an_exploded_object() {
        Api api = api("""
                parameters:
                  - {name: q, in: querystring, required: true, content: {application/x-www-form-urlencoded:
                      {schema: {type: object, required: [a], properties: {a: {type: integer}}}}}}
                """);
        Parameter parameter = api.operations().get(0).parameters().get(0);
        assertThat(parameter.in()).isEqualTo(ParameterLocation.QUERY);
        assertThat(parameter.style()).isEqualTo(Style.FORM);
        assertThat(parameter.explode()).isTrue();
        assertThat(parameter.required()).isTrue();
        assertThat(parameter.schema().accepts(Json.parse("{\"a\":1}"))).isTrue();
        assertThat(parameter.schema().accepts(Json.parse("{}"))).isFalse();
    }

    @Test
    void a_query_string_of_another_media_type_is_told_of() {
        String json = "{name: q, in: querystring, required: %s, content: {application/json: {schema: {type: object}}}}";
        Api optional = api("parameters: [" + json.formatted("false") + "]");
        assertThat(optional.operations().get(0).parameters()).isEmpty();
        assertThat(optional.warnings())
                .anyMatch(w -> w.contains("a query string of media type application/json is not supported"));
        assertThat(api("parameters: [" + json.formatted("true") + "]").broken())
                .singleElement()
                .satisfies(b -> assertThat(b.reason()).contains("application/json is not supported"));
    }

    @Test
    void the_items_of_a_sequence_make_an_array() {
        Api api = api("""
                requestBody: {content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/Book'}}}}
                """.stripTrailing());
        assertThat(api.broken()).hasSize(1);
        Operation operation = Apis.operation(Apis.document(
                        VERSION,
                        "/books",
                        "requestBody: {content: {application/jsonl: {itemSchema: {$ref:"
                                + " '#/components/schemas/Book'}}}}")
                + "components: {schemas: {Book: {type: object, required: [title]}}}\n");
        Schema schema =
                operation.requestBody().orElseThrow().content().get(0).schema().orElseThrow();
        assertThat(schema.accepts(Json.parse("[{\"title\":1}]"))).isTrue();
        assertThat(schema.accepts(Json.parse("{\"title\":1}"))).isFalse();
        assertThat(schema.validate(Json.parse("[{\"title\":1},{}]")))
                .singleElement()
                .satisfies(v -> assertThat(v.instance().toString()).isEqualTo("/1"))
                .satisfies(v -> assertThat(v.schema()).contains("#/components/schemas/Book/required"));
    }

    @Test
    void items_of_what_is_no_known_sequence_are_told_of() {
        Api api = api("requestBody: {content: {text/event-stream: {itemSchema: {type: object}}}}");
        assertThat(api.operations()
                        .get(0)
                        .requestBody()
                        .orElseThrow()
                        .content()
                        .get(0)
                        .schema())
                .isEmpty();
        assertThat(api.warnings()).anyMatch(w -> w.contains("itemSchema is supported for"));
    }

    @Test
    void the_style_cookie_is_known() {
        Api api = api("parameters: [{name: c, in: cookie, style: cookie, schema: {type: string}}]");
        assertThat(api.operations().get(0).parameters().get(0).explode()).isTrue();
        assertThat(api.warnings()).noneMatch(w -> w.contains("style"));
    }

    @Test
    void a_pattern_that_cannot_be_used_is_told_of_by_its_place_and_fails_nothing() {
        Api api = api("""
                parameters:
                  - {name: a, in: query, schema: {type: string, pattern: '(?<n'}}
                  - {name: b, in: query, schema: {type: object, patternProperties: {'[z-a]': {}}}}
                """);
        assertThat(api.broken()).isEmpty();
        assertThat(api.warnings())
                .anyMatch(w -> w.contains("/parameters/0/schema/pattern: ignored, because the pattern cannot be used"))
                .anyMatch(w -> w.contains("[z-a]"));
        assertThat(api.operations().get(0).parameters().get(0).schema().accepts(Json.parse("\"x\"")))
                .isTrue();
    }
}

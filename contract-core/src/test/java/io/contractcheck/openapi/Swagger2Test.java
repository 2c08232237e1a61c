package io.contractcheck.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class Swagger2Test {
    private static JsonNode json(String text) {
        return Json.parse(text);
    }

    @Test
    void collection_formats_are_styles() {
        List<Parameter> parameters = Apis.operation20("""
                parameters:
                  - {name: none, in: query, type: array, items: {type: string}}
                  - {name: csv, in: query, type: array, collectionFormat: csv, items: {type: string}}
                  - {name: multi, in: query, type: array, collectionFormat: multi, items: {type: string}}
                  - {name: ssv, in: query, type: array, collectionFormat: ssv, items: {type: string}}
                  - {name: tsv, in: query, type: array, collectionFormat: tsv, items: {type: string}}
                  - {name: pipes, in: query, type: array, collectionFormat: pipes, items: {type: string}}
                  - {name: head, in: header, type: array, items: {type: string}}
                """).parameters();
        assertThat(parameters)
                .extracting(Parameter::style)
                .containsExactly(
                        Style.FORM,
                        Style.FORM,
                        Style.FORM,
                        Style.SPACE_DELIMITED,
                        Style.TAB_DELIMITED,
                        Style.PIPE_DELIMITED,
                        Style.SIMPLE);
        assertThat(parameters)
                .extracting(Parameter::explode)
                .containsExactly(false, false, true, false, false, false, false);
    }

    @Test
    void nested_arrays_keep_their_inner_delimiters() {
        Parameter parameter = Apis.operation20("""
                parameters:
                  - name: matrix
                    in: query
                    type: array
                    collectionFormat: multi
                    items: {type: array, collectionFormat: pipes, items: {type: array, items: {type: integer}}}
                """).parameters().get(0);
        assertThat(parameter.innerDelimiters()).containsExactly("|", ",");
    }

    @Test
    void a_parameter_is_its_own_schema_and_stands_where_it_stands() {
        Parameter parameter = Apis.operation20("""
                parameters:
                  - {name: n, in: query, required: true, description: d, type: integer, maximum: 9, x-nullable: true, x-example: 3, default: 4}
                """).parameters().get(0);
        assertThat(parameter.schema().source().node())
                .isEqualTo(json("{\"type\":\"integer\",\"maximum\":9,\"x-nullable\":true,\"default\":4}"));
        assertThat(parameter.schema().source().describe()).isEqualTo("shop.yaml#/paths/~1books/post/parameters/0");
        assertThat(parameter.required()).isTrue();
        assertThat(parameter.examples()).containsExactly(json("3"), json("4"));
    }

    @Test
    void a_body_has_the_media_types_consumed() {
        RequestBody body = Apis.operation("""
                swagger: '2.0'
                consumes: [application/json, application/xml]
                paths:
                  /books:
                    post:
                      parameters:
                        - {name: book, in: body, required: true, schema: {$ref: '#/definitions/Book'}, x-examples: {application/json: {a: 1}}}
                definitions: {Book: {type: object, example: {b: 2}}}
                """).requestBody().orElseThrow();
        assertThat(body.required()).isTrue();
        assertThat(body.content())
                .extracting(MediaTypeContent::mediaType)
                .containsExactly("application/json", "application/xml");
        assertThat(body.content().get(0).examples()).containsExactly(json("{\"a\":1}"), json("{\"b\":2}"));
        assertThat(Apis.operation20("parameters: [{name: b, in: body, schema: {}}]")
                        .requestBody()
                        .orElseThrow()
                        .content())
                .extracting(MediaTypeContent::mediaType)
                .containsExactly("application/json");
    }

    @Test
    void form_fields_become_one_object() {
        RequestBody body = Apis.operation20("""
                consumes: [application/x-www-form-urlencoded, multipart/form-data]
                parameters:
                  - {name: title, in: formData, type: string, required: true, maxLength: 5}
                  - {name: tags, in: formData, type: array, collectionFormat: ssv, items: {type: string}}
                """).requestBody().orElseThrow();
        assertThat(body.required()).isTrue();
        assertThat(body.content())
                .extracting(MediaTypeContent::mediaType)
                .containsExactly("application/x-www-form-urlencoded", "multipart/form-data");
        MediaTypeContent form = body.content().get(0);
        assertThat(form.schema().orElseThrow().source().node()).isEqualTo(json("""
                {"type": "object", "required": ["title"], "properties": {
                  "title": {"type": "string", "maxLength": 5},
                  "tags": {"type": "array", "items": {"type": "string"}}}}"""));
        assertThat(form.encodings()).containsOnlyKeys("tags");
        assertThat(form.encodings().get("tags").style()).contains(Style.SPACE_DELIMITED);
        assertThat(form.encodings().get("tags").explode()).isFalse();
    }

    @Test
    void a_file_makes_the_form_multipart() {
        RequestBody body = Apis.operation20("""
                consumes: [application/x-www-form-urlencoded]
                parameters: [{name: cover, in: formData, type: file}]
                """).requestBody().orElseThrow();
        assertThat(body.required()).isFalse();
        assertThat(body.content()).extracting(MediaTypeContent::mediaType).containsExactly("multipart/form-data");
        assertThat(body.content().get(0).schema().orElseThrow().source().node().at("/properties/cover"))
                .isEqualTo(json("{\"type\":\"string\",\"format\":\"binary\"}"));
    }

    @Test
    void responses_have_the_media_types_produced() {
        Operation operation = Apis.operation("""
                swagger: '2.0'
                produces: [text/xml]
                paths:
                  /books:
                    get:
                      produces: [application/json]
                      responses:
                        200:
                          description: ok
                          schema: {type: object}
                          examples: {application/json: {a: 1}}
                          headers: {X-Ids: {type: array, collectionFormat: pipes, items: {type: array, items: {type: integer}}}}
                          x-links: {self: {operationId: get}}
                        204: {description: none}
                        404: {$ref: '#/responses/Gone'}
                responses: {Gone: {description: gone, schema: {type: string}}}
                """);
        ResponseSpec ok = operation.responses().forStatus(200).orElseThrow();
        assertThat(ok.content()).extracting(MediaTypeContent::mediaType).containsExactly("application/json");
        assertThat(ok.content().get(0).examples()).containsExactly(json("{\"a\":1}"));
        assertThat(ok.headers().get(0).delimiters()).containsExactly("|", ",");
        assertThat(ok.headers().get(0).required()).isFalse();
        assertThat(ok.links()).extracting(Link::operationId).containsExactly(java.util.Optional.of("get"));
        assertThat(operation.responses().forStatus(204).orElseThrow().content()).isEmpty();
        assertThat(operation.responses().forStatus(404).orElseThrow().source().describe())
                .isEqualTo("shop.yaml#/responses/Gone");
        assertThat(Apis.operation20("responses: {200: {description: ok, schema: {}}}")
                        .responses()
                        .forStatus(200)
                        .orElseThrow()
                        .content())
                .extracting(MediaTypeContent::mediaType)
                .containsExactly("*/*");
    }
}

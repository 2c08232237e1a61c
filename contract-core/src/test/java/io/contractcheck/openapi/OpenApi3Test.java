package io.contractcheck.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApi3Test {
    private static JsonNode json(String text) {
        return Json.parse(text);
    }

    @Test
    void styles_have_the_defaults_of_their_place() {
        List<Parameter> parameters = Apis.operation(Apis.document("openapi: 3.0.3", "/books/{p}", """
                parameters:
                  - {name: p, in: path, schema: {type: string}}
                  - {name: q, in: query, schema: {type: string}}
                  - {name: h, in: header, schema: {type: string}}
                  - {name: c, in: cookie, schema: {type: string}}
                """))
                .parameters();
        assertThat(parameters)
                .extracting(Parameter::style)
                .containsExactly(Style.SIMPLE, Style.FORM, Style.SIMPLE, Style.FORM);
        assertThat(parameters).extracting(Parameter::explode).containsExactly(false, true, false, true);
        assertThat(parameters).extracting(Parameter::required).containsExactly(true, false, false, false);
    }

    @Test
    void styles_are_read_and_those_out_of_place_ignored() {
        Api api = Apis.read(Apis.document("openapi: 3.0.3", "/books/{p}", """
                parameters:
                  - {name: p, in: path, style: matrix, explode: true, schema: {type: string}}
                  - {name: q, in: query, style: pipeDelimited, allowReserved: true, required: true, schema: {type: string}}
                  - {name: r, in: query, style: simple, schema: {type: string}}
                  - {name: s, in: query, style: curly, schema: {type: string}}
                """));
        List<Parameter> parameters = api.operations().get(0).parameters();
        assertThat(parameters)
                .extracting(Parameter::style)
                .containsExactly(Style.MATRIX, Style.PIPE_DELIMITED, Style.FORM, Style.FORM);
        assertThat(parameters).extracting(Parameter::explode).containsExactly(true, false, true, true);
        assertThat(parameters).extracting(Parameter::allowReserved).containsExactly(false, true, false, false);
        assertThat(parameters).extracting(Parameter::required).containsExactly(true, true, false, false);
        assertThat(api.warnings())
                .anyMatch(warning -> warning.contains("/parameters/2/style: this style is not for parameters in query"))
                .anyMatch(warning -> warning.contains("/parameters/3/style: the style 'curly' is unknown"));
    }

    @Test
    void parameters_of_the_path_item_are_merged_and_may_be_replaced() {
        Operation operation = Apis.operation("""
                openapi: 3.0.3
                paths:
                  /books/{id}:
                    parameters:
                      - {name: id, in: path, schema: {type: string}}
                      - {name: X-Trace, in: header, schema: {type: string}}
                      - {name: id, in: query, schema: {type: string}}
                    get:
                      parameters:
                        - {name: x-trace, in: header, required: true, schema: {type: integer}}
                        - {name: limit, in: query, schema: {type: integer}}
                """);
        assertThat(operation.parameters()).extracting(Parameter::name).containsExactly("id", "x-trace", "id", "limit");
        assertThat(operation.parameters().get(1).required()).isTrue();
        assertThat(operation.parameters().get(1).source().describe())
                .isEqualTo("shop.yaml#/paths/~1books~1{id}/get/parameters/0");
    }

    @Test
    void headers_that_openapi_ignores_are_left_out() {
        assertThat(Apis.operation30("""
                        parameters:
                          - {name: Accept, in: header, schema: {type: string}}
                          - {name: content-type, in: header, schema: {type: string}}
                          - {name: AUTHORIZATION, in: header, schema: {type: string}}
                          - {name: accept, in: query, schema: {type: string}}
                        """).parameters())
                .extracting(Parameter::in)
                .containsExactly(ParameterLocation.QUERY);
    }

    @Test
    void a_path_parameter_without_room_in_the_path_is_ignored() {
        Api api = Apis.read(Apis.document(
                "openapi: 3.0.3", "/books", "parameters: [{name: id, in: path, schema: {type: string}}]"));
        assertThat(api.operations().get(0).parameters()).isEmpty();
        assertThat(api.warnings()).anyMatch(warning -> warning.contains("the path /books has no {id}"));
    }

    @Test
    void a_content_parameter_is_written_in_its_media_type() {
        Parameter parameter = Apis.operation30("""
                        parameters:
                          - name: filter
                            in: query
                            content: {application/json: {schema: {type: object, example: {b: 1}}, example: {a: 1}}}
                        """).parameters().get(0);
        assertThat(parameter.mediaType()).contains("application/json");
        assertThat(parameter.schema().source().describe()).endsWith("/parameters/0/content/application~1json/schema");
        assertThat(parameter.examples()).containsExactly(json("{\"a\":1}"), json("{\"b\":1}"));
    }

    @Test
    void examples_come_in_document_order_and_once() {
        Parameter parameter = Apis.operation("""
                openapi: 3.1.0
                paths:
                  /books:
                    get:
                      parameters:
                        - name: limit
                          in: query
                          examples:
                            one: {value: 1}
                            two: {$ref: '#/components/examples/two'}
                            file: {externalValue: 'three.json'}
                            gone: {$ref: '#/components/examples/gone'}
                          schema: {$ref: '#/components/schemas/Limit'}
                components:
                  examples: {two: {value: 2}}
                  schemas: {Limit: {type: integer, examples: [1.0, 3, null], default: 4}}
                """).parameters().get(0);
        assertThat(parameter.examples()).containsExactly(json("1"), json("2"), json("3"), json("null"), json("4"));
    }

    @Test
    void examples_outside_the_document_are_warned_about() {
        Api api = Apis.read(Apis.document("openapi: 3.0.3", "/books", """
                parameters:
                  - {name: a, in: query, schema: {}, examples: {x: {externalValue: 'a.json'}, y: {$ref: '#/no'}}}
                """));
        assertThat(api.operations()).hasSize(1);
        assertThat(api.warnings())
                .anyMatch(warning -> warning.contains("/examples/x: an example outside the document"))
                .anyMatch(warning -> warning.contains("/examples/y: the example is not read"));
    }

    @Test
    void a_parameter_without_a_schema_takes_anything() {
        Parameter parameter = Apis.operation30("parameters: [{name: q, in: query, example: 7}]")
                .parameters()
                .get(0);
        assertThat(parameter.schema().source().describe()).isEqualTo("shop.yaml#/paths/~1books/post/parameters/0");
        assertThat(parameter.schema().source().node()).isEmpty();
        assertThat(parameter.examples()).containsExactly(json("7"));
    }

    @Test
    void a_body_has_media_types_and_encodings() {
        RequestBody body = Apis.operation("""
                openapi: 3.0.3
                paths: {/books: {post: {requestBody: {$ref: '#/components/requestBodies/Book'}}}}
                components:
                  requestBodies:
                    Book:
                      required: true
                      content:
                        application/json: {schema: {type: object}, example: {a: 1}}
                        multipart/form-data:
                          schema: {type: object}
                          encoding:
                            cover: {contentType: 'image/png, image/jpeg'}
                            tags: {style: pipeDelimited}
                            ids: {style: form, explode: false, allowReserved: true}
                        text/plain:
                """).requestBody().orElseThrow();
        assertThat(body.required()).isTrue();
        assertThat(body.source().describe()).isEqualTo("shop.yaml#/components/requestBodies/Book");
        assertThat(body.content())
                .extracting(MediaTypeContent::mediaType)
                .containsExactly("application/json", "multipart/form-data");
        assertThat(body.content().get(0).schema().orElseThrow().direction()).isEqualTo(Direction.REQUEST);
        assertThat(body.content().get(0).examples()).containsExactly(json("{\"a\":1}"));
        Encoding cover = body.content().get(1).encodings().get("cover");
        assertThat(cover.contentType()).contains("image/png, image/jpeg");
        assertThat(cover.explode()).isTrue();
        Encoding tags = body.content().get(1).encodings().get("tags");
        assertThat(tags.style()).contains(Style.PIPE_DELIMITED);
        assertThat(tags.explode()).isFalse();
        Encoding ids = body.content().get(1).encodings().get("ids");
        assertThat(ids.explode()).isFalse();
        assertThat(ids.allowReserved()).isTrue();
    }

    @Test
    void responses_have_headers_content_and_links() {
        Operation operation = Apis.operation("""
                openapi: 3.0.3
                paths:
                  /books:
                    get:
                      responses:
                        200:
                          description: ok
                          headers:
                            Content-Type: {schema: {type: string}}
                            X-Total: {required: true, explode: true, schema: {type: integer}}
                            X-Meta: {$ref: '#/components/headers/Meta'}
                          content:
                            application/json: {schema: {type: object}}
                            image/*: {}
                          links:
                            author: {operationId: getAuthor, parameters: {path.id: '$response.body#/author'}, requestBody: null}
                        4XX: {$ref: '#/components/responses/Wrong'}
                        default: {description: other}
                        ok: {description: never}
                        x-200: {}
                components:
                  headers: {Meta: {content: {application/json: {schema: {type: object}}}}}
                  responses: {Wrong: {description: wrong}}
                """);
        ResponseSpec ok = operation.responses().forStatus(200).orElseThrow();
        assertThat(ok.headers()).extracting(HeaderSpec::name).containsExactly("X-Total", "X-Meta");
        assertThat(ok.headers().get(0).required()).isTrue();
        assertThat(ok.headers().get(0).explode()).isTrue();
        assertThat(ok.headers().get(0).delimiters()).containsExactly(",");
        assertThat(ok.headers().get(1).mediaType()).contains("application/json");
        assertThat(ok.content()).extracting(MediaTypeContent::mediaType).containsExactly("application/json", "image/*");
        assertThat(ok.content().get(0).schema().orElseThrow().direction()).isEqualTo(Direction.RESPONSE);
        assertThat(ok.content().get(1).schema()).isEmpty();
        Link link = ok.links().get(0);
        assertThat(link.name()).isEqualTo("author");
        assertThat(link.operationId()).contains("getAuthor");
        assertThat(link.parameters()).containsOnlyKeys("path.id");
        assertThat(link.requestBody()).contains(Json.NODES.nullNode());
        assertThat(operation.responses().all())
                .extracting(ResponseSpec::status)
                .containsExactly("200", "4XX", "default");
        assertThat(operation.responses().forStatus(404).orElseThrow().source().describe())
                .isEqualTo("shop.yaml#/components/responses/Wrong");
    }
}

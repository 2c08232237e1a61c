package io.contractcheck.hooks.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.hook.HookException;
import io.contractcheck.json.Json;
import io.contractcheck.json.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClampIntegersTest {
    private static final String INT32 = "minimum: -2147483648, maximum: 2147483647";

    private static JsonNode clamped(JsonNode document, String bounds) {
        return new ClampIntegers().document(document, TestContext.of("ClampIntegers.bounds", bounds));
    }

    /** The document with every place marked INT an unbounded integer, against the same with bounds there. */
    private static void exactlyTheMarked(String document) {
        JsonNode before = Yaml.parse(document.replace("INT", "type: integer"));
        JsonNode copy = before.deepCopy();
        JsonNode expected = Yaml.parse(document.replace("INT", "type: integer, " + INT32));
        assertThat(Json.equal(clamped(before, "int32"), expected))
                .as(() -> "%s".formatted(clamped(before, "int32")))
                .isTrue();
        assertThat(before).isEqualTo(copy);
    }

    @Test
    void every_schema_of_openapi_3_0_and_nothing_else() {
        exactlyTheMarked("""
                openapi: 3.0.3
                info: {title: t, version: "1", x-info: {type: integer}}
                x-schemas: {a: {type: integer}}
                paths:
                  /a:
                    parameters: [{name: p, in: query, schema: {INT}}]
                    post:
                      parameters:
                        - {name: q, in: query, content: {application/json: {schema: {INT}}}}
                        - {name: type, in: header, schema: {type: string}, example: {type: integer}}
                      requestBody:
                        content:
                          multipart/form-data:
                            schema: {type: object, properties: {type: {INT}, schema: {type: array, items: {INT}}}}
                            example: {type: integer}
                            encoding: {type: {headers: {X-A: {schema: {INT}}}}}
                      responses:
                        "200":
                          description: d
                          headers: {x-total: {schema: {INT}}}
                          content:
                            application/json:
                              schema:
                                allOf: [{INT}, {$ref: "#/components/schemas/a"}]
                                additionalProperties: {INT}
                                not: {INT}
                                default: {type: integer}
                                example: {type: integer}
                                enum: [{type: integer}]
                              examples: {one: {value: {type: integer}}}
                          links: {l: {parameters: {type: integer}}}
                      callbacks: {done: {"{$request.body#/url}": {post: {requestBody: {content: {a/b: {schema: {INT}}}}}}}}
                components:
                  schemas: {a: {INT, nullable: true}, b: {$ref: "#/x", type: integer}}
                  parameters: {p: {name: p, in: query, schema: {INT}}}
                  headers: {h: {schema: {INT}}}
                  requestBodies: {r: {content: {a/b: {schema: {INT}}}}}
                  responses: {r: {description: d, content: {a/b: {schema: {anyOf: [{INT}, {type: number}]}}}}}
                  examples: {e: {value: {type: integer}}}
                """);
    }

    @Test
    void every_schema_of_openapi_3_1_and_nothing_else() {
        exactlyTheMarked("""
                openapi: 3.1.0
                info: {title: t, version: "1"}
                webhooks: {w: {post: {requestBody: {content: {a/b: {schema: {INT}}}}}}}
                components:
                  pathItems: {i: {get: {responses: {"200": {description: d, content: {a/b: {schema: {INT}}}}}}}}
                  schemas:
                    a: {INT, $defs: {d: {INT}}}
                    b: {prefixItems: [{INT}], items: {INT}, contains: {INT}, if: {INT}, then: {INT}, else: {INT}}
                    c: {patternProperties: {a: {INT}}, propertyNames: {INT}, dependentSchemas: {a: {INT}}}
                    d: {unevaluatedProperties: {INT}, unevaluatedItems: {INT}, items: false, contentSchema: {INT}}
                    e: {$ref: "#/components/schemas/a", INT}
                    f: {const: {type: integer}, examples: [{type: integer}]}
                """);
    }

    @Test
    void every_schema_of_swagger_2_0_and_nothing_else() {
        exactlyTheMarked("""
                swagger: "2.0"
                info: {title: t, version: "1"}
                paths:
                  /a:
                    post:
                      parameters:
                        - {name: p, in: query, INT}
                        - {name: l, in: query, type: array, items: {INT}}
                        - {name: b, in: body, schema: {type: object, properties: {n: {INT}}}}
                      responses: {"200": {description: d, schema: {INT}, headers: {X-N: {INT}}, examples: {a/b: {type: integer}}}}
                parameters: {q: {name: q, in: header, INT}}
                responses: {r: {description: d, schema: {type: array, items: {INT}}}}
                definitions: {d: {INT}}
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: integer, minimum: 1} | {type: integer, minimum: 1, maximum: 99}",
                "{type: integer, maximum: 5} | {type: integer, maximum: 5, minimum: -9}",
                "{type: integer, minimum: 99} | {type: integer, minimum: 99, maximum: 99}",
                "{type: integer, minimum: 100} | {type: integer, minimum: 100}",
                "{type: integer, exclusiveMinimum: 98} | {type: integer, exclusiveMinimum: 98, maximum: 99}",
                "{type: integer, exclusiveMinimum: 99} | {type: integer, exclusiveMinimum: 99}",
                "{type: integer, minimum: 99, exclusiveMinimum: true} | {type: integer, minimum: 99, exclusiveMinimum: true}",
                "{type: integer, maximum: -10} | {type: integer, maximum: -10}",
                "{type: integer, exclusiveMaximum: -8} | {type: integer, exclusiveMaximum: -8, minimum: -9}",
                "{type: integer, minimum: 1, maximum: 2} | {type: integer, minimum: 1, maximum: 2}",
                "{type: [integer, 'null']} | {type: [integer, 'null'], minimum: -9, maximum: 99}",
                "{type: [integer, number]} | {type: [integer, number]}",
                "{type: number} | {type: number}",
                "{type: integer, enum: [1000]} | {type: integer, enum: [1000]}",
                "{type: integer, const: 1000} | {type: integer, const: 1000}",
                "{type: integer, format: int64} | {type: integer, format: int64}",
                "{} | {}"
            })
    void a_side_is_added_where_there_is_none_and_values_are_left(String schema, String expected) {
        String frame = "{openapi: 3.1.0, components: {schemas: {a: %s, other: {type: integer}}}}";
        JsonNode clamped = clamped(Yaml.parse(frame.formatted(schema)), "-9..99");
        assertThat(Json.equal(clamped.at("/components/schemas/a"), Yaml.parse(expected)))
                .as(clamped::toString)
                .isTrue();
    }

    @Test
    void formats_are_clamped_when_they_are_named() {
        JsonNode document = Yaml.parse("{swagger: '2.0', definitions: {a: {type: integer, format: int64}}}");
        TestContext context = TestContext.of("ClampIntegers.bounds", "int32", "ClampIntegers.formats", "int16, int64");
        JsonNode clamped = new ClampIntegers().document(document, context);
        assertThat(clamped.at("/definitions/a/maximum").intValue()).isEqualTo(Integer.MAX_VALUE);
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void a_document_without_such_integers_is_told_and_stays() {
        TestContext context = TestContext.of("ClampIntegers.bounds", "int64");
        assertThat(new ClampIntegers().document(Shop.document(), context)).isEqualTo(Shop.document());
        assertThat(context.warnings())
                .singleElement()
                .asString()
                .startsWith("ClampIntegers.bounds: the document has no integer without bounds.");
    }

    @Test
    void without_bounds_nothing_happens_and_wrong_ones_are_an_error() {
        JsonNode document = Yaml.parse("{openapi: 3.1.0, components: {schemas: {a: {type: integer}}}}");
        assertThat(new ClampIntegers().document(document, TestContext.of())).isSameAs(document);
        for (String wrong : new String[] {"int", "5..1", "..5", "1.5..2"}) {
            assertThatThrownBy(() -> clamped(document, wrong))
                    .isInstanceOf(HookException.class)
                    .hasMessageContaining("'" + wrong + "' are no bounds");
        }
    }
}

package io.contractcheck.schema;

import static io.contractcheck.schema.Dialect.OPENAPI_3_0;
import static io.contractcheck.schema.Dialect.OPENAPI_3_1;
import static io.contractcheck.schema.Dialect.SWAGGER_2_0;
import static io.contractcheck.schema.Written.components;
import static io.contractcheck.schema.Written.json;
import static io.contractcheck.schema.Written.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {
    @ParameterizedTest(name = "{0}: {1} on {2} is {3}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                // bounds
                "OPENAPI_3_0; {'minimum': 5, 'exclusiveMinimum': true}; 5; false",
                "OPENAPI_3_0; {'minimum': 5, 'exclusiveMinimum': true}; 5.0001; true",
                "OPENAPI_3_0; {'maximum': 5, 'exclusiveMaximum': false}; 5; true",
                "OPENAPI_3_0; {'exclusiveMaximum': true}; 5; true",
                "OPENAPI_3_0; {'exclusiveMaximum': 5}; 5; false",
                "SWAGGER_2_0; {'maximum': 5, 'exclusiveMaximum': true}; 5; false",
                "OPENAPI_3_1; {'exclusiveMaximum': 5}; 5; false",
                "OPENAPI_3_1; {'maximum': 5, 'exclusiveMaximum': true}; 5; false",
                "OPENAPI_3_0; {'multipleOf': 0.01}; 19.99; true",
                "OPENAPI_3_0; {'multipleOf': 0.01}; 19.999; false",
                "OPENAPI_3_0; {'maximum': 100000000000000000000}; 100000000000000000001; false",
                "OPENAPI_3_0; {'multipleOf': 3}; 1e999999999; true",
                // null
                "OPENAPI_3_0; {'type': 'string'}; null; false",
                "OPENAPI_3_0; {'type': 'string', 'nullable': true}; null; true",
                "OPENAPI_3_0; {'type': 'string', 'nullable': true, 'enum': ['a']}; null; true",
                "OPENAPI_3_0; {'type': 'string', 'nullable': true, 'enum': ['a']}; 'b'; false",
                "OPENAPI_3_0; {'nullable': true, 'allOf': [{'type': 'string'}]}; null; true",
                "OPENAPI_3_0; {'nullable': true, 'allOf': [{'type': 'string'}]}; 1; false",
                "OPENAPI_3_0; {'nullable': true, 'enum': ['a']}; null; true",
                "OPENAPI_3_0; {'nullable': false, 'enum': ['a']}; null; false",
                "OPENAPI_3_0; {'type': 'string', 'x-nullable': true}; null; false",
                "SWAGGER_2_0; {'type': 'string', 'x-nullable': true}; null; true",
                "SWAGGER_2_0; {'type': 'string', 'nullable': true}; null; false",
                "OPENAPI_3_1; {'type': 'string', 'nullable': true}; null; true",
                "OPENAPI_3_1; {'type': ['string', 'null']}; null; true",
                "DRAFT_2020_12; {'type': 'string', 'nullable': true}; null; false",
                "OPENAPI_3_0; {'type': ['string', 'integer']}; 1; true",
                // integers
                "SWAGGER_2_0; {'type': 'integer'}; 1.0; false",
                "OPENAPI_3_0; {'type': 'integer'}; 1.0; false",
                "OPENAPI_3_0; {'type': 'integer'}; 12345678901234567890; true",
                "OPENAPI_3_1; {'type': 'integer'}; 1.0; true",
                "OPENAPI_3_1; {'type': 'integer'}; 1.5; false",
                // words of later drafts
                "OPENAPI_3_0; {'const': 1}; 2; true",
                "OPENAPI_3_1; {'const': 1}; 2; false",
                "OPENAPI_3_1; {'const': 1}; 1.0; true",
                "OPENAPI_3_0; {'propertyNames': {'maxLength': 1}}; {'ab': 1}; true",
                "OPENAPI_3_1; {'propertyNames': {'maxLength': 1}}; {'ab': 1}; false",
                "OPENAPI_3_0; {'if': true, 'then': false}; 1; true",
                "OPENAPI_3_1; {'if': true, 'then': false}; 1; false",
                "OPENAPI_3_0; {'contains': false}; []; true",
                "OPENAPI_3_1; {'contains': true}; []; false",
                "OPENAPI_3_1; {'unevaluatedProperties': false, 'allOf': [{'properties': {'a': true}}]}; {'a': 1, 'b': 1}; false",
                "OPENAPI_3_1; {'unevaluatedProperties': false, 'allOf': [{'properties': {'a': true}}]}; {'a': 1}; true",
                // of draft 4
                "OPENAPI_3_0; {'items': [{'type': 'string'}], 'additionalItems': false}; ['a', 'b']; false",
                "OPENAPI_3_0; {'dependencies': {'a': ['b']}}; {'a': 1}; false",
                "OPENAPI_3_1; {'dependencies': {'a': ['b']}}; {'a': 1}; true",
                // what people write
                "OPENAPI_3_0; {'type': 'object', 'properties': {'a': {'type': 'string', 'required': true}}}; {}; true",
                "OPENAPI_3_0; {'type': 'array'}; [1]; true",
                "OPENAPI_3_0; {'type': 'any'}; [1]; true",
                "OPENAPI_3_0; {'minLength': '3'}; 'a'; true",
                "SWAGGER_2_0; {'type': 'file'}; 'any'; true",
                "OPENAPI_3_0; {'not': {}}; 1; false",
                // lengths and equality
                "OPENAPI_3_0; {'maxLength': 1}; '\uD83D\uDE00'; true",
                "OPENAPI_3_0; {'uniqueItems': true}; [1, 1.0]; false",
                "OPENAPI_3_0; {'uniqueItems': true}; [{'a': 1, 'b': 2}, {'b': 2, 'a': 1.0}]; false",
                "OPENAPI_3_0; {'uniqueItems': true}; [1, '1', true, [1], {'1': 1}]; true",
                "OPENAPI_3_0; {'enum': [1]}; 1.0; true",
            })
    void values_are_judged_by_the_dialect(Dialect dialect, String schema, String value, boolean valid) {
        assertThat(told(Written.of(dialect, schema), value).isEmpty()).isEqualTo(valid);
    }

    @Test
    void before_3_1_siblings_of_a_reference_are_ignored() {
        String components = "'A': {'$ref': '#/components/schemas/B', 'maximum': 1}, 'B': {'type': 'integer'}";
        assertThat(told(Written.components(OPENAPI_3_0, Direction.RESPONSE, components), "2"))
                .isEmpty();
        assertThat(told(Written.components(OPENAPI_3_1, Direction.RESPONSE, components), "2"))
                .containsExactly("maximum  A/maximum");
        assertThat(told(
                        Written.components(
                                SWAGGER_2_0,
                                Direction.RESPONSE,
                                "'A': {'$ref': '#/definitions/B', 'maximum': 1}, 'B': {'type': 'integer'}"),
                        "2"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPENAPI_3_0", "OPENAPI_3_1"})
    void the_normal_form_has_no_words_of_the_dialect(Dialect dialect) {
        Schema schema = Written.of(
                dialect,
                "{'type': 'integer', 'nullable': true, 'enum': [7], 'minimum': 5, 'exclusiveMinimum': true, 'maximum': 9,"
                        + " 'exclusiveMaximum': false}");
        assertThat(schema.normal())
                .isEqualTo(
                        json("{'type': ['integer', 'null'], 'enum': [7, null], 'exclusiveMinimum': 5, 'maximum': 9}"));
    }

    @Test
    void what_makes_no_sense_is_ignored_with_a_warning_that_names_it() {
        Schema schema = Written.of(OPENAPI_3_0, "{'properties': {'a': {'minLength': '3', 'pattern': '('}}}");
        assertThat(schema.warnings()).hasSize(2);
        assertThat(schema.warnings().get(0))
                .startsWith("shop.json#/components/schemas/Thing/properties/a/minLength: ignored, because ");
        assertThat(schema.warnings().get(1))
                .startsWith("shop.json#/components/schemas/Thing/properties/a/pattern: ignored, because ");
        assertThat(told(schema, "{'a': ''}")).isEmpty();
    }

    @Test
    void warnings_are_found_behind_references() {
        Schema schema = Written.components(
                OPENAPI_3_0,
                Direction.REQUEST,
                "'A': {'items': {'$ref': '#/components/schemas/B'}}, 'B': {'items': {'$ref': '#/components/schemas/A'}, 'pattern': '('}");
        assertThat(schema.warnings()).singleElement().asString().contains("schemas/B/pattern");
    }

    @Test
    void null_beside_a_reference_or_combination_may_come_but_is_not_sent() {
        String pet = ", 'Pet': {'type': 'object', 'required': ['name'], 'properties': {'name': {'type': 'string'}}}";
        for (String nullable : List.of(
                "{'$ref': '#/components/schemas/Pet', 'nullable': true}",
                "{'allOf': [{'$ref': '#/components/schemas/Pet'}], 'nullable': true}",
                "{'type': 'object', 'allOf': [{'$ref': '#/components/schemas/Pet'}], 'nullable': true}",
                "{'oneOf': [{'$ref': '#/components/schemas/Pet'}], 'nullable': true}")) {
            Schema answered = components(OPENAPI_3_0, Direction.RESPONSE, "'Thing': " + nullable + pet);
            Schema sent = components(OPENAPI_3_0, Direction.REQUEST, "'Thing': " + nullable + pet);
            assertThat(told(answered, "null")).isEmpty();
            assertThat(told(answered, "{'name': 'Rex'}")).isEmpty();
            assertThat(told(answered, "{}")).as(nullable).containsExactly("required  Pet/required");
            assertThat(sent.accepts(json("null"))).isFalse();
        }
    }
}

package io.contractcheck.schema;

import static io.contractcheck.schema.Dialect.OPENAPI_3_1;
import static io.contractcheck.schema.Written.json;
import static io.contractcheck.schema.Written.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationTest {

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "{'minLength': 1}; ''; must be at least 1 character long, but is ''",
                "{'type': ['string', 'null']}; 5; must be a string or null, but is 5",
                "{'type': 'object'}; [1, 2]; must be an object, but is [1,2]",
                "{'enum': ['a', 'b']}; 'c'; must be one of 'a', 'b', but is 'c'",
                "{'const': 1}; 2; must be 1, but is 2",
                "{'minimum': 0}; -1; must be at least 0, but is -1",
                "{'exclusiveMaximum': 1.5}; 2; must be less than 1.5, but is 2",
                "{'multipleOf': 0.5}; 0.7; must be a multiple of 0.5, but is 0.7",
                "{'pattern': '^a$'}; 'b'; must match the pattern ^a$, but is 'b'",
                "{'format': 'uuid'}; 'b'; must be of format uuid, but is 'b'",
                "{'required': ['a']}; {}; must have the property 'a'",
                "{'dependentRequired': {'a': ['b']}}; {'a': 1}; must have the property 'b', because it has 'a'",
                "{'additionalProperties': false}; {'a': 1}; is a property that is not allowed",
                "{'unevaluatedProperties': false}; {'a': 1}; is a property that is not allowed",
                "{'minItems': 2}; [1]; must have at least 2 items, but has 1",
                "{'uniqueItems': true}; [1, 2, 1.0]; must not repeat items, but items 0 and 2 are both 1.0",
                "{'contains': {'type': 'string'}}; [1]; must contain at least 1 matching item, but has 0",
                "{'maxProperties': 1}; {'a': 1, 'b': 2}; must have at most 1 property, but has 2",
                "{'not': {'type': 'string'}}; 'a'; must not match the schema under not, but is 'a'",
                "{'oneOf': [{'minimum': 1}, {'minimum': 2}]}; 3; must match exactly one of 2 schemas, but matches numbers 1 and 2",
                "{'anyOf': [{'minimum': 3}, {'maximum': 1}]}; 2; must match at least one of 2 schemas, but matches none: it is 2",
                "false; 1; must not be there, but is 1",
            })
    void messages_are_short_and_tell_the_value(String schema, String value, String message) {
        assertThat(Written.of(OPENAPI_3_1, schema).validate(json(value)))
                .extracting(v -> v.message().replace('"', '\''))
                .containsExactly(message);
    }

    @Test
    void a_whole_number_that_is_no_integer_by_its_form_alone_says_so() {
        assertThat(Written.of(Dialect.OPENAPI_3_0, "{'type': 'integer'}").validate(json("-3.02E8")))
                .extracting(Violation::message)
                .containsExactly("must be an integer, but is -302000000 written with a fraction or an exponent");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "{'properties': {'a/b': {'type': 'string'}}}; {'a/b': 1}; type /a~1b Thing/properties/a~1b/type",
                "{'additionalProperties': {'type': 'string'}}; {'a': 1}; type /a Thing/additionalProperties/type",
                "{'additionalProperties': false}; {'a': 1}; additionalProperties /a Thing/additionalProperties",
                "{'items': {'allOf': [true, {'maximum': 1}]}}; [1, 2]; maximum /1 Thing/items/allOf/1/maximum",
                "{'prefixItems': [true, false]}; [1, 2]; schema /1 Thing/prefixItems/1",
                "{'propertyNames': {'maxLength': 1}}; {'ab': 1}; maxLength /ab Thing/propertyNames/maxLength",
                "{'if': true, 'then': {'maximum': 1}}; 2; maximum  Thing/then/maximum",
                "{'dependentSchemas': {'a': {'maxProperties': 0}}}; {'a': 1}; maxProperties  Thing/dependentSchemas/a/maxProperties",
                "{'patternProperties': {'^a': {'maximum': 1}}}; {'ab': 2}; maximum /ab Thing/patternProperties/^a/maximum",
            })
    void places_are_exact(String schema, String value, String violation) {
        assertThat(told(Written.of(OPENAPI_3_1, schema), value)).containsExactly(violation);
    }

    @Test
    void of_alternatives_the_one_that_was_meant_speaks() {
        Schema byType = Written.of(OPENAPI_3_1, "{'anyOf': [{'type': 'null'}, {'type': 'string', 'maxLength': 1}]}");
        assertThat(told(byType, "'ab'")).containsExactly("maxLength  Thing/anyOf/1/maxLength");
        assertThat(told(byType, "1")).containsExactly("anyOf  Thing/anyOf");
        Schema byConstant = Written.of(
                OPENAPI_3_1,
                "{'oneOf': [{'properties': {'k': {'const': 'a'}}, 'required': ['x']},"
                        + " {'properties': {'k': {'const': 'b'}}, 'required': ['y']}]}");
        assertThat(told(byConstant, "{'k': 'b'}")).containsExactly("required  Thing/oneOf/1/required");
        assertThat(told(byConstant, "{}")).containsExactly("oneOf  Thing/oneOf");
    }

    @Test
    void long_values_are_cut() {
        String message = Written.of(OPENAPI_3_1, "{'maxLength': 1}")
                .validate(json("'" + "x".repeat(500) + "'"))
                .get(0)
                .message();
        assertThat(message).hasSizeLessThan(160).contains("...\"").endsWith("(500)");
    }

    @Test
    void no_character_is_cut_in_two() {
        for (String before : List.of("", "x")) {
            String message = Written.of(OPENAPI_3_1, "{'maxLength': 1}")
                    .validate(json("'" + before + "\uD83D\uDE42".repeat(200) + "'"))
                    .get(0)
                    .message();
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(message)).isTrue();
        }
    }

    @Test
    void a_value_nested_as_deep_as_json_may_be_is_judged() {
        Schema tree = Schema.parse("{\"items\": {\"$ref\": \"#\"}, \"type\": \"array\"}");
        String deep = "[".repeat(990) + "]".repeat(990);
        assertThat(told(tree, deep)).isEmpty();
    }
}

package io.contractcheck.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsatisfiableTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            false | the schema is false
            {'type':'integer','minimum':10,'maximum':5} | minimum 10 is above maximum 5
            {'type':'integer','exclusiveMinimum':4,'exclusiveMaximum':5} | no integer lies between exclusiveMinimum 4 and exclusiveMaximum 5
            {'type':'integer','multipleOf':10,'minimum':1,'maximum':9} | no integer with multipleOf 10 lies between minimum 1 and maximum 9
            {'type':'string','minLength':5,'maxLength':2} | minLength 5 is above maxLength 2
            {'type':'string','enum':[1,2]} | no value of enum keeps the other rules (type)
            {'const':'abc','maxLength':2} | no value of const keeps the other rules (maxLength)
            {'allOf':[{'type':'string'},{'type':'integer'}]} | type "integer" excludes [string]
            {'type':'array','minItems':3,'maxItems':2} | above maxItems 2
            {'type':'array','items':{'enum':[1,2]},'minItems':3,'uniqueItems':true} | have only 2 values
            {'type':'array','items':{'type':'boolean'},'minItems':3,'uniqueItems':true} | have only 2 values
            {'type':'array','items':false,'minItems':1} | the schema is false
            {'type':'array','contains':{'type':'string'},'minContains':3,'maxContains':1} | minContains 3 is above maxContains 1
            {'type':'object','required':['a'],'properties':{'a':false}} | property a is required, but not allowed
            {'type':'object','required':['a'],'additionalProperties':false} | property a is required, but not allowed
            {'type':'object','required':['a','b'],'maxProperties':1} | 2 properties are required, but maxProperties is 1
            {'type':'object','minProperties':3,'maxProperties':1} | minProperties 3 is above maxProperties 1
            {'type':'object','properties':{'a':{}},'additionalProperties':false,'minProperties':2} | minProperties
            {'type':'object','required':['a'],'properties':{'a':{'type':'integer','minimum':2,'maximum':1}}} | minimum 2 is above maximum 1
            {'not':{}} | not refuses every value
            {'anyOf':[false,{'type':'integer','minimum':2,'maximum':1}]} | minimum 2 is above maximum 1
            {'type':'string','oneOf':[{'type':'integer'},{'type':'boolean'}]} | no branch of oneOf has a value
            {'type':'integer','oneOf':[{'minimum':0},{'minimum':0}]} | no valid value found
            {'type':'integer','not':{'type':'number'}} | excludes
            """)
    void the_reason_is_named(String schema, String reason) {
        assertThatThrownBy(() -> Generators.valid(Schema.parse(schema.replace('\'', '"'))))
                .isInstanceOf(UnsatisfiableException.class)
                .hasMessageContaining("#")
                .hasMessageContaining(reason);
    }

    @Test
    void an_object_that_requires_itself_without_end_has_no_value() {
        String schema = """
                {"$ref": "#/$defs/a", "$defs": {
                  "a": {"type": "object", "required": ["b"], "properties": {"b": {"$ref": "#/$defs/b"}}},
                  "b": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/a"}}}}
                """;
        assertThatThrownBy(() -> Generators.valid(Schema.parse(schema)))
                .isInstanceOf(UnsatisfiableException.class)
                .hasMessageContaining("requires itself without end");
    }

    @Test
    void an_optional_property_without_a_value_is_left_out() {
        String schema = """
                {"type": "object", "properties": {
                  "loop": {"$ref": "#/$defs/loop"}, "none": {"type": "string", "minLength": 2, "maxLength": 1}, "a": {"type": "integer"}},
                 "$defs": {"loop": {"type": "object", "required": ["loop"], "properties": {"loop": {"$ref": "#/$defs/loop"}}}}}
                """;
        assertThat(Drawn.from(schema, 50))
                .allSatisfy(value ->
                        assertThat(value.has("loop") || value.has("none")).isFalse())
                .anySatisfy(value -> assertThat(value.has("a")).isTrue());
    }

    @Test
    void a_branch_without_a_value_is_not_taken() {
        String schema = """
                {"anyOf": [{"type": "integer", "minimum": 9, "maximum": 1}, {"type": "boolean"}]}
                """;
        assertThat(Drawn.from(schema, 30))
                .allSatisfy(value -> assertThat(value.isBoolean()).isTrue());
    }

    @Test
    void a_pattern_that_no_character_of_the_place_can_keep_has_no_value() {
        TextRules digits = new TextRules(1, c -> c >= '0' && c <= '9');
        assertThatThrownBy(
                        () -> Generators.valid(Schema.parse("{\"type\":\"string\",\"pattern\":\"^[a-z]+$\"}"), digits))
                .isInstanceOf(UnsatisfiableException.class);
    }
}

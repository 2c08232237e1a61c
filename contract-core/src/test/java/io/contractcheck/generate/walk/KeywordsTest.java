package io.contractcheck.generate.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.generate.Generators;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Dialect;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each keyword is walked to. */
class KeywordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'type':'integer','minimum':5,'maximum':9}            | 5 9 6 8    | minimum 4; maximum 10",
                "{'type':'integer','exclusiveMinimum':5,'maximum':9}   | 6 9 7 8    | exclusiveMinimum 5; maximum 10",
                "{'type':'integer','minimum':1.5,'exclusiveMaximum':9} | 2 8 3 7    | minimum 1; exclusiveMaximum 9",
                "{'type':'integer','multipleOf':3,'minimum':1}         | 3 6        | minimum 0; multipleOf 4",
                "{'type':'number','multipleOf':0.01,'minimum':0,'exclusiveMaximum':1}"
                        + " | 0 0.99 0.01 0.98 | minimum -0.01; exclusiveMaximum 1; multipleOf 0.005",
                "{'type':'number','minimum':1.5}                       | 1.5 2.5    | minimum 0.5",
                "{'type':'number','exclusiveMinimum':1.5,'format':'float'} | 1.5000001 3.4028235E38 2.5 3.4028233E38"
                        + " | exclusiveMinimum 1.5; format 3.4028236E38",
                "{'type':'integer','format':'int32'}"
                        + " | -2147483648 2147483647 -2147483647 2147483646 0 | format -2147483649; format 2147483648",
                "{'type':'integer','minimum':100000000000000000000}"
                        + " | 100000000000000000000 100000000000000000001 | minimum 99999999999999999999",
                "{'enum':['new','old'],'type':'string'}                | \"new\" \"old\" | enum \"NEW\"; enum \"newx\"; enum \"AAA\"",
                "{'const':5,'type':'integer'}                          | 5          | const 6; const 4",
                "{'type':'boolean'}                                    | true false | ",
                "{'type':['boolean','null']}                           | true false null | ",
            })
    void values_on_and_beyond_the_bounds(String schema, String valid, String invalid) {
        assertThat(Walked.valid(Walked.schema(schema))).startsWith(valid.split(" "));
        List<String> expected = invalid == null ? List.of() : List.of(invalid.split("; "));
        assertThat(Walked.invalid(Walked.schema(schema))).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'type':'object','properties':{'a':{'const':1}},'required':['a']} | required {}",
                "{'type':'object','properties':{'a':{'const':1}},'additionalProperties':false}"
                        + " | additionalProperties /unknownProperty {\"a\":1,\"unknownProperty\":42}",
                "{'type':'object','properties':{'a':{'const':1}},'unevaluatedProperties':false}"
                        + " | unevaluatedProperties /unknownProperty {\"a\":1,\"unknownProperty\":42}",
                "{'type':'object','properties':{'a':{'const':1},'b':{'const':2}},'minProperties':2} | minProperties {\"a\":1}",
                "{'type':'object','properties':{'a':{'const':1},'b':{'const':2}},'dependentRequired':{'a':['b']}}"
                        + " | dependentRequired {\"a\":1}",
                "{'type':'object','properties':{'a':{'const':1},'b':{'const':2}},'dependentSchemas':{'a':{'required':['b']}}}"
                        + " | required {\"a\":1}",
                "{'type':'object','properties':{'a':{'const':1}},'patternProperties':{'^b$':{'maximum':3}}}"
                        + " | maximum /b {\"a\":1,\"b\":4}",
                "{'type':'object','propertyNames':{'maxLength':3},'properties':{'a':{'const':1}}} | maxLength",
                "{'type':'object','additionalProperties':{'maximum':3}} | maximum /additional {\"additional\":4}",
                "{'type':'object','properties':{'a':{'const':1},'b':{'const':2}},'maxProperties':1} | maxProperties {\"a\":1,\"b\":2}",
                "{'type':'array','items':{'const':1},'minItems':2} | minItems [1]",
                "{'type':'array','items':{'const':1},'maxItems':2} | maxItems [1,1,1]",
                "{'type':'array','items':{'const':1},'uniqueItems':true} | uniqueItems [1,1]",
                "{'type':'array','items':{'const':1}} | const /0 [2]",
                "{'type':'array','items':{'enum':[1,9]},'contains':{'const':9}} | contains [1",
                "{'type':'array','items':{'enum':[1,9]},'contains':{'const':9},'minContains':2} | minContains [9,1",
                "{'type':'array','items':{'enum':[1,9]},'contains':{'const':9},'maxContains':1} | maxContains [9,9",
                "{'type':'array','prefixItems':[{'const':1},{'const':2}]} | const /1 [1,3]",
                "{'type':'array','prefixItems':[{'const':1}],'items':false} | items /1 [1,42]",
                "{'type':'array','prefixItems':[{'const':1}],'unevaluatedItems':false} | unevaluatedItems /1 [1,42]",
                "{'type':'integer','not':{'const':2}} | not 2",
                "{'oneOf':[{'type':'integer','maximum':5},{'type':'integer','minimum':5}]} | oneOf 5",
                "{'anyOf':[{'type':'integer','maximum':5},{'type':'integer','minimum':8}]} | anyOf 6",
                "{'if':{'type':'integer'},'then':{'minimum':10}} | minimum 9",
                "{'type':'string','format':'uuid','const':'123e4567-e89b-12d3-a456-426614174000'}"
                        + " | format \"g23e4567-e89b-12d3-a456-426614174000\"",
                "{'type':'string','format':'date'} | format \"2024-13-01\"",
                "{'type':'string','format':'email'} | format \"user@\"",
            })
    void a_negative_for_every_keyword(String schema, String invalid) {
        assertThat(Walked.invalid(Walked.schema(schema)))
                .anySatisfy(told -> assertThat(told).startsWith(invalid));
    }

    @Test
    void both_sides_of_an_overlap_have_valid_values() {
        Schema schema = Walked.schema(
                "{'oneOf':[{'type':'integer','minimum':0,'maximum':10},{'type':'integer','minimum':5,'maximum':20}]}");
        assertThat(Walked.valid(schema)).contains("0", "20");
    }

    @Test
    void an_object_grows_to_many_members_of_no_declared_name() {
        assertThat(Walked.valid(Walked.schema(
                        "{'type':'object','maxProperties':60,'additionalProperties':{'type':'boolean'}}")))
                .anyMatch(value -> Json.parse(value).size() == 60);
    }

    @Test
    void every_branch_is_walked() {
        Schema schema = Walked.schema("{'anyOf':[{'type':'string','maxLength':3},{'type':'integer','minimum':10}]}");
        assertThat(Walked.valid(schema)).contains("10", "11").anyMatch(v -> v.matches("\"...\""));
        assertThat(Walked.invalid(schema)).contains("minimum 9");
    }

    @Test
    void optional_properties_come_alone_and_in_one_combination_for_each_size() {
        assertThat(
                        Walked.valid(
                                Walked.schema(
                                        "{'type':'object','required':['r'],'properties':{'r':{'const':0},'a':{'const':1},'b':{'const':2},'c':{'const':3},'d':{'const':4}}}")))
                .containsExactly(
                        "{'r':0,'a':1,'b':2,'c':3,'d':4}".replace('\'', '"'),
                        "{'r':0}".replace('\'', '"'),
                        "{'r':0,'a':1}".replace('\'', '"'),
                        "{'r':0,'b':2}".replace('\'', '"'),
                        "{'r':0,'c':3}".replace('\'', '"'),
                        "{'r':0,'d':4}".replace('\'', '"'),
                        "{'r':0,'a':1,'b':2}".replace('\'', '"'),
                        "{'r':0,'a':1,'b':2,'c':3}".replace('\'', '"'));
    }

    @Test
    void each_other_type_is_wrong() {
        List<String> wrong = new ArrayList<>();
        Walked.broken(Walked.schema("{'type':'integer'}"))
                .forEach(w -> wrong.add(w.value().toString()));
        assertThat(wrong).containsExactly("0.5", "false", "null", "\"AAA\"", "[null,null]", "{}");
    }

    @Test
    void texts_just_miss_a_pattern() {
        assertThat(Walked.broken(Walked.schema("{'type':'string','pattern':'^[A-Z]{3}$'}"))
                        .filter(w -> w.scenario().equals("invalid_pattern"))
                        .map(w -> w.value().textValue()))
                .hasSizeGreaterThan(2)
                .contains("")
                .allMatch(text -> text.isEmpty() || text.length() >= 2 && text.length() <= 4);
    }

    @Test
    void examples_and_defaults_come_first() {
        assertThat(Walked.valid(Walked.schema("{'type':'integer','examples':[7,'no'],'default':3,'minimum':1}")))
                .startsWith("7", "3", "1");
    }

    @Test
    void read_only_properties_are_left_out_and_not_a_negative_either() {
        Schema schema = Walked.component(
                Dialect.OPENAPI_3_0,
                "'Pet':{'type':'object','required':['id'],'properties':{'id':{'type':'integer','readOnly':true},'age':{'type':'integer'}}}");
        assertThat(SchemaWalk.of(schema)).isNotEmpty().noneMatch(w -> w.value().has("id"));
    }

    @Test
    void openapi_3_0_has_its_own_words() {
        Schema schema = Walked.component(
                Dialect.OPENAPI_3_0,
                "'Pet':{'type':'integer','minimum':3,'exclusiveMinimum':true,'const':99,'nullable':true}");
        assertThat(Walked.valid(schema)).contains("4", "5", "null").doesNotContain("99");
        assertThat(Walked.invalid(schema)).containsExactly("exclusiveMinimum 3");
    }

    @Test
    void null_that_only_good_will_allows_is_neither_sent_as_valid_nor_as_invalid() {
        String listed = "'Pet':{'type':'string','nullable':true,'enum':['a','b',null]}";
        assertThat(nulls(Walked.component(Dialect.OPENAPI_3_1, listed))).isZero();
        assertThat(nulls(Walked.component(Dialect.OPENAPI_3_0, listed))).isEqualTo(1);
        Schema old = Walked.component(Dialect.OPENAPI_3_1, "'Pet':{'type':'integer','nullable':true}");
        assertThat(nulls(old)).isZero();
        assertThat(old.accepts(Json.NODES.nullNode())).isTrue();
        Random random = new Random(1);
        assertThat(IntStream.range(0, 200)
                        .mapToObj(i -> Generators.valid(old)
                                .generator(1000)
                                .next(random)
                                .value()))
                .noneMatch(JsonNode::isNull);
    }

    private static long nulls(Schema schema) {
        return SchemaWalk.of(schema).filter(w -> w.value().isNull()).count();
    }
}

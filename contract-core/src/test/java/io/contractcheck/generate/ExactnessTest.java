package io.contractcheck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.format.Format;
import io.contractcheck.schema.format.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is given out untried is held against the judgement of schemas here. */
class ExactnessTest {
    private static final int VALUES = 1000;
    private static final int TEXTS = 4000;
    private static final int FUEL = 20_000;
    private static final TextRules NARROW = new TextRules(1, c -> c >= 'a' && c <= 'z' || c == '-');

    static Stream<String> schemas() {
        return Schemas.all().map(s -> s.replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_value_that_is_not_tried_is_valid(String text) {
        Schema schema = Schema.parse(text);
        for (JsonNode value : untried(schema, TextRules.ANY, VALUES)) {
            assertThat(schema.validate(Bytes.asText(value))).as("%s", value).isEmpty();
            assertThat(TextRules.ANY.carries(value)).as("%s", value).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_value_that_is_not_tried_keeps_the_rules_of_its_place(String text) {
        Schema schema = Schema.parse(text);
        for (JsonNode value : untried(schema, NARROW, VALUES / 5)) {
            assertThat(NARROW.carries(value) && schema.accepts(Bytes.asText(value)))
                    .as("%s", value)
                    .isTrue();
        }
    }

    static Stream<String> formats() {
        return Formats.standard().names().stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void what_is_made_of_a_format_has_it_whatever_length_is_asked_for(String format) {
        List<Schema> schemas = new ArrayList<>();
        for (String length : List.of(
                "",
                ",\"maxLength\":12",
                ",\"maxLength\":40",
                ",\"minLength\":1",
                ",\"minLength\":11,\"maxLength\":17",
                ",\"minLength\":30,\"maxLength\":64",
                ",\"minLength\":100")) {
            schemas.add(Schema.parse("{\"type\":\"string\",\"format\":\"" + format + "\"" + length + "}"));
        }
        boolean made = TextFormats.readable(format) && TextFormats.of(schemas.get(0), format) != null;
        for (Schema schema : schemas) {
            for (JsonNode value : untried(schema, TextRules.ANY, TEXTS)) {
                assertThat(schema.accepts(value)).as("%s", value).isTrue();
                assertThat(value.asText()).matches(text -> !made || text.matches("[ -~]*"), "is readable");
            }
        }
    }

    @Test
    void plain_texts_have_the_length_that_was_asked_for() {
        for (TextRules rules : List.of(TextRules.ANY, NARROW, new TextRules(0, c -> c == '\u00e9'))) {
            PlainText plain = new PlainText(rules.allowed());
            Dice random = new Dice(1);
            for (int min = 0; min < 40; min += 3) {
                for (int max = min; max < 400; max += 1 + max / 4) {
                    for (int i = 0; i < 60; i++) {
                        String text = plain.next(random, min, max);
                        assertThat(text.codePointCount(0, text.length())).isBetween(min, max);
                        assertThat(rules.minLength() > min || rules.carries(text))
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'object','required':['a'],'properties':{'a':{'type':'string','maxLength':9},'b':{'enum':[1,2]}}}",
                "{'type':'array','items':{'type':'number','minimum':0.5},'minItems':1,'maxItems':4}",
                "{'type':'string','format':'uuid'}",
                "{'type':['integer','null'],'format':'int32'}",
                "{'$ref':'#/$defs/a','$defs':{'a':{'allOf':[{'type':'integer'},{'minimum':4}]}}}"
            })
    void plain_schemas_need_no_trial(String text) {
        assertThat(untried(Schema.parse(text.replace('\'', '"')), TextRules.ANY, 20))
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'oneOf':[{'type':'integer'},{'type':'string'}]}",
                "{'type':'object','required':['a'],'properties':{'a':{'not':{'const':1},'type':'integer'}}}",
                "{'type':'array','minItems':1,'items':{'type':'integer'},'contains':{'minimum':3}}",
                "{'type':'object','minProperties':1,'patternProperties':{'^a':{'type':'integer'}}}",
                "{'type':'number','minimum':1e305}"
            })
    void values_of_rules_that_meet_others_are_tried(String text) {
        assertThat(untried(Schema.parse(text.replace('\'', '"')), TextRules.ANY, 20))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, 1", "100, 3", "1000000, 40", "2147483647, 100"})
    void dice_stay_below_the_bound_and_reach_far(int bound, int parts) {
        Dice random = new Dice(bound);
        boolean[] seen = new boolean[parts];
        for (int i = 0; i < 4000; i++) {
            int drawn = random.nextInt(bound);
            assertThat(drawn).isBetween(0, bound - 1);
            seen[(int) ((long) drawn * parts / bound)] = true;
        }
        assertThat(seen).doesNotContain(false);
    }

    @Test
    void a_format_of_a_user_is_tried() {
        Schema known = Schema.parse("{\"type\":\"integer\",\"format\":\"even\"}");
        Schema schema = Schema.of(
                known.source(),
                known.dialect(),
                known.direction(),
                Formats.standard().with(Format.ofNumber("even", n -> n.intValue() % 2 == 0)));
        assertThat(Drawn.from(schema, TextRules.ANY, 50, 1))
                .allSatisfy(v -> assertThat(v.intValue() % 2).isZero());
    }

    @Test
    void listed_objects_are_given_out_as_copies() {
        Schema schema = Schema.parse("{\"enum\":[{\"a\":1}]}");
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        Drawn.from(schema, TextRules.ANY, 1, 1).get(0))
                .put("a", 2);
        assertThat(schema.normal().at("/enum/0")).isEqualTo(Json.parse("{\"a\":1}"));
    }

    /** Those of so many values that nobody would try. */
    private static List<JsonNode> untried(Schema schema, TextRules rules, int count) {
        Plan plan = new Plans(rules).of(List.of(schema));
        List<JsonNode> values = new ArrayList<>();
        for (int seed = 0; seed < count; seed++) {
            Draw draw = new Draw(new Dice(seed), FUEL, seed % 5 == 0);
            JsonNode value = plan.next(draw);
            if (value != null && !draw.doubtful()) {
                values.add(value);
            }
        }
        return values;
    }
}

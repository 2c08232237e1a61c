package io.contractcheck.generate.negate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.contractcheck.generate.Schemas;
import io.contractcheck.generate.TextRules;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InvalidValuesTest {
    private static final int VALUES = 40;
    private static final int FEW = 5;

    /** Those that allow something, but not everything. */
    static Stream<String> schemas() {
        return Schemas.all()
                .map(InvalidValuesTest::json)
                .filter(s -> !List.of("true", "{}").contains(s));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static List<InvalidValue> drawn(String schema, int count, long seed) {
        RandomGenerator<InvalidValue> generator =
                InvalidValues.of(Schema.parse(json(schema))).generator(1000);
        Random random = new Random(seed);
        return Stream.generate(() -> generator.next(random).value())
                .limit(count)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void one_thing_is_wrong_and_it_is_what_is_named(String text) {
        Schema schema = Schema.parse(text);
        for (InvalidValue invalid : drawn(text, VALUES, 1)) {
            List<Violation> violations = schema.validate(invalid.value());
            assertThat(schema.accepts(invalid.value())).as("%s", invalid).isFalse();
            assertThat(violations)
                    .as("%s", invalid)
                    .allMatch(v -> v.instance().equals(invalid.pointer()))
                    .anyMatch(v -> v.keyword().equals(invalid.keyword()));
            assertThat(invalid.description()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void an_independent_judge_finds_them_invalid(String text) {
        ValidatorFactory factory = new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory());
        JsonNode schema = Json.parse(text);
        for (InvalidValue invalid : drawn(text, FEW, 2)) {
            // formats are asserted by us alone
            if (!invalid.keyword().equals("format")) {
                assertThat(factory.validate(schema, invalid.value()).isValid())
                        .as("%s", invalid)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void the_same_seed_gives_the_same_values(String text) {
        assertThat(drawn(text, 20, 3)).isEqualTo(drawn(text, 20, 3));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void shrinking_never_grows_and_keeps_what_is_wrong(String text) {
        Schema schema = Schema.parse(text);
        Random random = new Random(4);
        RandomGenerator<InvalidValue> generator = InvalidValues.of(schema).generator(1000);
        for (int i = 0; i < 5; i++) {
            Shrinkable<InvalidValue> at = generator.next(random);
            String keyword = at.value().keyword();
            Optional<Shrinkable<InvalidValue>> smaller = at.shrink().findFirst();
            for (int steps = 0; smaller.isPresent() && steps < 100; steps++) {
                Shrinkable<InvalidValue> next = smaller.get();
                assertThat(next.distance()).isLessThan(at.distance());
                assertThat(next.value().keyword()).isEqualTo(keyword);
                assertThat(schema.validate(next.value().value()))
                        .as("%s", next.value())
                        .isNotEmpty()
                        .allMatch(v -> v.instance().equals(next.value().pointer()));
                at = next;
                smaller = at.shrink().findFirst();
            }
        }
    }

    @Test
    void the_surroundings_shrink_away() {
        String schema = "{'type':'object','required':['a'],'properties':{'a':{'type':'array','items':{'type':'string',"
                + "'maxLength':3}},'b':{'type':'string'}}}";
        Random random = new Random(5);
        RandomGenerator<InvalidValue> generator =
                InvalidValues.of(Schema.parse(json(schema))).generator(1000);
        Shrinkable<InvalidValue> found = Stream.generate(() -> generator.next(random))
                .filter(s -> s.value().keyword().equals("maxLength"))
                .findFirst()
                .orElseThrow();
        for (Optional<Shrinkable<InvalidValue>> next = Optional.of(found); next.isPresent(); ) {
            found = next.get();
            next = found.shrink().findFirst();
        }
        assertThat(Json.write(found.value().value())).isEqualTo("{\"a\":[\"aaaa\"]}");
        assertThat(found.value().pointer()).isEqualTo(JsonPointer.compile("/a/0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'type':'integer','minimum':5,'maximum':9,'multipleOf':2} | maximum minimum multipleOf type
            {'type':'number','exclusiveMinimum':0,'exclusiveMaximum':1} | exclusiveMaximum exclusiveMinimum type
            {'type':'integer','format':'int32'} | format type
            {'type':'string','minLength':2,'maxLength':4} | maxLength minLength type
            {'type':'string','pattern':'^[a-z]{3}$','maxLength':3} | pattern type
            {'type':'string','pattern':'^[a-z]+$','maxLength':3,'minLength':2} | maxLength minLength pattern type
            {'type':'string','format':'uuid'} | format type
            {'type':'string','enum':['a','b']} | enum type
            {'const':7} | const
            {'type':'array','items':{'type':'integer'},'minItems':2,'maxItems':3,'uniqueItems':true} | maxItems minItems type uniqueItems
            {'type':'array','items':{'type':'integer'},'contains':{'minimum':9},'maxContains':2} | contains maxContains type
            {'type':'array','items':{'type':'integer'},'contains':{'minimum':9},'minContains':2} | minContains type
            {'type':'array','prefixItems':[{'type':'string'}],'items':false} | schema type
            {'type':'array','prefixItems':[{'type':'string'}],'unevaluatedItems':false} | type unevaluatedItems
            {'type':'object','required':['a','b'],'properties':{'a':{},'b':{}}} | required type
            {'type':'object','properties':{'a':{}},'additionalProperties':false} | additionalProperties type
            {'type':'object','properties':{'a':{}},'unevaluatedProperties':false} | type unevaluatedProperties
            {'type':'object','properties':{'a':false}} | schema type
            {'type':'object','patternProperties':{'^x':{'type':'integer','maximum':3}}} | maximum type
            {'type':'object','additionalProperties':{'maxLength':3,'type':'string'}} | maxLength type
            {'type':'object','minProperties':1,'maxProperties':2} | maxProperties minProperties type
            {'type':'object','propertyNames':{'pattern':'^[a-z]+$','maxLength':3}} | maxLength pattern type
            {'type':'object','dependentRequired':{'a':['b']}} | dependentRequired type
            {'type':'object','dependentSchemas':{'a':{'required':['b']}}} | required type
            {'oneOf':[{'type':'integer','multipleOf':3},{'type':'integer','multipleOf':5}]} | oneOf
            {'anyOf':[{'type':'integer'},{'type':'boolean'}]} | anyOf
            {'type':'string','not':{'enum':['x','y']}} | not type
            {'type':'integer','if':{'minimum':10},'then':{'multipleOf':5},'else':{'multipleOf':2}} | multipleOf type
            {'type':'object','properties':{'o':{'type':'object','properties':{'p':{'type':'array','items':{'minimum':3,'type':'integer'}}}}}} | minimum type
            {'allOf':[{'$ref':'#/$defs/a'}],'$defs':{'a':{'type':'integer','minimum':3}}} | minimum type
            """)
    void every_rule_of_a_schema_is_broken_by_itself(String schema, String keywords) {
        Set<String> broken = drawn(schema, 300, 6).stream()
                .map(InvalidValue::keyword)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(String.join(" ", broken)).isEqualTo(keywords);
    }

    @Test
    void violations_are_spread_over_the_document() {
        String schema = "{'type':'object','required':['a'],'properties':{'a':{'type':'object','required':['b'],"
                + "'properties':{'b':{'type':'string'},'c':{'type':'array','items':{'type':'integer'}}}},'d':{'type':'boolean'}}}";
        Set<String> places = drawn(schema, 300, 7).stream()
                .map(v -> v.keyword() + " " + v.pointer().toString().replaceAll("[0-9]+", "#"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(places)
                .containsExactly(
                        "required ",
                        "required /a",
                        "type ",
                        "type /a",
                        "type /a/b",
                        "type /a/c",
                        "type /a/c/#",
                        "type /d");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uuid | g[0-9a-f]{7}-.*
            date | 2024-13-01
            date-time | 2024-01-01T12:99:00Z
            email | user@
            """)
    void formats_are_just_missed(String format, String miss) {
        assertThat(drawn("{'type':'string','format':'" + format + "'}", 300, 8))
                .anyMatch(v -> v.value().asText().matches(miss));
    }

    @Test
    void strings_keep_the_rules_of_their_place() {
        TextRules rules = new TextRules(1, c -> c >= 'a' && c <= 'z' || c == '-');
        Schema schema = Schema.parse(json("{'type':'string','pattern':'^[a-z]-[a-z]$'}"));
        RandomGenerator<InvalidValue> generator =
                InvalidValues.of(schema, rules).generator(1000);
        Random random = new Random(9);
        for (int i = 0; i < 100; i++) {
            JsonNode value = generator.next(random).value().value();
            assertThat(!value.isTextual() || value.textValue().matches("[a-z-]+"))
                    .as("%s", value)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true
            {}
            {'title':'anything'}
            false
            """)
    void what_allows_everything_or_nothing_has_none(String schema) {
        assertThatThrownBy(() -> InvalidValues.of(Schema.parse(json(schema))))
                .isInstanceOf(UnsatisfiableException.class);
    }
}

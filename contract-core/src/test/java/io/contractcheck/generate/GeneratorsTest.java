package io.contractcheck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Test;

class GeneratorsTest {

    @Test
    void the_example_of_the_package_works() {
        Schema book = Schema.parse("""
                {"type": "object", "required": ["title"],
                 "properties": {"title": {"type": "string", "minLength": 1}, "pages": {"type": "integer", "minimum": 1}}}
                """);
        JsonNode value =
                Generators.valid(book).generator(1000).next(new Random(42)).value();
        assertThat(book.accepts(value)).isTrue();
    }

    @Test
    void bounds_and_what_lies_next_to_them_turn_up() {
        assertThat(Drawn.from("{\"type\":\"integer\",\"minimum\":10,\"maximum\":99999}", 600))
                .extracting(JsonNode::intValue)
                .contains(10, 11, 99998, 99999);
    }

    @Test
    void an_int64_reaches_its_ends() {
        assertThat(Drawn.from("{\"type\":\"integer\",\"format\":\"int64\"}", 600))
                .extracting(JsonNode::longValue)
                .contains(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Test
    void an_integer_without_a_format_fits_32_bits() {
        assertThat(Drawn.from("{\"type\":\"integer\"}", 600))
                .allSatisfy(v -> assertThat(v.canConvertToInt()).isTrue())
                .extracting(JsonNode::intValue)
                .contains(0, 1, -1, 42, Integer.MAX_VALUE);
    }

    @Test
    void numbers_have_fractions_of_few_digits() {
        assertThat(Drawn.from("{\"type\":\"number\"}", 200))
                .allSatisfy(v -> assertThat(v.decimalValue().scale()).isLessThanOrEqualTo(3))
                .anySatisfy(v -> assertThat(v.decimalValue().scale()).isEqualTo(2));
    }

    @Test
    void texts_are_mostly_plain_words_and_seldom_strange() {
        List<String> texts = Drawn.from("{\"type\":\"string\"}", 1000).stream()
                .map(JsonNode::textValue)
                .toList();
        long plain = texts.stream()
                .filter(t -> t.matches("[A-Za-z0-9]{1,14}( [a-z]{1,8})?"))
                .count();
        assertThat(plain).isBetween(700L, 900L);
        assertThat(texts)
                .contains("")
                .anyMatch(t -> t.codePoints().anyMatch(c -> c > 0xFFFF))
                .anyMatch(t -> t.length() > 200)
                .anyMatch(t -> t.contains("'"));
    }

    @Test
    void lengths_count_code_points() {
        assertThat(Drawn.from("{\"type\":\"string\",\"minLength\":2,\"maxLength\":2}", 500))
                .allSatisfy(v -> assertThat(
                                v.textValue().codePointCount(0, v.textValue().length()))
                        .isEqualTo(2))
                .anySatisfy(v -> assertThat(v.textValue().length()).isGreaterThan(2));
    }

    @Test
    void texts_keep_the_rules_of_their_place() {
        TextRules rules = new TextRules(1, c -> c >= 'a' && c <= 'z' || c == '-');
        for (String schema : List.of(
                "{\"type\":\"string\"}",
                "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}",
                "{\"type\":\"string\",\"pattern\":\"^[a-z]\"}",
                "{\"enum\":[\"\",\"A\",\"a\"]}")) {
            assertThat(Drawn.from(Schema.parse(schema), rules, 200, 3))
                    .allSatisfy(v -> assertThat(rules.carries(v)).isTrue());
        }
    }

    @Test
    void every_member_of_an_enumeration_turns_up() {
        assertThat(new HashSet<>(Drawn.from("{\"enum\":[\"a\",1,null,[2]]}", 100)))
                .hasSize(4);
    }

    @Test
    void every_type_of_a_union_turns_up() {
        assertThat(Drawn.from("{\"type\":[\"integer\",\"string\",\"null\"]}", 100))
                .extracting(v -> v.getNodeType().toString())
                .contains("NUMBER", "STRING", "NULL");
    }

    @Test
    void optional_properties_come_and_go_in_the_order_of_the_document() {
        String schema = """
                {"type":"object","required":["c"],
                 "properties":{"a":{"type":"null"},"b":{"type":"null"},"c":{"type":"null"},"d":{"type":"null"}}}
                """;
        Set<String> seen = new HashSet<>();
        for (JsonNode value : Drawn.from(schema, 300)) {
            List<String> names = new ArrayList<>();
            value.fieldNames().forEachRemaining(names::add);
            assertThat(names).isSorted().contains("c");
            seen.add(String.join("", names));
        }
        assertThat(seen).contains("c", "abcd", "ac", "cd").hasSize(8);
    }

    @Test
    void what_is_not_declared_is_not_made_up() {
        assertThat(Drawn.from("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}}}", 200))
                .allSatisfy(v -> assertThat(v.size() - (v.has("a") ? 1 : 0)).isZero());
    }

    @Test
    void maps_have_entries() {
        assertThat(Drawn.from("{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}}", 50))
                .anySatisfy(v -> assertThat(v.size()).isGreaterThan(1))
                .allSatisfy(
                        v -> assertThat(v).allSatisfy(m -> assertThat(m.isInt()).isTrue()));
    }

    @Test
    void every_branch_of_a_choice_turns_up() {
        assertThat(new HashSet<>(Drawn.from("{\"oneOf\":[{\"const\":1},{\"const\":2},{\"const\":3}]}", 60)))
                .hasSize(3);
        assertThat(Drawn.from(
                        "{\"oneOf\":[{\"type\":\"integer\",\"minimum\":0,\"maximum\":10},{\"type\":\"integer\",\"minimum\":8,\"maximum\":20}]}",
                        200))
                .anySatisfy(v -> assertThat(v.intValue()).isLessThan(8))
                .anySatisfy(v -> assertThat(v.intValue()).isGreaterThan(10))
                .noneSatisfy(v -> assertThat(v.intValue()).isBetween(8, 10));
    }

    @Test
    void trees_grow_and_end() {
        String tree = """
                {"type":"object","properties":{"left":{"$ref":"#"},"right":{"$ref":"#"}}}
                """;
        List<Integer> depths =
                Drawn.from(tree, 200).stream().map(GeneratorsTest::depth).toList();
        assertThat(depths).contains(1).anyMatch(d -> d > 2).allMatch(d -> d < 12);
    }

    @Test
    void threads_that_share_a_generator_do_not_change_what_a_seed_gives() {
        Schema schema = Schema.parse("""
                {"type":"object","properties":{"a":{"anyOf":[{"$ref":"#"},{"type":"string","format":"email"}]},
                 "b":{"type":"array","items":{"$ref":"#"}}},"additionalProperties":{"type":"integer"}}
                """);
        var alone = Generators.valid(schema).generator(1000);
        var shared = Generators.valid(schema).generator(1000);
        List<JsonNode> expected = IntStream.range(0, 400)
                .mapToObj(seed -> alone.next(new Random(seed)).value())
                .toList();
        assertThat(IntStream.range(0, 400)
                        .parallel()
                        .mapToObj(seed -> shared.next(new Random(seed)).value())
                        .toList())
                .isEqualTo(expected);
    }

    @Test
    void binary_formats_give_bytes() {
        assertThat(Drawn.from("{\"type\":\"string\",\"format\":\"binary\"}", 20))
                .allSatisfy(v -> assertThat(v.isBinary()).isTrue());
    }

    @Test
    void a_number_shrinks_to_the_bound_nearest_to_zero() {
        assertThat(smallest("{\"type\":\"integer\",\"minimum\":17}", v -> true)).isEqualTo(Json.parse("17"));
        assertThat(smallest("{\"type\":\"integer\"}", v -> v.intValue() >= 123)).isEqualTo(Json.parse("123"));
        assertThat(smallest("{\"type\":\"integer\",\"multipleOf\":7,\"minimum\":40}", v -> true))
                .isEqualTo(Json.parse("42"));
    }

    @Test
    void a_text_shrinks_to_its_shortest_and_simplest() {
        assertThat(smallest("{\"type\":\"string\",\"minLength\":2}", v -> true).textValue())
                .isIn("aa", "00");
    }

    @Test
    void an_object_shrinks_to_what_it_needs() {
        String schema = """
                {"type":"object","required":["id"],"properties":{
                  "id":{"type":"integer","minimum":1},"tags":{"type":"array","items":{"type":"string"}},"x":{"type":"object"}}}
                """;
        assertThat(smallest(schema, v -> true)).isEqualTo(Json.parse("{\"id\":1}"));
        assertThat(smallest(schema, v -> v.path("tags").size() > 1))
                .isEqualTo(Json.parse("{\"id\":1,\"tags\":[\"\",\"\"]}"));
    }

    /** Where greedy shrinking ends, starting from a value for which the condition holds. */
    private static JsonNode smallest(String schema, Predicate<JsonNode> failing) {
        var generator = Generators.valid(Schema.parse(schema)).generator(1000);
        Random random = new Random(1);
        Shrinkable<JsonNode> current = generator.next(random);
        while (!failing.test(current.value())) {
            current = generator.next(random);
        }
        for (; ; ) {
            var next = current.shrink().filter(s -> failing.test(s.value())).findFirst();
            if (next.isEmpty()) {
                return current.value();
            }
            current = next.get();
        }
    }

    private static int depth(JsonNode value) {
        int deepest = 0;
        for (JsonNode child : value) {
            deepest = Math.max(deepest, depth(child));
        }
        return 1 + deepest;
    }
}

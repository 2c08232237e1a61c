package io.contractcheck.generate.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much is walked, and when. */
class WalkSizeTest {
    private static Schema wide(int properties, int depth) {
        String inner = "{'type':'integer','minimum':1}";
        for (int level = 0; level < depth; level++) {
            String below = inner;
            inner = IntStream.range(0, properties)
                    .mapToObj(i -> "'p" + i + "':" + (i == 0 ? below : "{'type':'string','maxLength':9}"))
                    .collect(Collectors.joining(",", "{'type':'object','properties':{", "}}"));
        }
        return Walked.schema(inner);
    }

    @Test
    void the_number_of_values_grows_with_the_schema_alone() {
        long small = SchemaWalk.of(wide(10, 2)).count();
        long wider = SchemaWalk.of(wide(20, 2)).count();
        long deeper = SchemaWalk.of(wide(10, 4)).count();
        assertThat(wider).isBetween(small, 2 * small + 50);
        assertThat(deeper).isBetween(small, 2 * small + 50);
    }

    @Test
    void the_first_values_come_without_the_rest() {
        assertThat(SchemaWalk.of(wide(40, 4)).limit(100)).hasSize(100).allMatch(WalkedValue::valid);
    }

    @Test
    void circles_of_many_schemas_end() {
        String all = IntStream.range(0, 6)
                .mapToObj(i -> "'s" + i + "':{'type':'object','properties':{"
                        + IntStream.range(0, 6)
                                .mapToObj(j -> "'p" + j + "':{'$ref':'#/$defs/s" + j + "'}")
                                .collect(Collectors.joining(","))
                        + "}}")
                .collect(Collectors.joining(",", "{'$ref':'#/$defs/s0','$defs':{", "}}"));
        assertThat(SchemaWalk.of(Walked.schema(all)).count()).isBetween(100L, 20_000L);
    }

    @Test
    void what_is_used_everywhere_and_in_itself_is_walked_in_full_a_few_times_and_then_by_its_types() {
        String branches = IntStream.range(0, 20)
                .mapToObj(i ->
                        "{'type':'object','required':['r" + i + "'],'additionalProperties':false,'properties':{'r" + i
                                + "':" + (i < 8 ? "{'$ref':'#/$defs/p'}" : "{'type':'string','maxLength':9}") + "}}")
                .collect(Collectors.joining(","));
        String all = IntStream.range(0, 6)
                .mapToObj(i -> "'m" + i + "':{'$ref':'#/$defs/p'}")
                .collect(Collectors.joining(
                        ",", "{'$defs':{'p':{'oneOf':[" + branches + "]}},'type':'object','properties':{", "}}"));
        var invalid = SchemaWalk.of(Walked.schema(all))
                .filter(walked -> !walked.valid())
                .toList();
        assertThat(invalid).hasSizeBetween(300, 1_500);
        for (String member : List.of("/m0", "/m3", "/m5")) {
            assertThat(invalid).anyMatch(walked -> walked.pointer().toString().equals(member));
        }
    }

    @Test
    void texts_of_a_template_can_be_read_over() {
        WalkedValue first = SchemaWalk.of(Walked.schema("{'type':'object','properties':{'a':{'type':'string'}}}"))
                .findFirst()
                .orElseThrow();
        assertThat(first.value().path("a").textValue()).matches("[A-Za-z0-9 ]+");
    }

    @Test
    void a_long_list_of_different_items_is_made_soon() {
        Schema schema = Walked.schema("{'type':'array','uniqueItems':true,'maxItems':300,"
                + "'items':{'type':'string','pattern':'\\\\S','maxLength':255}}");
        assertThat(SchemaWalk.of(schema))
                .anyMatch(w -> w.valid() && w.value().size() == 300)
                .anyMatch(w -> !w.valid() && w.value().size() == 301);
    }

    @Test
    void an_iterator_holds_no_values_back() {
        Stream<Supplier<Stream<Integer>>> streams = Stream.of(() -> Stream.of(1), () -> Stream.iterate(2, i -> i + 1));
        Iterator<Integer> numbers = Lazy.concat(streams).iterator();
        assertThat(Stream.generate(numbers::next).limit(4)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void endlessly_required_recursion_has_no_valid_value_but_wrong_types() {
        Schema schema = Walked.schema("{'type':'object','properties':{'a':{'$ref':'#'}},'required':['a']}");
        assertThat(SchemaWalk.of(schema)).isNotEmpty().noneMatch(WalkedValue::valid);
    }

    @Test
    void what_was_given_out_can_be_changed() {
        Schema schema = Walked.schema("{'type':'object','properties':{'a':{'type':'array','items':{'const':1}}}}");
        var untouched = SchemaWalk.of(schema).map(w -> Json.write(w.value())).toList();
        var touched = SchemaWalk.of(schema)
                .map(w -> {
                    String before = Json.write(w.value());
                    if (w.value().path("a") instanceof ArrayNode array) {
                        array.removeAll();
                    }
                    return before;
                })
                .toList();
        assertThat(touched).isEqualTo(untouched);
    }

    @Test
    void equal_values_have_one_fingerprint() {
        assertThat(Given.fingerprint(Json.parse("{\"a\":1,\"b\":[2.50,\"x\"]}")))
                .isEqualTo(Given.fingerprint(Json.parse("{\"b\":[2.5,\"x\"],\"a\":1.0}")));
        assertThat(Given.fingerprint(Json.parse("[1,2]"))).isNotEqualTo(Given.fingerprint(Json.parse("[2,1]")));
        assertThat(Given.fingerprint(Json.parse("\"1\""))).isNotEqualTo(Given.fingerprint(Json.parse("1")));
    }
}

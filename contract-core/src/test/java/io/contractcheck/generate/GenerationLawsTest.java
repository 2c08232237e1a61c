package io.contractcheck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GenerationLawsTest {
    private static final int VALUES = 60;
    private static final int STEPS = 400;

    static Stream<String> schemas() {
        return Schemas.all().map(s -> s.replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void every_value_is_valid(String text) {
        Schema schema = Schema.parse(text);
        for (JsonNode value : Drawn.from(schema, TextRules.ANY, VALUES, 7)) {
            assertThat(schema.validate(value)).as("%s", value).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void every_value_is_valid_to_an_independent_judge(String text) {
        ValidatorFactory factory = new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory());
        JsonNode schema = Json.parse(text);
        for (JsonNode value : Drawn.from(Schema.parse(text), TextRules.ANY, VALUES, 8)) {
            assertThat(factory.validate(schema, value).isValid())
                    .as("%s", value)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void the_same_seed_gives_the_same_values(String text) {
        List<JsonNode> first = Drawn.from(Schema.parse(text), TextRules.ANY, 20, 9);
        Schema schema = Schema.parse(text);
        Drawn.from(schema, TextRules.ANY, 30, 5);
        assertThat(Drawn.from(schema, TextRules.ANY, 20, 9)).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void the_same_seed_gives_the_same_value_whatever_was_drawn_before(String text) {
        var fresh = Generators.valid(Schema.parse(text)).generator(1000);
        var used = Generators.valid(Schema.parse(text)).generator(1000);
        Random before = new Random(3);
        for (int i = 0; i < 40; i++) {
            used.next(before);
        }
        assertThat(used.next(new Random(4)).value())
                .isEqualTo(fresh.next(new Random(4)).value());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void shrinking_never_grows_and_stays_valid(String text) {
        Schema schema = Schema.parse(text);
        var generator = Generators.valid(schema).generator(1000);
        Random random = new Random(11);
        for (int i = 0; i < 5; i++) {
            Shrinkable<JsonNode> current = generator.next(random);
            for (int step = 0; step < STEPS; step++) {
                List<Shrinkable<JsonNode>> smaller =
                        new ArrayList<>(current.shrink().limit(3).toList());
                if (smaller.isEmpty()) {
                    break;
                }
                for (Shrinkable<JsonNode> one : smaller) {
                    assertThat(one.distance()).isLessThan(current.distance());
                    assertThat(schema.accepts(one.value()))
                            .as("%s", one.value())
                            .isTrue();
                }
                current = smaller.get(random.nextInt(smaller.size()));
            }
            assertThat(current.shrink()).as("ends").isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_drawn_value_can_be_changed_without_changing_the_shrinkable(String text) {
        Shrinkable<JsonNode> drawn =
                Generators.valid(Schema.parse(text)).generator(1000).next(new Random(2));
        JsonNode value = drawn.value();
        if (value.isContainerNode()) {
            assertThat(drawn.value()).isNotSameAs(value);
        }
        assertThat(drawn.value()).isEqualTo(value);
    }
}

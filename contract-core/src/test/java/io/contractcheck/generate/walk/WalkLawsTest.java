package io.contractcheck.generate.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.contractcheck.generate.Schemas;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WalkLawsTest {
    private static final List<String> ALTERNATIVES = List.of("anyOf", "oneOf");

    static Stream<String> schemas() {
        return Schemas.all().map(s -> s.replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void labels_are_true(String text) {
        Schema schema = Schema.parse(text);
        List<WalkedValue> all = SchemaWalk.of(schema).toList();
        assertThat(all).isNotEmpty().anyMatch(WalkedValue::valid);
        for (WalkedValue walked : all) {
            assertThat(schema.accepts(walked.value())).as("%s", walked).isEqualTo(walked.valid());
            assertThat(walked.keyword().isEmpty()).isEqualTo(walked.valid());
            assertThat(walked.description()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void labels_are_true_to_an_independent_judge(String text) {
        ValidatorFactory factory = new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory());
        JsonNode schema = Json.parse(text);
        SchemaWalk.of(Schema.parse(text))
                .filter(walked -> !ownJudgement(walked))
                .forEach(walked -> assertThat(
                                factory.validate(schema, walked.value()).isValid())
                        .as("%s", walked)
                        .isEqualTo(walked.valid()));
    }

    /** Formats are asserted by us alone. */
    private static boolean ownJudgement(WalkedValue walked) {
        return walked.keyword().filter("format"::equals).isPresent();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void one_thing_is_wrong_with_an_invalid_value(String text) {
        Schema schema = Schema.parse(text);
        SchemaWalk.of(schema).filter(walked -> !walked.valid()).forEach(walked -> {
            List<Violation> violations = schema.validate(walked.value());
            assertThat(violations)
                    .as("%s", walked)
                    .allMatch(v -> within(v.instance(), walked.pointer()) || above(v, walked.pointer()));
            assertThat(violations)
                    .as("%s", walked)
                    .anyMatch(v -> v.keyword().equals(walked.keyword().orElseThrow())
                            || v.schema().endsWith("/" + walked.keyword().orElseThrow())
                            || above(v, walked.pointer()));
        });
    }

    /** Whether a larger value fits no alternative because of what is at the place. */
    private static boolean above(Violation violation, JsonPointer place) {
        return ALTERNATIVES.contains(violation.keyword()) && within(place, violation.instance());
    }

    private static boolean within(JsonPointer instance, JsonPointer place) {
        return (instance + "/").startsWith(place + "/");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void the_walk_is_always_the_same(String text) {
        Schema used = Schema.parse(text);
        List<WalkedValue> first = SchemaWalk.of(used).toList();
        assertThat(SchemaWalk.of(used).toList()).isEqualTo(first);
        assertThat(SchemaWalk.of(Schema.parse(text)).toList()).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void valid_values_come_first_and_none_comes_twice(String text) {
        List<WalkedValue> all = SchemaWalk.of(Schema.parse(text)).toList();
        long valid = all.stream().takeWhile(WalkedValue::valid).count();
        assertThat(all.stream().filter(WalkedValue::valid).count()).isEqualTo(valid);
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean same = all.get(i).valid() == all.get(j).valid();
                assertThat(same && Json.equal(all.get(i).value(), all.get(j).value()))
                        .as("%s and %s", all.get(j), all.get(i))
                        .isFalse();
            }
        }
    }
}

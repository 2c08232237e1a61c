package io.contractcheck.check;

import static io.contractcheck.check.Fixture.JSON;
import static io.contractcheck.check.Fixture.failures;
import static io.contractcheck.check.Fixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistinctTest {
    private static Fixture schema(String schema) {
        return Fixture.get("'200': {description: ok, content: {application/json: {schema: {" + schema + "}}}}");
    }

    @Test
    void a_rule_that_combined_schemas_state_twice_is_broken_once() {
        Fixture twice = schema("properties: {price: {type: number}}, allOf: [{$ref: '#/components/schemas/Book'}]");
        Failure failure = only(twice.answer(200, "{\"title\":\"Emma\",\"price\":\"7\"}", JSON));
        assertThat(failure.id().cause()).isEqualTo("200 type at /price");
        assertThat(failure.message()).doesNotContain("more like it");
    }

    @Test
    void of_a_value_of_the_wrong_type_only_that_is_told() {
        Fixture strict = schema("properties: {kind: {type: string, enum: [a, b]}, size: {type: integer, enum: [1]}}");
        assertThat(failures(strict.answer(200, "{\"kind\":1,\"size\":2}", JSON)))
                .extracting(f -> f.id().cause())
                .containsExactlyInAnyOrder("200 type at /kind", "200 enum at /size");
    }

    @Test
    void the_same_property_missing_by_two_schemas_is_one_failure_and_two_properties_are_two() {
        Fixture twice = schema("required: [title], allOf: [{$ref: '#/components/schemas/Book'}]");
        assertThat(failures(twice.answer(200, "{}", JSON)))
                .extracting(f -> f.id().cause())
                .containsExactlyInAnyOrder("200 required title", "200 required price");
    }

    @Test
    void the_same_keyword_at_two_places_is_two_violations() {
        Fixture pair = schema("properties: {a: {type: string}, b: {type: string}}");
        assertThat(failures(pair.answer(200, "{\"a\":1,\"b\":2}", JSON))).hasSize(2);
    }
}

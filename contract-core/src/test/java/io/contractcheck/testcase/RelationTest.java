package io.contractcheck.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationTest {
    private static final Operation RANGES = Operations.parameters(
            "/a",
            "{in: query, name: from, schema: {type: string}}, {in: query, name: to, schema: {type: string}},"
                    + " {in: query, name: minPrice, schema: {type: number}}, {in: query, name: maxPrice, schema: {type: number}}");

    @ParameterizedTest
    @CsvSource({
        "from, to",
        "minPrice, maxPrice",
        "price_min, price_max",
        "startDate, endDate",
        "created-after, created-before",
        "validFrom, validTo"
    })
    void names_tell_the_two_ends_of_a_range(String low, String high) {
        assertThat(Relation.areEnds(low, high)).isTrue();
        assertThat(Relation.areEnds(high, low)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"from, from", "fromUser, to", "minPrice, maxSize", "form, to", "min, to", "startDate, endTime"})
    void other_names_do_not(String low, String high) {
        assertThat(Relation.areEnds(low, high)).isFalse();
    }

    @Test
    void only_numbers_days_and_moments_have_an_order() {
        assertThat(reversed("'2024-03-01'", "'2024-02-01'", null, null)).containsExactly(true);
        assertThat(reversed("'2024-02-01'", "'2024-03-01'", "7", "3.5")).containsExactly(false, true);
        assertThat(reversed("'2024-02-01T00:00:00+02:00'", "'2024-02-01T00:00:00Z'", null, null))
                .containsExactly(false);
        assertThat(reversed("'Ulm'", "'Bern'", "1", null)).isEmpty();
    }

    private static List<Boolean> reversed(String... values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] == null ? null : values[i].replace('\'', '"');
        }
        TestCase given = Operations.given(RANGES, values);
        return Relation.in(given).stream().map(r -> r.isReversed(given)).toList();
    }

    @Test
    void ranges_stand_in_bodies_too_and_can_be_turned_round() {
        Operation operation = Operations.body("application/json", "{schema: {type: object}}");
        TestCase given = Operations.withBody(operation, Json.parse("{\"slot\": {\"start\": 5, \"end\": 1}}"));
        Relation relation = Relation.in(given).get(0);
        assertThat(relation).hasToString("Relation[low=body.slot.start, high=body.slot.end]");
        assertThat(relation.isReversed(given)).isTrue();
        assertThat(Operations.values(relation.exchanged(given)))
                .containsExactly("body={\"slot\":{\"start\":1,\"end\":5}}");
    }
}

package io.contractcheck.testcase.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.openapi.Api;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionalParametersTest {
    private static final Api API = Shops.operation(
            "get",
            "parameters: [{name: r, in: query, required: true, schema: {const: 1}}, {name: a, in: query, schema:"
                    + " {const: 1}}, {name: b, in: query, schema: {const: 1}}, {name: c, in: header, schema: {const: 1}},"
                    + " {name: d, in: cookie, schema: {const: 1}}]");

    @Test
    void there_is_one_combination_of_each_size() {
        List<Integer> sizes = Shops.positive(API, Shops.PLAIN)
                .filter(c -> c.deviations().isEmpty())
                .map(TestCase::parameters)
                .map(List::size)
                .toList();
        assertThat(sizes).containsExactlyInAnyOrder(1, 2, 2, 2, 2, 3, 4, 5);
    }

    @Test
    void those_that_are_together_are_told() {
        assertThat(Shops.positive(API, Shops.PLAIN).map(Shops::told))
                .contains(
                        "+ GET /api/x?r=1&a=1&b=1 | the first 2 optional parameters together, to query parameter 'b'",
                        "+ GET /api/x?r=1&a=1&b=1 | all optional parameters together");
    }

    @Test
    void an_optional_parameter_without_valid_values_is_left_out_with_a_warning() {
        Api api = Shops.operation(
                "get", "parameters: [{name: a, in: query, schema: false}, {name: b, in: query, schema: {const: 1}}]");
        List<String> warnings = new java.util.ArrayList<>();
        List<TestCase> cases = new Coverage(api, Shops.PLAIN)
                .cases(api.operations().get(0), warnings::add)
                .toList();
        assertThat(warnings).singleElement().asString().startsWith("GET /x: query parameter 'a' has no valid value: ");
        assertThat(cases)
                .allMatch(c -> c.parameters().stream()
                        .allMatch(v -> v.parameter().name().equals("b")));
        assertThat(cases.stream().map(Shops::sent)).contains("GET /api/x?b=1");
    }
}

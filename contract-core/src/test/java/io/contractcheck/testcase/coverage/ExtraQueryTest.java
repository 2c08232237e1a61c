package io.contractcheck.testcase.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.openapi.Api;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mode;
import org.junit.jupiter.api.Test;

/** Query parameters that nobody documented, and those that come twice. */
class ExtraQueryTest {
    private static final CoverageSettings TWICE = new CoverageSettings(Mode.ALL, false, false, false, true, false);
    private static final Api API = Shops.operation(
            "get",
            "parameters: [{name: n, in: query, schema: {type: integer}}, {name: l, in: query, schema: {type: array,"
                    + " items: {type: integer}}}]");

    @Test
    void what_the_document_does_not_speak_of_is_not_forbidden() {
        assertThat(Shops.cases(API, Shops.PLAIN).stream()
                        .filter(c -> Shops.sent(c).contains("unknown")))
                .singleElement()
                .matches(c -> c.intent() instanceof Intent.Positive)
                .extracting(Shops::sent)
                .isEqualTo("GET /api/x?x-contractcheck-unknown=42");
    }

    @Test
    void an_object_that_takes_every_name_leaves_none_undocumented() {
        Api api = Shops.operation(
                "get", "parameters: [{name: f, in: query, schema: {type: object, additionalProperties: true}}]");
        assertThat(Shops.cases(api, Shops.PLAIN)).noneMatch(c -> Shops.sent(c).contains("contractcheck"));
    }

    @Test
    void a_value_is_sent_twice_on_request_only_and_a_list_never() {
        assertThat(Shops.cases(API, Shops.PLAIN)).noneMatch(c -> Shops.sent(c).contains("n=0&n=0"));
        assertThat(Shops.negative(API, TWICE)
                        .filter(c -> Shops.mutation(c).keyword().orElse("").equals("duplicate"))
                        .map(Shops::told))
                .containsExactly("- GET /api/x?n=0&n=0 | query parameter 'n' is sent twice, though it is one value");
    }
}

package io.contractcheck.testcase.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.openapi.Api;
import io.contractcheck.testcase.Mutation;
import org.junit.jupiter.api.Test;

/** Bodies and parameters left out. */
class MissingPartsTest {
    private static final String BODY = "content: {application/json: {schema: {type: integer}}}}";

    @Test
    void every_required_parameter_but_those_of_the_path_is_left_out_once() {
        Api api = Shops.paths("'/x/{id}': {get: {parameters: [{name: id, in: path, required: true, schema: {}},"
                + " {name: q, in: query, required: true, schema: {}}, {name: X-Tenant, in: header, required: true, schema:"
                + " {}}, {name: c, in: cookie, required: true, schema: {}}, {name: o, in: query, schema: {}}],"
                + " responses: {'200': {description: ok}}}}");
        assertThat(Shops.negative(api, Shops.PLAIN).map(Shops::mutation))
                .extracting(m -> m.location() + " " + m.keyword().orElse("") + ": " + m.description())
                .containsExactly(
                        "QUERY required: query parameter 'q' is missing",
                        "HEADER required: header 'X-Tenant' is missing",
                        "COOKIE required: cookie 'c' is missing");
    }

    @Test
    void a_required_body_is_missed_and_an_optional_one_is_not() {
        Api required = Shops.operation("post", "requestBody: {required: true, " + BODY);
        assertThat(Shops.negative(required, Shops.PLAIN).map(Shops::told))
                .contains("- POST /api/x | the required body is missing");
        Mutation mutation = Shops.negative(required, Shops.PLAIN)
                .filter(c -> c.body().isEmpty())
                .map(Shops::mutation)
                .findFirst()
                .orElseThrow();
        assertThat(mutation.location()).isEqualTo(Mutation.Location.BODY);
        assertThat(mutation.keyword()).contains("required");
        Api optional = Shops.operation("post", "requestBody: {" + BODY);
        assertThat(Shops.positive(optional, Shops.PLAIN).map(Shops::told))
                .contains("+ POST /api/x | without the optional body");
        assertThat(Shops.negative(optional, Shops.PLAIN)).allMatch(c -> c.body().isPresent());
    }

    @Test
    void an_operation_whose_required_part_has_no_valid_value_has_no_case_at_all() {
        Api parameter = Shops.operation(
                "get",
                "parameters: [{name: a, in: query, required: true, schema: false}, {name: b, in: query, schema:"
                        + " {type: integer}}]");
        assertThatThrownBy(() -> Shops.cases(parameter, Shops.ALL))
                .isInstanceOf(UnsatisfiableException.class)
                .hasMessageStartingWith("GET /x: the required query parameter 'a' has no valid value: ");
        Api body = Shops.operation(
                "post",
                "requestBody: {required: true, content: {application/json: {schema: {type: integer, minimum: 2,"
                        + " maximum: 1}}}}");
        assertThatThrownBy(() -> Shops.cases(body, Shops.ALL))
                .isInstanceOf(UnsatisfiableException.class)
                .hasMessageStartingWith("POST /x: the required body (application/json) has no valid value: ");
    }
}

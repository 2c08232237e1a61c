package io.contractcheck.testcase.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.openapi.Api;
import io.contractcheck.testcase.Mutation;
import org.junit.jupiter.api.Test;

class ParameterValuesTest {
    private static final Api API = Shops.operation(
            "get",
            "parameters: [{name: limit, in: query, schema: {type: integer, maximum: 100}}, {name: size, in: query,"
                    + " required: true, schema: {type: integer, minimum: 3, example: 7}}]");

    @Test
    void one_parameter_is_changed_at_a_time() {
        assertThat(Shops.negative(API, Shops.PLAIN).map(Shops::told))
                .contains(
                        "- GET /api/x?limit=101&size=7 | query parameter 'limit': above maximum 100",
                        "- GET /api/x?size=2 | query parameter 'size': below minimum 3");
        assertThat(Shops.positive(API, Shops.PLAIN).map(Shops::told))
                .contains(
                        "+ GET /api/x?limit=100&size=7 | query parameter 'limit': the largest number that maximum 100"
                                + " allows",
                        "+ GET /api/x?size=3 | query parameter 'size': the smallest number that minimum 3 allows");
    }

    @Test
    void a_program_reads_where_and_what() {
        Mutation mutation = Shops.negative(API, Shops.PLAIN)
                .map(Shops::mutation)
                .filter(m -> m.keyword().orElse("").equals("maximum"))
                .findFirst()
                .orElseThrow();
        assertThat(mutation.location()).isEqualTo(Mutation.Location.QUERY);
        assertThat(mutation.parameter()).contains("limit");
        assertThat(mutation.pointer().matches()).isTrue();
    }

    @Test
    void headers_of_http_itself_are_not_walked() {
        Api api = Shops.api("""
                swagger: "2.0"
                info: {title: Shop, version: "1"}
                paths:
                  /x:
                    get:
                      parameters:
                        - {name: Accept, in: header, required: true, type: string, enum: [application/json, text/csv]}
                        - {name: Authorization, in: header, required: true, type: string, minLength: 5}
                      responses: {"200": {description: ok}}
                """);
        assertThat(Shops.cases(api, Shops.PLAIN))
                .extracting(c -> c.intent().description())
                .containsExactly(
                        "a valid request without a body",
                        "header 'Authorization' is missing",
                        "with the query parameter 'x-contractcheck-unknown', which is not documented");
    }
}

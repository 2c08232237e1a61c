package io.contractcheck.testcase.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.openapi.Api;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyValuesTest {
    private static final String SCHEMA = "schema: {type: object, required: [name], properties: {name: {type: string,"
            + " minLength: 1, maxLength: 80}}}";

    @Test
    void without_a_body_there_is_one_plain_case() {
        List<TestCase> cases = Shops.cases(Shops.operation("get", ""), Shops.PLAIN);
        assertThat(cases.get(0).body()).isEmpty();
        assertThat(Shops.told(cases.get(0))).isEqualTo("+ GET /api/x | a valid request without a body");
    }

    @Test
    void every_media_type_is_walked_in_turn() {
        Api api = Shops.operation(
                "post",
                "requestBody: {content: {application/json: {" + SCHEMA + "}, application/xml: {" + SCHEMA + "}}}");
        List<String> types = Shops.cases(api, Shops.PLAIN).stream()
                .filter(c -> c.body().isPresent() && c.intent().description().startsWith("body ("))
                .map(c -> c.body().orElseThrow().mediaType())
                .toList();
        assertThat(types.get(0)).isEqualTo("application/json");
        assertThat(types.lastIndexOf("application/json")).isLessThan(types.indexOf("application/xml"));
    }

    @Test
    void a_human_reads_why_a_case_exists_and_a_program_where_and_what() {
        Api api =
                Shops.operation("post", "requestBody: {required: true, content: {application/json: {" + SCHEMA + "}}}");
        TestCase tooLong = Shops.negative(api, Shops.PLAIN)
                .filter(c -> Shops.mutation(c).keyword().orElse("").equals("maxLength"))
                .findFirst()
                .orElseThrow();
        Mutation mutation = Shops.mutation(tooLong);
        assertThat(mutation.description()).isEqualTo("body: name: one character longer than maxLength 80");
        assertThat(mutation.location()).isEqualTo(Mutation.Location.BODY);
        assertThat(mutation.pointer().toString()).isEqualTo("/name");
        assertThat(tooLong.body().orElseThrow().value().get("name").asText()).hasSize(81);
    }
}

package io.contractcheck.testcase.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Request;
import io.contractcheck.openapi.Api;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed JSON, unsupported Content-Type, and Accept that nobody serves. */
class FramingTest {
    private static List<TestCase> framed(Api api) {
        return Shops.negative(api, Shops.PLAIN)
                .filter(c -> Shops.mutation(c).location() == Mutation.Location.FRAMING)
                .toList();
    }

    private static Api body(String mediaType, String schema) {
        return Shops.operation(
                "post", "requestBody: {required: true, content: {'" + mediaType + "': {schema: " + schema + "}}}");
    }

    private static List<String> malformed(Api api) {
        return framed(api).stream()
                .filter(c -> Shops.mutation(c).keyword().orElse("").equals("syntax"))
                .map(Shops::sent)
                .toList();
    }

    @Test
    void json_ends_too_early_or_its_brackets_do_not_match() {
        assertThat(malformed(body("application/json", "{type: object, required: [a], properties: {a: {const: 1}}}")))
                .containsExactly("POST /api/x {\"a\":1", "POST /api/x {\"a\":[}");
        assertThat(malformed(body("application/problem+json", "{const: 0}")))
                .containsExactly("POST /api/x [0", "POST /api/x {\"a\":[}");
        assertThat(malformed(body("application/json", "{const: a}"))).contains("POST /api/x \"a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "application/*", "*/*"})
    void bytes_that_need_not_be_json_are_not_malformed(String mediaType) {
        assertThat(malformed(body(mediaType, "{type: string}"))).isEmpty();
    }

    @Test
    void the_valid_body_is_called_what_is_not_documented() {
        TestCase foreign = framed(body("application/json", "{const: a}")).stream()
                .filter(c -> Shops.mutation(c).parameter().isPresent())
                .findFirst()
                .orElseThrow();
        Request request = Wire.write(foreign, Shops.BASE);
        assertThat(request.header("Content-Type")).contains("application/x-contractcheck");
        assertThat(request.body()).asString().isEqualTo("\"a\"");
        assertThat(Shops.mutation(foreign).parameter()).contains("Content-Type");
    }

    @Test
    void a_range_that_holds_one_foreign_type_leaves_another_and_one_that_holds_all_leaves_none() {
        assertThat(framed(body("application/*", "{const: a}")))
                .extracting(
                        c -> Wire.write(c, Shops.BASE).header("Content-Type").orElseThrow())
                .containsExactly("text/x-contractcheck");
        assertThat(framed(body("*/*", "{const: a}"))).isEmpty();
        assertThat(framed(Shops.operation("get", ""))).isEmpty();
    }

    @Test
    void an_answer_is_asked_for_that_nobody_documents() {
        Api api = Shops.operation(
                "get",
                "responses: {'200': {description: ok, content: {application/json: {}}}, default: {description: no,"
                        + " content: {application/problem+json: {}}}}");
        assertThat(framed(api)).singleElement().satisfies(c -> {
            assertThat(Wire.write(c, Shops.BASE).header("Accept")).contains("application/x-contractcheck");
            assertThat(Shops.mutation(c).parameter()).contains("Accept");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'200': {description: ok}",
                "'200': {description: ok, content: {'*/*': {}}}",
                "'200': {description: ok, content: {application/json: {}}}, '400': {description: no, content:"
                        + " {'text/*': {}}}"
            })
    void where_it_is_not_exact_what_is_served_nothing_is_unserved(String responses) {
        assertThat(framed(Shops.operation("get", "responses: {" + responses + "}")))
                .isEmpty();
    }
}

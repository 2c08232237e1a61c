package io.contractcheck.check;

import static io.contractcheck.check.Fixture.failures;
import static io.contractcheck.check.Fixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks that judge the status and the time alone. */
class StatusChecksTest {
    private static final String SOME = """
            '200': {description: ok}
            4XX: {description: caller}
            '503': {description: busy}""";
    private static final Intent NEGATIVE = new Intent.Negative(
            new Mutation(Mutation.Location.BODY, Optional.empty(), JsonPointer.empty(), Optional.empty(), "too long"));

    private final Fixture get = Fixture.get(SOME);

    @Test
    void only_not_a_server_error_speaks_of_an_undocumented_server_error() {
        Failure failure = only(get.answer(500, "{\"error\":\"Internal Server Error\"}", Fixture.JSON));
        assertThat(failure.id())
                .isEqualTo(new FailureId("GET /books/{id}", "not_a_server_error", "500 Internal Server Error"));
        assertThat(failure.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(failure.message()).contains("500", "Internal Server Error").doesNotContain("expectedStatuses");
        assertThat(failure.advice())
                .contains("<expectedStatuses>not_a_server_error GET /books/{id}: 2xx 3xx 4xx 500</expectedStatuses>");
    }

    @Test
    void documenting_a_server_error_does_not_excuse_it() {
        assertThat(only(get.answer(503, "")).message()).contains("shop.yaml#/paths/~1books~1{id}/get/responses/503");
    }

    @Test
    void an_expected_server_error_must_be_documented() {
        assertThat(failures(get.expecting("not_a_server_error", "2xx 4xx 503").answer(503, "")))
                .isEmpty();
        Failure failure =
                only(get.expecting("not_a_server_error", "2xx 4xx 501").answer(501, ""));
        assertThat(failure.id().check()).isEqualTo("status_code_conformance");
    }

    @Test
    void an_undocumented_status_is_named_with_those_that_are() {
        Failure failure = only(get.answer(202, ""));
        assertThat(failure.id())
                .isEqualTo(new FailureId("GET /books/{id}", "status_code_conformance", "202 without a message"));
        assertThat(failure.message()).contains("202", "200, 4XX, 503", "shop.yaml#/paths/~1books~1{id}/get/responses");
        assertThat(failures(get.expecting("status_code_conformance", "202").answer(202, "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 403, 404, 409, 410, 423, 429})
    void documented_statuses_that_refuse_nobody_are_fine(int status) {
        assertThat(failures(get.answer(status, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 301, 302, 304, 307, 401, 403, 404, 409, 410, 423, 429})
    void a_default_response_documents_every_status(int status) {
        assertThat(failures(Fixture.get("default: {description: all}").answer(status, "")))
                .isEmpty();
    }

    @Test
    void too_many_requests_is_never_a_finding() {
        Fixture strict = Fixture.get("'200': {description: ok}")
                .expecting("not_a_server_error", "2xx")
                .expecting("positive_data_acceptance", "2xx");
        assertThat(failures(strict.answer(429, "slow down"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 405, 406, 412, 413, 415, 422, 428, 431})
    void a_valid_request_that_is_refused_is_a_finding_even_if_the_status_is_documented(int status) {
        Failure failure = only(get.answer(status, ""));
        assertThat(failure.id().check()).isEqualTo("positive_data_acceptance");
        assertThat(failures(get.with(NEGATIVE).answer(status, ""))).isEmpty();
    }

    @Test
    void the_message_of_a_refusal_says_why_and_what_to_do() {
        Fixture post = Fixture.get("'200': {description: ok}\n'422': {description: broken rules}");
        Failure failure = only(post.answer(new Response(
                422,
                "Unprocessable Content",
                List.of(new Header("Content-Type", "application/json")),
                "{\"message\":\"id must be even\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                false)));
        assertThat(failure.message())
                .contains("valid by the document (shop.yaml#/paths/~1books~1{id}/get)")
                .contains("422 Unprocessable Content")
                .contains("The service said: id must be even")
                .contains("2xx, 3xx, 401, 403, 404, 409, 410, 423, 5xx or 429")
                .contains("That the document describes 422 does not help")
                .doesNotContain("expectedStatuses");
        assertThat(failure.advice())
                .startsWith("Write the missing rule into the document")
                .contains(
                        "<expectedStatuses>positive_data_acceptance GET /books/{id}: 2xx 3xx 401 403 404 409 410 423 5xx 422"
                                + "</expectedStatuses>");
    }

    @Test
    void each_complaint_of_a_refusal_is_a_finding_and_a_server_error_is_one() {
        String both =
                "{\"errors\":[{\"field\":\"id\",\"message\":\"too odd\"},{\"field\":\"b\",\"message\":\"too big\"}]}";
        List<Failure> failures = failures(get.answer(400, both));
        assertThat(failures)
                .extracting(failure -> failure.id().cause())
                .containsExactly("400 id: too odd", "400 b: too big");
        assertThat(failures.get(0).message())
                .contains("The service said: id: too odd")
                .doesNotContain("too big");
        assertThat(only(get.answer(500, both)).id().cause()).isEqualTo("500 b: too big");
    }

    @Test
    void that_the_body_names_another_thing_than_the_path_may_be_refused() {
        Fixture post = Fixture.post(SOME).sending("7", Json.parse("{\"bookId\":\"8\",\"title\":\"x\"}"));
        assertThat(failures(post.answer(400, "Field 'bookId' does not match the provided id")))
                .isEmpty();
        assertThat(failures(post.answer(400, "Field 'title' does not match the pattern")))
                .hasSize(1);
        assertThat(failures(post.sending("7", Json.parse("{\"bookId\":\"7\"}"))
                        .answer(400, "Field 'bookId' does not match the provided id")))
                .hasSize(1);
    }

    @Test
    void that_a_body_was_left_out_is_told_where_the_document_allows_it() {
        String left = "The body was left out, which the document allows";
        Fixture post = Fixture.post(SOME);
        assertThat(only(post.answer(400, "no body")).message()).contains(left);
        assertThat(only(post.sending("x", Json.NODES.objectNode()).answer(400, "odd"))
                        .message())
                .doesNotContain(left);
        assertThat(only(get.answer(400, "odd")).message()).doesNotContain(left);
    }

    @Test
    void expected_statuses_replace_the_accepted_ones() {
        assertThat(failures(get.expecting("positive_data_acceptance", "2xx 422").answer(422, "")))
                .isEmpty();
        assertThat(only(get.expecting("positive_data_acceptance", "2xx 422").answer(404, ""))
                        .id()
                        .check())
                .isEqualTo("positive_data_acceptance");
    }

    @Test
    void a_refusal_that_the_request_asked_for_is_none() {
        CheckContext answered = get.answer(412, "");
        Request conditional = answered.exchange().request().withHeader("If-Match", "\"x\"");
        CheckContext asked = new CheckContext(
                answered.testCase(),
                new Exchange(conditional, answered.response(), Duration.ZERO),
                answered.settings());
        assertThat(failures(asked)).isEmpty();
    }

    @Test
    void a_call_with_another_method_is_not_judged_by_this_operations_responses() {
        Intent otherMethod = new Intent.Negative(new Mutation(
                Mutation.Location.METHOD, Optional.empty(), JsonPointer.empty(), Optional.empty(), "TRACE"));
        assertThat(failures(get.with(otherMethod).answer(302, ""))).isEmpty();
        assertThat(only(get.with(otherMethod).answer(500, "")).id().check()).isEqualTo("not_a_server_error");
    }

    @ParameterizedTest
    @CsvSource({
        "BODY,400,1",
        "BODY,413,0",
        "BODY,431,0",
        "BODY,415,1",
        "FRAMING,415,0",
        "FRAMING,406,0",
        "FRAMING,400,1"
    })
    void what_http_has_for_such_requests_needs_no_documentation(Mutation.Location where, int status, int findings) {
        Intent wrong = new Intent.Negative(
                new Mutation(where, Optional.empty(), JsonPointer.empty(), Optional.empty(), "wrong"));
        assertThat(failures(Fixture.post("'200': {description: ok}").with(wrong).answer(status, "")))
                .hasSize(findings);
    }

    @Test
    void a_missing_body_has_no_media_type_either() {
        Intent missing = new Intent.Negative(new Mutation(
                Mutation.Location.BODY,
                Optional.empty(),
                JsonPointer.empty(),
                Optional.of("required"),
                "required body is missing"));
        Fixture post = Fixture.post("'200': {description: ok}").with(missing);
        assertThat(failures(post.answer(415, ""))).isEmpty();
        assertThat(failures(post.answer(411, ""))).isEmpty();
        assertThat(failures(post.answer(400, ""))).hasSize(1);
    }

    @Test
    void a_slow_answer_is_a_finding_only_if_there_is_a_limit() {
        assertThat(new MaxResponseTime().check(get.answer(200, ""))).isInstanceOf(Verdict.Skipped.class);
        assertThat(new MaxResponseTime().check(get.within(Duration.ofMillis(5)).answer(200, "")))
                .isInstanceOf(Verdict.Passed.class);
        Failure failure = only(get.within(Duration.ofMillis(4)).answer(200, ""));
        assertThat(failure.message()).contains("5 ms", "4 ms", "maxResponseTime");
        assertThat(failure.severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void the_advice_fits_the_status() {
        Fixture any = Fixture.get("default: {description: all}");
        assertThat(only(any.answer(405, "")).advice()).startsWith("Serve the method, or take the operation out");
        assertThat(only(any.answer(405, "")).message()).doesNotContain("does not help");
        assertThat(only(any.answer(415, "")).advice()).startsWith("Describe the body as required");
    }
}

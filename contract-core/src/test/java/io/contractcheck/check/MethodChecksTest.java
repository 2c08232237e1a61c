package io.contractcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.testcase.Deviation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of methods, their answers, and of headers that are left out. */
class MethodChecksTest {
    private static final String DOCUMENT = """
            /books:
              get: {responses: {'200': {description: ok}}}
              post: {responses: {'201': {description: ok}}}
            /books/{id}:
              get:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                responses: {'200': {description: ok, headers: {ETag: {required: true}}, content: {application/json: {}}}}
              delete:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                responses: {'204': {description: gone}}
            /books/newest:
              get: {responses: {'200': {description: ok}}}
            /mine:
              get: {security: [{key: []}], responses: {'200': {description: ok}}}
            /traced:
              get:
                parameters: [{name: X-Trace, in: header, required: true, schema: {type: string}}]
                responses: {default: {description: all}}
            """;

    private final Sent books = Sent.to("GET /books", DOCUMENT);
    private final Sent book = Sent.to("GET /books/{id}", DOCUMENT).giving("id", "\"1\"");

    @Test
    void a_method_that_is_not_there_is_answered_with_405_and_allow() {
        assertThat(books.otherMethod("PUT").findings(405, "Allow: GET, POST")).isEmpty();
        assertThat(books.otherMethod("PUT").findings(405)).containsExactly("unsupported_method: 405 without Allow");
        Failure failure = Fixture.only(books.otherMethod("PUT").answered(200));
        assertThat(failure.id().cause()).isEqualTo("PUT answered as if it were there");
        assertThat(failure.message()).contains("no PUT on /books, only GET, POST", "405", "200");
        assertThat(failure.advice())
                .contains("<expectedStatuses>unsupported_method GET /books: 405 5xx 200</expectedStatuses>");
        assertThat(books.otherMethod("PUT")
                        .expecting("unsupported_method", "405 200")
                        .findings(200))
                .isEmpty();
    }

    @Test
    void methods_that_are_refused_in_the_wrong_way_are_one_finding() {
        assertThat(books.otherMethod("PUT").findings(400)).containsExactly("unsupported_method: 400 instead of 405");
        assertThat(books.otherMethod("PATCH").findings(400)).containsExactly("unsupported_method: 400 instead of 405");
    }

    @Test
    void a_path_with_parameters_may_answer_404_and_another_may_not() {
        assertThat(book.otherMethod("PUT").findings(404)).isEmpty();
        assertThat(books.otherMethod("PUT").findings(404)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 302})
    void a_secured_operation_may_ask_who_calls_first(int status) {
        assertThat(Sent.to("GET /mine", DOCUMENT).otherMethod("PUT").findings(status))
                .isEmpty();
        assertThat(books.otherMethod("PUT").findings(status)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"TRACE,501,0", "QUERY,501,0", "QUERY,400,0", "TRACE,404,0", "TRACE,200,1", "PUT,501,1", "QUERY,500,1"})
    void methods_that_servers_need_not_know_may_be_refused_by_the_server(String method, int status, int findings) {
        assertThat(books.otherMethod(method).findings(status)).hasSize(findings);
    }

    @Test
    void options_and_methods_of_another_path_at_the_same_place_are_no_surprise() {
        assertThat(books.otherMethod("OPTIONS").findings(200)).isEmpty();
        assertThat(Sent.to("GET /books/newest", DOCUMENT).otherMethod("DELETE").findings(204))
                .isEmpty();
        assertThat(Sent.to("GET /books/newest", DOCUMENT).otherMethod("PUT").findings(204))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            200, 'GET,HEAD,POST,OPTIONS', none
            204, 'GET, post', none
            200, 'GET', missing POST
            405, 'GET, POST, PUT', undocumented PUT
            200, 'POST, GET, TRACE', none
            200, '*', none
            403, 'GET', none
            """)
    void allow_names_the_documented_methods(int status, String allow, String cause) {
        assertThat(books.otherMethod("OPTIONS").findings(status, "Allow: " + allow))
                .isEqualTo(cause == null ? List.of() : List.of("allow_header_conformance: " + cause));
    }

    @Test
    void allow_may_stand_on_several_lines_and_may_name_methods_of_overlapping_paths() {
        assertThat(books.otherMethod("OPTIONS").findings(200, "Allow: GET", "Allow: POST"))
                .isEmpty();
        assertThat(Sent.to("GET /books/newest", DOCUMENT).otherMethod("OPTIONS").findings(200, "Allow: GET, DELETE"))
                .isEmpty();
        assertThat(books.otherMethod("OPTIONS").findings(200, "Allow: PUT"))
                .containsExactly(
                        "allow_header_conformance: missing GET, POST", "allow_header_conformance: undocumented PUT");
    }

    private Sent head(int get) {
        return book.but(new Deviation.Method("HEAD"))
                .after(book.answered(get, "ETag: x", "Content-Type: application/json"));
    }

    @Test
    void head_is_answered_like_get_and_nothing_else_is_asked_of_it() {
        assertThat(head(200).findings(200)).isEmpty();
        assertThat(head(404).findings(405)).isEmpty();
        Failure failure = Fixture.only(head(200).answered(405));
        assertThat(failure.id()).isEqualTo(new FailureId("GET /books/{id}", "head_conformance", "HEAD 405, GET 2xx"));
        assertThat(failure.severity()).isEqualTo(Severity.LOW);
        assertThat(failure.message()).contains("200 for GET, and then 405 for HEAD");
        assertThat(head(200).findings(501)).containsExactly("head_conformance: HEAD 501, GET 2xx");
        assertThat(head(200).expecting("head_conformance", "405").findings(405)).isEmpty();
    }

    @Test
    void head_that_fails_as_get_did_is_no_second_failure() {
        assertThat(head(500).findings(500)).isEmpty();
        assertThat(head(500).findings(503)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"200, 401", "200,429", "429,200", "302,200", "200,302", "500,200"})
    void what_tells_of_the_moment_is_no_difference(int get, int head) {
        assertThat(head(get).findings(head)).isEmpty();
    }

    @Test
    void head_without_the_same_get_before_it_proves_nothing() {
        Sent head = book.but(new Deviation.Method("HEAD"));
        assertThat(head.findings(405)).isEmpty();
        CheckContext other =
                Sent.to("GET /books/{id}", DOCUMENT).giving("id", "\"2\"").answered(200);
        assertThat(head.after(other).findings(405)).isEmpty();
        assertThat(head(200).findings(500)).singleElement().asString().startsWith("not_a_server_error");
    }

    @Test
    void a_missing_header_is_told_by_its_own_check_alone() {
        Sent without = Sent.to("GET /traced", DOCUMENT).wrong("HEADER X-Trace", "", "required");
        assertThat(without.findings(200)).containsExactly("missing_required_header: x-trace");
        assertThat(Fixture.only(without.answered(200)).message())
                .contains("requires the header X-Trace (shop.yaml#/paths/~1traced/get/parameters/0)")
                .contains("answered 200");
        assertThat(Fixture.only(without.answered(200)).advice())
                .contains("missing_required_header GET /traced: 207 3xx 4xx 5xx 200");
        assertThat(without.expecting("missing_required_header", "2xx").findings(200))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 406, 415, 422, 428, 429})
    void a_missing_header_may_be_refused_with_any_4xx(int status) {
        assertThat(Sent.to("GET /traced", DOCUMENT)
                        .wrong("HEADER X-Trace", "", "required")
                        .findings(status))
                .isEmpty();
    }
}

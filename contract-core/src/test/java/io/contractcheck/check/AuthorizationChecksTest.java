package io.contractcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.auth.Callers;
import io.contractcheck.auth.Granted;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Identity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of answers to others than the run's user. The whole way is shown where the phase is tested. */
class AuthorizationChecksTest {
    private static final String DOCUMENT = """
            /books:
              get:
                security: [{key: [], other: [a, b]}, {third: []}]
                responses: {'200': {description: ok, content: {application/json: {}}}}
              post: {security: [{}, {key: []}], responses: {'201': {description: ok}}}
              head: {security: [{key: []}], responses: {'200': {description: ok}}}
            /books/{id}:
              get:
                security: [{key: [books]}]
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                responses: {'200': {description: ok}}
            /api/login:
              post: {security: [{key: []}], responses: {'200': {description: ok}}}
            """;
    private static final Deviation NOBODY = new Deviation.SentBy(new Identity.Anonymous());
    private static final Deviation INVENTED =
            new Deviation.SentBy(new Identity.Forged("key", Identity.Forgery.INVENTED));
    private static final Deviation BOB = new Deviation.SentBy(new Identity.User("bob"));

    private final Sent books = Sent.to("GET /books", DOCUMENT);
    private final Sent book = Sent.to("GET /books/{id}", DOCUMENT).giving("id", "\"1\"");

    private static Sent knowing(Sent sent, String... scopesOfBob) {
        Callers callers = new Callers(
                List.of(new Granted("alice", Optional.empty()), new Granted("bob", Optional.of(List.of(scopesOfBob)))),
                List.of("/v1/api/login"));
        return new Sent(sent.testCase(), sent.settings().with(callers), sent.earlier());
    }

    @ParameterizedTest
    @CsvSource({"200,1", "204,1", "207,0", "401,0", "403,0", "404,0", "400,0", "301,0", "302,0", "429,0", "405,0"})
    void only_who_is_let_in_without_credentials_is_a_finding(int status, int findings) {
        assertThat(books.but(NOBODY).findings(status).stream().filter(f -> f.startsWith("ignored_auth")))
                .hasSize(findings);
    }

    @Test
    void it_says_what_the_document_requires_and_what_to_do() {
        Failure failure = Fixture.only(books.but(NOBODY).answered(200));
        assertThat(failure.id()).isEqualTo(new FailureId("GET /books", "ignored_auth", "anonymous"));
        assertThat(failure.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(failure.message())
                .contains("key and other [a, b], or third (shop.yaml#/paths/~1books/get/security)")
                .contains("Sent without credentials, the request was answered with 200");
        assertThat(failure.advice())
                .contains("`security: []` at shop.yaml#/paths/~1books/get")
                .contains("<expectedStatuses>ignored_auth GET /books: 200</expectedStatuses>");
        assertThat(books.but(NOBODY).expecting("ignored_auth", "2xx").findings(200))
                .isEmpty();
    }

    @Test
    void what_may_be_called_without_credentials_is_left_alone() {
        assertThat(Sent.to("POST /books", DOCUMENT).but(NOBODY).findings(201)).isEmpty();
        assertThat(Sent.to("HEAD /books", DOCUMENT).but(NOBODY).findings(200)).isEmpty();
        assertThat(knowing(Sent.to("POST /api/login", DOCUMENT)).but(NOBODY).findings(200))
                .isEmpty();
        assertThat(Sent.to("POST /api/login", DOCUMENT).but(NOBODY).findings(200))
                .hasSize(1);
        assertThat(books.findings(200)).isEmpty();
    }

    @Test
    void a_page_to_log_in_is_no_answer() {
        assertThat(books.but(NOBODY).findings(200, "Content-Type: text/html; charset=utf-8"))
                .containsExactly("content_type_conformance: 200 text/html");
    }

    @Test
    void forged_credentials_are_a_finding_where_none_are_refused() {
        assertThat(books.but(INVENTED).findings(200)).isEmpty();
        assertThat(books.but(INVENTED).after(books.but(NOBODY).answered(200)).findings(200))
                .isEmpty();
        assertThat(books.but(INVENTED).after(books.but(NOBODY).answered(401)).findings(401))
                .isEmpty();
        Failure failure = Fixture.only(
                books.but(INVENTED).after(books.but(NOBODY).answered(401)).answered(200));
        assertThat(failure.id().cause()).isEqualTo("invented:key");
        assertThat(failure.message())
                .contains("Sent with invented credentials for the security scheme key")
                .contains("Without credentials, it was refused.");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 400, 401, 403, 404, 422})
    void no_check_speaks_of_how_others_are_refused(int status) {
        assertThat(books.but(NOBODY).findings(status, "Content-Type: text/html"))
                .isEmpty();
        assertThat(books.but(BOB).findings(status, "Content-Type: text/html")).isEmpty();
        assertThat(books.findings(status)).isNotEmpty();
    }

    @Test
    void a_server_error_is_one_whoever_asks() {
        assertThat(books.but(NOBODY).findings(500)).hasSize(1);
    }

    @Test
    void a_scope_that_is_required_and_lacking_is_asked_for() {
        CheckContext refused = book.but(NOBODY).answered(401);
        assertThat(knowing(book.but(BOB).after(refused), "films").findings(200))
                .containsExactly("function_level_authorization: lacking books");
        assertThat(knowing(book.but(BOB).after(refused), "films").findings(403)).isEmpty();
        assertThat(knowing(book.but(BOB).after(refused), "films").findings(404)).isEmpty();
        assertThat(knowing(book.but(BOB).after(refused), "films", "books").findings(200))
                .isEmpty();
        assertThat(knowing(book.but(BOB), "films").findings(200)).isEmpty();
        assertThat(knowing(book.after(refused), "films").findings(200)).isEmpty();
        assertThat(book.but(BOB).after(refused).findings(200)).isEmpty();
    }

    @Test
    void one_alternative_without_further_scopes_suffices() {
        CheckContext refused = books.but(NOBODY).answered(401);
        assertThat(knowing(books.but(BOB).after(refused), "a").findings(200)).isEmpty();
    }

    @Test
    void a_login_may_refuse_what_is_made_up() {
        Sent login = Sent.to("POST /api/login", DOCUMENT);
        assertThat(login.findings(400)).anyMatch(f -> f.startsWith("positive_data_acceptance"));
        assertThat(knowing(login).findings(400)).noneMatch(f -> f.startsWith("positive_data_acceptance"));
        assertThat(knowing(login).findings(415)).anyMatch(f -> f.startsWith("positive_data_acceptance"));
    }
}

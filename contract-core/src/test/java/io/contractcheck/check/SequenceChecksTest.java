package io.contractcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.link.Source;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Identity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is used after it was deleted, and what is missing after it was created. */
class SequenceChecksTest {
    private static final String PATHS = """
            /users:
              get: {responses: {default: {description: any}}}
              post: {responses: {default: {description: any}}}
            /users/{id}:
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              get:
                parameters: [{name: fields, in: query, schema: {type: string}}]
                responses: {default: {description: any}}
              put: {requestBody: {content: {application/json: {schema: {type: object}}}}, responses: {default: {description: any}}}
              patch: {requestBody: {content: {application/json: {schema: {type: object}}}}, responses: {default: {description: any}}}
              delete: {responses: {default: {description: any}}}
              options: {responses: {default: {description: any}}}
            /users/{id}/restore:
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              post: {responses: {default: {description: any}}}
            /users/{id}/avatar:
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              get: {responses: {default: {description: any}}}
            /users/{id}/posts:
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              get: {responses: {default: {description: any}}}
              delete: {responses: {default: {description: any}}}
            /user/{userId}/posts/{post}:
              parameters:
                - {name: userId, in: path, required: true, schema: {type: string}}
                - {name: post, in: path, required: true, schema: {type: integer}}
              get: {responses: {default: {description: any}}}
            """;
    private static final Source ID = new Source.ResponseBody(List.of("id"));

    private final Sent create = Sent.to("POST /users", PATHS);
    private final CheckContext created = create.said(201, "{\"id\": 7}");

    private static Sent on(String label) {
        return Sent.to(label, PATHS).taking("id", "7", 0, ID);
    }

    private static Sent other(String label) {
        return Sent.to(label, PATHS).giving("id", "8");
    }

    private static List<String> said(String check, CheckContext context) {
        return Fixture.failures(context).stream()
                .filter(f -> f.id().check().equals(check))
                .map(f -> f.id().cause())
                .toList();
    }

    private static List<String> free(CheckContext context) {
        return said("use_after_free", context);
    }

    private static List<String> available(CheckContext context) {
        return said("ensure_resource_availability", context);
    }

    private List<CheckContext> deleted(int status) {
        return List.of(created, on("DELETE /users/{id}").answered(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PATCH"})
    void what_was_deleted_and_still_answers_is_a_finding(String method) {
        Failure failure =
                Fixture.failures(on(method + " /users/{id}").after(deleted(204)).said(200, "{\"id\": 7}")).stream()
                        .filter(f -> f.id().check().equals("use_after_free"))
                        .findFirst()
                        .orElseThrow();
        assertThat(failure.id().cause()).isEqualTo("after DELETE /users/{id}");
        assertThat(failure.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(failure.message()).contains("DELETE /users/{id} was answered with 204 at /api/users/7", method);
        assertThat(Checks.standard().stream()
                        .filter(c -> c.name().equals("use_after_free"))
                        .map(Check::subject))
                .containsExactly(Subject.SEQUENCE);
    }

    @Test
    void names_are_compared_by_value_and_words_without_their_plural() {
        Sent post = Sent.to("GET /user/{userId}/posts/{post}", PATHS)
                .giving("userId", "\"7\"")
                .giving("post", "1");
        assertThat(free(post.after(deleted(204)).said(200, "{\"id\": 1}"))).hasSize(1);
        Sent others = Sent.to("GET /user/{userId}/posts/{post}", PATHS)
                .giving("userId", "\"8\"")
                .giving("post", "1");
        assertThat(free(others.after(deleted(204)).said(200, "{\"id\": 1}"))).isEmpty();
        assertThat(free(other("GET /users/{id}").after(deleted(204)).answered(200)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 304, 401, 403, 404, 410, 500})
    void what_is_not_there_any_more_may_be_said_in_many_ways(int status) {
        assertThat(free(on("GET /users/{id}").after(deleted(204)).answered(status)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 301, 400, 404, 409, 500})
    void what_was_not_deleted_may_be_read(int status) {
        assertThat(free(on("GET /users/{id}").after(deleted(status)).answered(200)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "OPTIONS"})
    void deleting_twice_putting_it_back_and_asking_for_methods_are_no_uses(String method) {
        assertThat(free(on(method + " /users/{id}").after(deleted(204)).answered(200)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PUT /users/{id},201", "PUT /users/{id},200", "POST /users,201", "POST /users/{id}/restore,200"})
    void what_was_made_anew_is_there(String label, int status) {
        CheckContext again = (label.contains("{id}") ? on(label) : Sent.to(label, PATHS)).answered(status);
        CheckContext failed = (label.contains("{id}") ? on(label) : Sent.to(label, PATHS)).answered(404);
        List<CheckContext> calls = deleted(204);
        assertThat(free(on("GET /users/{id}")
                        .after(List.of(calls.get(0), calls.get(1), again))
                        .answered(200)))
                .isEmpty();
        assertThat(free(on("GET /users/{id}")
                        .after(List.of(calls.get(0), calls.get(1), failed))
                        .answered(200)))
                .hasSize(1);
    }

    @Test
    void a_repeated_delete_that_is_refused_does_not_hide_the_first_one() {
        List<CheckContext> calls = deleted(204);
        assertThat(free(on("GET /users/{id}")
                        .after(List.of(
                                calls.get(0),
                                calls.get(1),
                                on("DELETE /users/{id}").answered(404)))
                        .answered(200)))
                .hasSize(1);
    }

    @Test
    void what_was_never_there_was_not_deleted() {
        CheckContext refused = create.answered(400);
        assertThat(free(on("GET /users/{id}")
                        .after(List.of(refused, on("DELETE /users/{id}").answered(204)))
                        .answered(200)))
                .isEmpty();
        assertThat(free(other("GET /users/{id}")
                        .after(List.of(other("DELETE /users/{id}").answered(204)))
                        .answered(200)))
                .isEmpty();
    }

    @Test
    void what_empties_a_collection_leaves_it_there() {
        CheckContext emptied = on("DELETE /users/{id}/posts").answered(204);
        assertThat(free(on("GET /users/{id}/posts")
                        .after(List.of(created, emptied))
                        .said(200, "[1]")))
                .isEmpty();
    }

    @Test
    void a_list_within_what_was_deleted_may_be_empty() {
        Sent posts = on("GET /users/{id}/posts").after(deleted(204));
        assertThat(free(posts.said(200, "[]"))).isEmpty();
        assertThat(free(posts.said(200, "{\"items\": [], \"total\": 0}"))).isEmpty();
        assertThat(free(posts.said(200, "[{\"id\": 1}]"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"deleted\": true}",
                "{\"deletedAt\": \"2026-01-01\"}",
                "{\"state\": \"ARCHIVED\"}",
                "{\"data\": {\"is_deleted\": 1}}"
            })
    void what_says_that_it_is_deleted_may_be_read(String body) {
        Sent read = on("GET /users/{id}").after(deleted(204));
        assertThat(free(read.said(200, body))).isEmpty();
        assertThat(free(read.said(200, "{\"deleted\": false, \"deletedAt\": null, \"state\": \"open\"}")))
                .hasSize(1);
        assertThat(free(on("GET /users/{id}")
                        .after(List.of(created, on("DELETE /users/{id}").said(200, body)))
                        .answered(200)))
                .isEmpty();
    }

    @Test
    void what_others_delete_or_see_is_another_check_s() {
        Deviation bob = new Deviation.SentBy(new Identity.User("bob"));
        assertThat(free(on("GET /users/{id}")
                        .after(List.of(
                                created, on("DELETE /users/{id}").but(bob).answered(204)))
                        .answered(200)))
                .isEmpty();
        assertThat(free(on("GET /users/{id}").but(bob).after(deleted(204)).answered(200)))
                .isEmpty();
    }

    @Test
    void what_was_created_and_is_not_found_is_a_finding() {
        Failure failure = Fixture.only(on("GET /users/{id}").after(created).answered(404));
        assertThat(failure.id().check()).isEqualTo("ensure_resource_availability");
        assertThat(failure.id().cause()).isEqualTo("after POST /users");
        assertThat(failure.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(failure.message()).contains("POST /users was answered with 201", "GET /api/users/7");
        assertThat(available(on("DELETE /users/{id}").after(created).answered(404)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 301, 400, 401, 403, 409, 410, 500})
    void only_404_says_that_it_is_not_there(int status) {
        assertThat(available(on("GET /users/{id}").after(created).answered(status)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 301, 400, 409, 500})
    void what_was_not_created_at_once_may_be_missing(int status) {
        assertThat(available(
                        on("GET /users/{id}").after(create.answered(status)).answered(404)))
                .isEmpty();
    }

    @Test
    void what_is_made_up_in_the_request_may_be_why() {
        assertThat(available(on("GET /users/{id}")
                        .giving("fields", "\"name\"")
                        .after(created)
                        .answered(404)))
                .isEmpty();
        assertThat(available(Sent.to("GET /users/{id}", PATHS)
                        .giving("id", "7")
                        .after(created)
                        .answered(404)))
                .isEmpty();
        assertThat(available(on("PUT /users/{id}").body("{}").after(created).answered(404)))
                .isEmpty();
        assertThat(available(Sent.to("GET /users/{id}", PATHS)
                        .taking("id", "7", 0, new Source.RequestBody(JsonPointer.compile("/id")))
                        .after(created)
                        .answered(404)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE /users/{id}", "PUT /users/{id}", "POST /users/{id}/restore"})
    void what_something_was_done_to_may_be_gone(String label) {
        assertThat(available(on("GET /users/{id}")
                        .after(List.of(created, on(label).answered(200)))
                        .answered(404)))
                .isEmpty();
        assertThat(available(on("GET /users/{id}")
                        .after(List.of(created, on(label).answered(404)))
                        .answered(404)))
                .hasSize(1);
    }

    @Test
    void only_what_stands_in_the_collection_was_created_by_it() {
        assertThat(available(on("GET /users/{id}/avatar").after(created).answered(404)))
                .isEmpty();
        CheckContext listed = Sent.to("GET /users", PATHS).said(200, "[{\"id\": 7}]");
        assertThat(available(on("GET /users/{id}").after(listed).answered(404))).isEmpty();
    }

    @Test
    void who_is_somebody_else_may_not_see_it() {
        Deviation bob = new Deviation.SentBy(new Identity.User("bob"));
        assertThat(available(on("GET /users/{id}").but(bob).after(created).answered(404)))
                .isEmpty();
        assertThat(available(on("GET /users/{id}")
                        .after(create.but(bob).answered(201))
                        .answered(404)))
                .isEmpty();
    }

    @Test
    void each_is_missed_only_where_the_document_has_both_calls() {
        Check free = new UseAfterFree();
        Check there = new EnsureResourceAvailability();
        assertThat(free.concerns(on("GET /users/{id}").testCase().operation())).isTrue();
        assertThat(free.concerns(on("GET /users/{id}/avatar").testCase().operation()))
                .isFalse();
        assertThat(there.concerns(on("GET /users/{id}").testCase().operation())).isTrue();
        assertThat(there.concerns(on("GET /users/{id}/avatar").testCase().operation()))
                .isFalse();
    }
}

package io.contractcheck.internal.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.contractcheck.event.CaseId;
import io.contractcheck.event.Doubt;
import io.contractcheck.event.Doubt.Kind;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.ScenarioId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    private static Course good() {
        return Course.ofShop()
                .valid("GET /open", 200, 10)
                .credentialed("GET /books", 200, 10)
                .credentialed("GET /books/{id}", 404, 9)
                .credentialed("GET /books/{id}", 200, 1)
                .credentialed("GET /admin", 200, 10);
    }

    @Test
    void a_run_that_reached_everything_gives_none() {
        assertThat(good().doubts()).isEmpty();
    }

    @Test
    void a_run_without_a_case_tested_nothing() {
        Course none = Course.ofShop()
                .told(new RunEvent.OperationNotTested("GET /open", Optional.empty(), "#/paths/~1open: no valid value"));
        assertThat(none.only(Kind.NOTHING_TESTED))
                .startsWith("Nothing was tested: no request was sent to any of the 4 operations.\n")
                .contains("GET /open: #/paths/~1open: no valid value")
                .contains("contract.phases");
        assertThat(none.doubts()).allMatch(Doubt::fails);
    }

    @Test
    void where_all_is_404_the_documents_path_is_proposed() {
        Course lost = Course.ofShop()
                .valid("GET /open", 404, 3)
                .valid("GET /books", 404, 3)
                .invalid("GET /open", 400, 1);
        assertThat(lost.only(Kind.NOTHING_TESTED))
                .startsWith(
                        "Nothing was tested: none of the 6 answers to valid requests was a success; all were 404.\n")
                .contains("By the document's servers the path is /api/v1.")
                .contains("<baseUrl>http://127.0.0.1:8080/api/v1</baseUrl>")
                .doesNotContain("CaseHook");
    }

    @Test
    void a_path_that_the_documents_paths_repeat_is_proposed_to_go() {
        String document = """
                openapi: 3.0.3
                info: {title: Shop, version: '1'}
                paths: {/api/open: {get: {responses: {'200': {description: ok}}}}}
                """;
        Course doubled = Course.of(document, "http://127.0.0.1:8080/api").valid("GET /api/open", 404, 3);
        assertThat(doubled.only(Kind.NOTHING_TESTED)).contains("<baseUrl>http://127.0.0.1:8080</baseUrl>");
    }

    @Test
    void a_path_that_the_document_does_not_ask_for_is_proposed_to_go() {
        String document = """
                openapi: 3.0.3
                info: {title: Shop, version: '1'}
                paths: {/open: {get: {responses: {'200': {description: ok}}}}}
                """;
        Course lost = Course.of(document, "http://127.0.0.1:8080/wrong").valid("GET /open", 404, 3);
        assertThat(lost.only(Kind.NOTHING_TESTED))
                .contains("/wrong, may be wrong", "<baseUrl>http://127.0.0.1:8080</baseUrl>");
    }

    @Test
    void where_only_ids_are_asked_for_404_may_be_a_lack_of_data() {
        Course lost = Course.ofShop().valid("GET /books/{id}", 404, 3);
        assertThat(lost.only(Kind.NOTHING_TESTED)).contains("</baseUrl>").contains("CaseHook");
        String document = Course.SHOP.replace("/api/v1", "");
        Course either = Course.of(document, "http://127.0.0.1:8080").valid("GET /books/{id}", 404, 3);
        assertThat(either.only(Kind.NOTHING_TESTED))
                .contains("made up for id.\nGive the requests values that exist")
                .contains("\nOr the service is not at http://127.0.0.1:8080");
        Course there = Course.ofShop().valid("GET /books/{id}", 404, 3).invalid("GET /books/{id}", 401, 1);
        assertThat(there.only(Kind.NOTHING_TESTED))
                .contains("CaseHook")
                .doesNotContain("baseUrl")
                .doesNotContain("not at");
    }

    @Test
    void invalid_requests_that_are_refused_are_no_doubt_but_all_404_or_401_are() {
        assertThat(Course.ofShop().invalid("GET /open", 400, 9).doubts()).isEmpty();
        assertThat(Course.ofShop()
                        .invalid("GET /open", 400, 9)
                        .invalid("GET /open", 404, 10)
                        .doubts())
                .isEmpty();
        assertThat(Course.ofShop().invalid("GET /open", 404, 9).kinds()).containsExactly(Kind.NOTHING_TESTED);
        assertThat(Course.ofShop().invalid("GET /open", 401, 9).kinds()).containsExactly(Kind.NOTHING_TESTED);
    }

    @Test
    void a_broken_service_is_the_matter_of_checks() {
        assertThat(Course.ofShop()
                        .valid("GET /open", 500, 9)
                        .valid("GET /books", 404, 3)
                        .kinds())
                .doesNotContain(Kind.NOTHING_TESTED);
    }

    @Test
    void all_401_without_credentials_names_the_scheme_and_the_parameter() {
        Course course = Course.ofShop().valid("GET /books", 401, 15).valid("GET /books/{id}", 401, 5);
        assertThat(course.only(Kind.NOTHING_TESTED))
                .contains("all were 401")
                .contains("No credentials are configured; the document requires 'bearer' (bearer authentication).")
                .contains("contract.tokenCommand");
        assertThat(Doubts.turnedAway(course.evidence()))
                .hasValueSatisfying(m -> assertThat(m)
                        .startsWith("Nothing was tested: all 20 answers to valid requests were 401 or 403.\n")
                        .contains("contract.tokenCommand"));
    }

    @Test
    void one_answer_of_another_kind_and_few_of_all_keep_the_run_going() {
        Course course = Course.ofShop().valid("GET /books", 401, 50).valid("GET /books/{id}", 404, 1);
        assertThat(Doubts.turnedAway(course.evidence())).isEmpty();
        assertThat(Doubts.turnedAway(
                        Course.ofShop().valid("GET /books", 401, 19).evidence()))
                .isEmpty();
        assertThat(Doubts.turnedAway(Course.ofShop().evidence())).isEmpty();
    }

    @Test
    void all_401_of_a_document_without_security_is_told_as_such() {
        String document = """
                openapi: 3.0.3
                info: {title: Shop, version: '1'}
                paths: {/open: {get: {responses: {'200': {description: ok}}}}}
                """;
        Course course = Course.of(document, "http://127.0.0.1:8080").valid("GET /open", 401, 3);
        assertThat(course.only(Kind.NOTHING_TESTED)).contains("of which the document says nothing");
    }

    @Test
    void a_rate_limit_that_refuses_all_is_named() {
        assertThat(Course.ofShop().valid("GET /open", 429, 9).only(Kind.NOTHING_TESTED))
                .contains("rate limit");
    }

    @Test
    void over_half_of_the_credentialed_answers_turned_away_fails() {
        Course half = good().credentialed("GET /admin", 403, 31);
        assertThat(half.only(Kind.MISSING_AUTH))
                .startsWith("Most of the run was turned away: 31 of the 61 answers to valid requests with credentials"
                        + " were 401 or 403, most of GET /admin.\n")
                .contains("forbids it (403)")
                .contains("admin:read");
        assertThat(half.doubts()).allMatch(Doubt::fails);
        assertThat(good().credentialed("GET /admin", 403, 30).doubts()).isEmpty();
    }

    @Test
    void a_token_that_expires_is_seen_although_most_answers_were_good() {
        Course course = good().user("alice", "bearer")
                .told(new RunEvent.CredentialUsed("alice", "bearer", 5))
                .credentialed("GET /books", 401, 11);
        assertThat(course.only(Kind.MISSING_AUTH))
                .startsWith("From some moment on nothing was tested that is secured: the last 11 valid requests with"
                        + " credentials were not let in.\n")
                .contains("accepted 21 times, and never since coverage GET /books #40")
                .contains("contract.tokenCommand");
    }

    @Test
    void a_lock_out_needs_an_operation_that_was_accepted_before_and_more_than_a_few_cases() {
        assertThat(good().credentialed("GET /books", 401, 10).doubts()).isEmpty();
        Course other = Course.ofShop().credentialed("GET /books", 200, 20).credentialed("GET /admin", 401, 15);
        assertThat(other.summary().lockOut()).isEmpty();
        assertThat(other.kinds()).containsExactly(Kind.OPERATION_AUTH);
        assertThat(good().credentialed("GET /books", 401, 20)
                        .credentialed("GET /books", 200, 1)
                        .doubts())
                .isEmpty();
    }

    @Test
    void all_that_is_secured_turned_away_fails_though_the_open_part_was_tested() {
        Course course = Course.ofShop()
                .valid("GET /open", 200, 50)
                .valid("GET /books", 401, 5)
                .valid("GET /books/{id}", 401, 5)
                .valid("GET /admin", 401, 5);
        assertThat(course.only(Kind.MISSING_AUTH))
                .contains("all 3 operations that the document secures")
                .contains("GET /admin (401)")
                .contains("No credentials are configured");
    }

    @Test
    void single_operations_turned_away_are_told_by_cause_and_do_not_fail() {
        Course course = good().valid("GET /open", 200, 1)
                .told(new RunEvent.CredentialReady("alice", "bearer", "known"))
                .told(new RunEvent.CredentialUsed("alice", "bearer", 5));
        Course some = Course.ofShop()
                .user("alice", "bearer")
                .told(new RunEvent.CredentialUsed("alice", "bearer", 5))
                .valid("GET /open", 401, 5)
                .credentialed("GET /books", 200, 10)
                .credentialed("GET /books/{id}", 200, 10)
                .valid("GET /admin", 401, 3);
        assertThat(course.doubts()).isEmpty();
        assertThat(some.kinds()).containsExactly(Kind.OPERATION_AUTH, Kind.OPERATION_AUTH);
        assertThat(some.doubts()).noneMatch(Doubt::fails);
        assertThat(some.doubts().get(0).message())
                .startsWith("No valid request to 1 operation succeeded; all were turned away: GET /open (401).\n")
                .contains("The document has no security on the operation");
        assertThat(some.doubts().get(1).message())
                .contains("the operation requires 'login' (a bearer token, oauth2)")
                .contains("configured are for 'bearer'");
    }

    @Test
    void credentials_that_were_never_taken_are_told_apart_from_a_lack_of_permission() {
        Course wrong = Course.ofShop()
                .user("alice", "bearer")
                .told(new RunEvent.CredentialUsed("alice", "bearer", 5))
                .valid("GET /open", 200, 50)
                .credentialed("GET /books", 401, 5);
        assertThat(wrong.only(Kind.MISSING_AUTH)).contains("the service does not take them");
        Course forbidden = good().user("alice", "login")
                .told(new RunEvent.CredentialUsed("alice", "login", 5))
                .credentialed("GET /books", 403, 41);
        assertThat(forbidden.only(Kind.MISSING_AUTH)).contains("The service knows the user 'alice' and forbids it");
    }

    @Test
    void operations_that_never_find_anything_are_told_with_their_parameters() {
        Course course = Course.ofShop().valid("GET /open", 200, 5).valid("GET /books/{id}", 404, 5);
        assertThat(course.only(Kind.MISSING_TEST_DATA))
                .startsWith("No valid request to 1 operation succeeded; all found nothing: GET /books/{id} (404).\n")
                .contains("made up for id")
                .contains("CaseHook");
        assertThat(course.doubts()).noneMatch(Doubt::fails);
        Course gone = good().valid("GET /books", 200, 1);
        assertThat(gone.doubts()).isEmpty();
    }

    private static final String TASKS = """
            openapi: 3.0.3
            info: {title: Tasks, version: '1'}
            components:
              schemas: {Task: {type: object, properties: {id: {type: string}}}}
              responses: {Task: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Task'}}}}}
            paths:
              /open: {get: {responses: {'200': {description: ok}}}}
              /tasks:
                post: {responses: {'201': {$ref: '#/components/responses/Task'}}}
              /tasks/{taskId}:
                parameters: [{name: taskId, in: path, required: true, schema: {type: string}}]
                get: {responses: {'200': {description: ok}}}
                delete: {responses: {'204': {description: ok}}}
              /jobs/{jobId}:
                parameters: [{name: jobId, in: path, required: true, schema: {type: string}}]
                get: {responses: {'200': {description: ok}}}
            """;

    private static Course tasks() {
        return Course.of(TASKS, "http://127.0.0.1:8080").valid("GET /open", 200, 1);
    }

    @Test
    void what_no_operation_brings_is_told_with_the_ways_to_bring_it() {
        Course course = tasks().valid("POST /tasks", 201, 1)
                .valid("GET /tasks/{taskId}", 200, 5)
                .valid("DELETE /tasks/{taskId}", 204, 5)
                .valid("GET /jobs/{jobId}", 404, 5);
        assertThat(course.only(Kind.MISSING_TEST_DATA))
                .startsWith("No valid request to 1 operation succeeded; all found nothing: GET /jobs/{jobId} (404).\n")
                .contains("made up for jobId, and no operation is known to bring one that does.\n")
                .contains("<links>", "<dictionary>", "CaseHook");
    }

    @Test
    void operations_that_wait_for_one_that_never_succeeds_are_one_doubt_that_names_it() {
        Course course = tasks().valid("POST /tasks", 500, 1)
                .valid("GET /tasks/{taskId}", 404, 5)
                .valid("DELETE /tasks/{taskId}", 404, 5)
                .valid("GET /jobs/{jobId}", 200, 5);
        assertThat(course.only(Kind.MISSING_TEST_DATA))
                .startsWith("No valid request to 2 operations succeeded; all found nothing: ")
                .contains("never succeeded either: POST /tasks.\n");
    }

    @Test
    void what_a_sequence_of_calls_reached_is_no_lack_of_data() {
        Course course = tasks().valid("POST /tasks", 201, 1)
                .valid("GET /tasks/{taskId}", 404, 50)
                .valid("GET /tasks/{taskId}", 200, 1)
                .valid("DELETE /tasks/{taskId}", 204, 5)
                .valid("GET /jobs/{jobId}", 200, 5);
        assertThat(course.doubts()).isEmpty();
    }

    @Test
    void what_the_service_says_of_several_operations_that_refuse_all_is_told_of_each() {
        Course course = tasks().saying("{\"detail\": \"a name is needed\"}")
                .valid("POST /tasks", 400, 30)
                .saying("{\"detail\": \"no such format\"}")
                .valid("GET /jobs/{jobId}", 422, 30);
        assertThat(course.only(Kind.VALIDATION_MISMATCH))
                .contains("\nThe service said to POST /tasks: a name is needed")
                .contains("\nThe service said to GET /jobs/{jobId}: no such format")
                .contains("<dictionary>");
    }

    @Test
    void an_operation_without_ids_that_is_not_found_is_not_served() {
        Course course = Course.ofShop().valid("GET /open", 404, 5).credentialed("GET /books", 200, 5);
        assertThat(course.only(Kind.MISSING_TEST_DATA)).contains("does not serve it at http://127.0.0.1:8080");
    }

    @Test
    void the_services_words_are_shown_and_how_to_hear_them_again() {
        Course course = Course.ofShop()
                .credentialed("GET /books", 200, 5)
                .saying("{\"detail\": \"switched off\"}")
                .valid("GET /open", 400, 1)
                .saying("{\"detail\": \"for members only\"}")
                .valid("GET /open", 403, 5);
        assertThat(course.only(Kind.OPERATION_AUTH))
                .contains("may be switched off, or be for users with credentials")
                .endsWith(
                        "\nThe service said: for members only\nReproduce: curl 'http://127.0.0.1:8080/open' -H 'Accept:'");
    }

    @Test
    void a_login_may_refuse_what_is_made_up() {
        String document = """
                openapi: 3.0.3
                info: {title: Shop, version: '1'}
                paths:
                  /open: {get: {responses: {'200': {description: ok}}}}
                  /login: {post: {responses: {'200': {description: ok}}}}
                """;
        for (int status : new int[] {400, 401, 403, 404, 422}) {
            Course course = Course.of(document, "http://127.0.0.1:8080/api")
                    .valid("GET /open", 200, 1)
                    .valid("POST /login", status, 5);
            assertThat(course.doubts()).isEmpty();
        }
    }

    @Test
    void a_login_that_the_document_secures_with_all_else_may_too() {
        String document = """
                openapi: 3.0.3
                info: {title: Shop, version: '1'}
                components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}
                security: [{bearer: []}]
                paths:
                  /open: {get: {security: [], responses: {'200': {description: ok}}}}
                  /books: {get: {responses: {'200': {description: ok}}}}
                  /login: {post: {responses: {'200': {description: ok}}}}
                """;
        Course open = Course.of(document, "http://127.0.0.1:8080/api").valid("GET /open", 200, 1);
        assertThat(open.valid("POST /login", 401, 5).doubts()).isEmpty();
        Course most = Course.of(document, "http://127.0.0.1:8080/api").credentialed("GET /books", 200, 4);
        assertThat(most.credentialed("POST /login", 401, 5).doubts()).isEmpty();
    }

    @Test
    void what_the_body_or_the_query_names_may_be_what_is_not_found() {
        String document = """
                openapi: 3.0.3
                info: {title: Shop, version: '1'}
                paths:
                  /books:
                    get: {parameters: [{name: author, in: query, schema: {type: string}}], responses: {'200': {description: ok}}}
                    post: {requestBody: {content: {application/json: {schema: {type: object}}}}, responses: {'200': {description: ok}}}
                    head: {responses: {'200': {description: ok}}}
                """;
        Course course = Course.of(document, "http://127.0.0.1:8080")
                .valid("HEAD /books", 200, 5)
                .valid("GET /books", 404, 5)
                .valid("POST /books", 404, 5)
                .valid("POST /books", 400, 1);
        assertThat(course.only(Kind.MISSING_TEST_DATA))
                .startsWith("No valid request to 2 operations succeeded; most found nothing: GET /books (404),"
                        + " POST /books (404, 400).\n")
                .contains("made up for author, the body of POST /books");
    }

    @Test
    void operations_that_refuse_all_or_are_not_there_are_told() {
        Course refused = Course.ofShop()
                .valid("GET /open", 422, 3)
                .valid("GET /open", 404, 1)
                .valid("GET /books", 200, 1);
        assertThat(refused.only(Kind.VALIDATION_MISMATCH)).contains("GET /open (422, 404)");
        Course absent = Course.ofShop().valid("GET /open", 405, 3).valid("GET /books", 200, 1);
        assertThat(absent.only(Kind.METHOD_NOT_ALLOWED))
                .startsWith(
                        "No valid request to 1 operation succeeded; all were answered that the method is not there: GET /open (405).\n");
    }

    @Test
    void a_check_that_judged_nothing_is_told_if_it_had_something_to_look_at() {
        Course course = good().told(new RunEvent.CheckPlanned("response_schema_conformance", 3))
                .told(new RunEvent.CheckPlanned("response_headers_conformance", 0))
                .told(new RunEvent.CheckPlanned("not_a_server_error", 4));
        assertThat(course.only(Kind.UNUSED_CHECK))
                .startsWith(
                        "The check response_schema_conformance judged nothing, though 3 operations give it something")
                .contains("<excludeChecks>response_schema_conformance</excludeChecks>");
        assertThat(good().told(new RunEvent.CheckPlanned("use_after_free", 1)).only(Kind.UNUSED_CHECK))
                .contains("Likely cause: no sequence came so far");
        assertThat(Course.ofShop()
                        .valid("GET /open", 404, 3)
                        .told(new RunEvent.CheckPlanned("response_schema_conformance", 3))
                        .kinds())
                .containsExactly(Kind.NOTHING_TESTED);
        Course withheld = course.told(new RunEvent.CaseWithheld(
                new CaseId(new ScenarioId("coverage", "GET /open", 0), "GET /open", 0), Purpose.CASE, "", "why"));
        assertThat(withheld.only(Kind.UNUSED_CHECK)).contains("1 case was not sent");
    }

    @Test
    void hooks_that_did_nothing_are_told_and_required_ones_always_fail() {
        Course course = good().told(hook("a.Idle", Optional.empty(), false))
                .told(new RunEvent.HookUsed("a.Idle", 5, 0))
                .told(hook("a.Scoped", Optional.of("/nothing"), true))
                .told(new RunEvent.HookUsed("a.Scoped", 0, 0))
                .told(hook("a.Busy", Optional.empty(), true))
                .told(new RunEvent.HookUsed("a.Busy", 5, 1));
        List<Doubt> doubts = Doubts.of(course.evidence(), List.of());
        assertThat(doubts).extracting(Doubt::kind).containsExactly(Kind.REQUIRED_HOOK, Kind.UNUSED_HOOK);
        assertThat(doubts).extracting(Doubt::fails).containsExactly(true, false);
        assertThat(doubts.get(0).message())
                .startsWith("The required hook a.Scoped never applied")
                .contains("/nothing")
                .contains("hooks.jar");
        assertThat(doubts.get(1).message()).contains("asked 5 times and changed nothing");
    }

    private static RunEvent hook(String name, Optional<String> scope, boolean required) {
        return new RunEvent.HookLoaded(name, "hooks.jar", Optional.empty(), Optional.empty(), scope, required);
    }

    @Test
    void a_credential_that_nobody_needed_is_told_but_not_of_strangers_who_had_nothing_to_do() {
        Course course = good().user("alice", "key").told(new RunEvent.CredentialReady("bob", "bearer", "known"));
        assertThat(course.only(Kind.UNUSED_AUTH))
                .startsWith("The credential 'key' of alice was put on no request.\n")
                .contains("require 'bearer' or 'login'");
        course.told(new RunEvent.CheckPlanned("object_level_authorization", 2));
        assertThat(course.kinds()).containsExactly(Kind.UNUSED_CHECK, Kind.UNUSED_AUTH, Kind.UNUSED_AUTH);
    }

    private static Course cut(Course course, String... operations) {
        for (String operation : operations) {
            course.told(new RunEvent.OperationCut("coverage", operation, 1));
        }
        return course.told(new RunEvent.RunCut(RunEvent.RunCut.Reason.TIME, "The time was up. Set maxTime higher."));
    }

    @Test
    void a_run_whose_time_was_up_blames_nobody_for_what_it_did_not_see() {
        Course course = good().told(new RunEvent.CheckPlanned("response_schema_conformance", 3))
                .told(hook("a.Idle", Optional.empty(), false))
                .told(new RunEvent.CredentialReady("", "bearer", "a token"));
        assertThat(course.kinds()).containsExactly(Kind.UNUSED_CHECK, Kind.UNUSED_HOOK, Kind.UNUSED_AUTH);
        assertThat(cut(course, "GET /books").kinds()).isEmpty();
    }

    @Test
    void a_run_whose_time_was_up_speaks_of_missing_data_where_it_saw_enough() {
        Course course = Course.ofShop()
                .valid("GET /open", 200, 10)
                .credentialed("GET /books", 200, 10)
                .credentialed("GET /books/{id}", 404, 5)
                .credentialed("GET /admin", 200, 10);
        assertThat(course.kinds()).containsExactly(Kind.MISSING_TEST_DATA);
        assertThat(cut(course, "GET /books/{id}").kinds()).isEmpty();
        assertThat(course.credentialed("GET /books/{id}", 404, 15).kinds()).containsExactly(Kind.MISSING_TEST_DATA);
    }

    @Test
    void a_run_without_time_for_a_case_tested_nothing_and_says_why() {
        assertThat(cut(Course.ofShop(), "GET /open").only(Kind.NOTHING_TESTED))
                .isEqualTo("Nothing was tested: no request was sent to any of the 4 operations.\nThe time was up."
                        + " Set maxTime higher.");
    }

    @Test
    void what_another_doubt_explains_is_told_if_the_build_fails_by_it_alone() {
        Course course = Course.ofShop().valid("GET /books", 401, 5);
        assertThat(Doubts.of(course.evidence(), List.of(Kind.MISSING_AUTH)))
                .extracting(Doubt::kind, Doubt::fails)
                .containsExactly(tuple(Kind.NOTHING_TESTED, false), tuple(Kind.MISSING_AUTH, true));
        assertThat(Doubts.of(course.evidence(), List.of(Kind.MISSING_AUTH, Kind.NOTHING_TESTED)))
                .extracting(Doubt::kind)
                .containsExactly(Kind.NOTHING_TESTED);
    }

    @Test
    void a_doubt_fails_by_its_kind_alone() {
        Course course = Course.ofShop().valid("GET /open", 404, 5).credentialed("GET /books", 200, 5);
        assertThat(Doubts.of(course.evidence(), List.of(Kind.MISSING_TEST_DATA)))
                .allMatch(Doubt::fails);
        assertThat(Doubts.of(Course.ofShop().evidence(), List.of())).noneMatch(Doubt::fails);
    }
}

package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.TextNode;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckContext;
import io.contractcheck.check.Severity;
import io.contractcheck.check.Verdict;
import io.contractcheck.event.Journal;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.Sender;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.TestCase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsInRunTest {
    private static final Api API = Gate.api("""
            /a: {post: {}}
            /b: {post: {}}
            /c: {post: {}}
            /d: {post: {}}
            """);

    private static TestCase by(int operation, Identity identity) {
        return Gate.plain(API, operation).with(new Deviation.SentBy(identity));
    }

    private static Gate.Calling calling(TestCase... cases) {
        return new Gate.Calling("phase", List.of(cases));
    }

    private static List<RunEvent.CallAnswered> calls(Gate gate, Purpose purpose) {
        return gate.events.stream()
                .filter(RunEvent.CallAnswered.class::isInstance)
                .map(RunEvent.CallAnswered.class::cast)
                .filter(c -> c.purpose() == purpose)
                .toList();
    }

    @Test
    void a_case_that_meets_an_ended_token_is_sent_once_more_with_a_new_one() {
        AtomicReference<String> valid = new AtomicReference<>(Gate.token(1, "alice"));
        Gate gate = new Gate(r -> {
            if (r.path().equals("/b")) {
                valid.set(Gate.token(2, "alice"));
            }
            return Gate.carries(r, valid.get()) ? 200 : 401;
        });
        RunSummary summary = gate.run(
                API,
                List.of(Gate.login("alice")),
                List.of(),
                List.of(),
                calling(Gate.plain(API, 0), Gate.plain(API, 1), Gate.plain(API, 2)));
        assertThat(gate.paths()).containsExactly("/a", "/b", "/b", "/c");
        assertThat(gate.logins()).isEqualTo(2);
        assertThat(calls(gate, Purpose.CASE))
                .extracting(c -> c.exchange().response().status())
                .containsExactly(200, 200, 200);
        assertThat(calls(gate, Purpose.PROBE))
                .extracting(c -> c.exchange().response().status())
                .containsExactly(401);
        assertThat(summary.cases()).isEqualTo(3);
        assertThat(summary.requests()).isEqualTo(4);
        assertThat(summary.credentials().get(0).requests()).isEqualTo(4);
    }

    @Test
    void a_hook_that_signs_sees_the_new_token() {
        RequestHook signing = (request, operation, context) -> request.withHeader(
                "X-Signed", request.header("Authorization").orElse("").toUpperCase());
        Gate gate = new Gate(r -> Gate.carries(r, Gate.token(2, "alice")) ? 200 : 401);
        gate.run(API, List.of(Gate.login("alice")), List.of(signing), List.of(), calling(Gate.plain(API, 0)));
        assertThat(gate.sent.get(gate.sent.size() - 1).header("X-Signed")).contains("BEARER SECRET-TOKEN-2-OF-ALICE");
    }

    @Test
    void refreshing_ends_after_three_fruitless_times_and_the_run_goes_on() {
        Gate gate = new Gate(r -> 401);
        gate.run(
                API,
                List.of(Gate.login("alice")),
                List.of(),
                List.of(),
                calling(
                        Gate.plain(API, 0),
                        Gate.plain(API, 0),
                        Gate.plain(API, 1),
                        Gate.plain(API, 2),
                        Gate.plain(API, 3)));
        assertThat(gate.logins()).isEqualTo(4);
        assertThat(gate.paths()).containsExactly("/a", "/a", "/a", "/b", "/b", "/c", "/c", "/d");
        assertThat(gate.events)
                .filteredOn(RunEvent.Warned.class::isInstance)
                .singleElement()
                .asString()
                .contains("3 times in a row");
    }

    @Test
    void a_token_that_cannot_be_got_anew_and_senders_that_are_meant_to_be_refused_are_sent_once() {
        Gate gate = new Gate(r -> 401);
        TestCase aboutIt = Gate.plain(API, 2)
                .withIntent(new Intent.Negative(new Mutation(
                        Mutation.Location.HEADER,
                        Optional.of("Authorization"),
                        JsonPointer.empty(),
                        Optional.of("required"),
                        "no Authorization")));
        gate.run(
                API,
                List.of(Gate.login("alice")),
                List.of(),
                List.of(),
                calling(by(0, new Identity.Anonymous()), by(1, new Identity.User("alice")), aboutIt));
        assertThat(gate.paths()).containsExactly("/a", "/b", "/c");
        assertThat(gate.sent.get(3).header("Authorization")).isEmpty();
        Gate given = new Gate(r -> 401);
        given.run(API, List.of(Gate.given("bob", "fixed-token")), List.of(), List.of(), calling(Gate.plain(API, 0)));
        assertThat(given.paths()).containsExactly("/a");
    }

    @Test
    void who_sent_a_call_is_told() {
        Gate gate = new Gate(r -> 200);
        gate.run(
                API,
                List.of(Gate.login("alice"), Gate.login("bob")),
                List.of(),
                List.of(),
                calling(
                        Gate.plain(API, 0),
                        by(0, new Identity.Anonymous()),
                        by(0, new Identity.User("bob")),
                        by(0, new Identity.Forged("jwt", Identity.Forgery.INVENTED)),
                        by(0, new Identity.Forged("jwt", Identity.Forgery.TAMPERED))));
        assertThat(calls(gate, Purpose.CASE))
                .extracting(RunEvent.CallAnswered::sender)
                .containsExactly(
                        new Sender(true, Optional.empty()),
                        new Sender(false, Optional.of("without credentials")),
                        new Sender(true, Optional.of("as user bob")),
                        new Sender(true, Optional.of("with invented credentials for the security scheme jwt")));
        // a token that is no JWT cannot be tampered with: nothing is sent and nothing told
        assertThat(gate.events).noneMatch(RunEvent.CaseWithheld.class::isInstance);
        assertThat(calls(gate, Purpose.CASE).get(1).exchange().request().header("Authorization"))
                .isEmpty();
    }

    @Test
    void what_hooks_put_on_does_not_help_somebody_else() {
        RequestHook hook = (request, operation, context) ->
                request.withHeader("X-Api-Key", "key").withHeader("Authorization", "Bearer of-the-hook");
        Gate gate = new Gate(r -> 200);
        gate.run(API, List.of(), List.of(hook), List.of(), calling(by(0, new Identity.Anonymous())));
        assertThat(gate.sent)
                .singleElement()
                .satisfies(r -> assertThat(r.headers()).noneMatch(h -> h.is("X-Api-Key") || h.is("Authorization")));
    }

    private static final Api DECLARED = declared();

    private static Api declared() {
        return ApiReader.read(
                Documents.of(URI.create("memory:/k.yaml"), Yaml.parse("""
                        openapi: 3.0.3
                        info: {title: t, version: '1'}
                        components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
                        paths:
                          /keyed:
                            post:
                              security: [{key: []}]
                              parameters:
                                - {name: X-Key, in: header, required: true, schema: {type: string, format: uuid}}
                                - {name: size, in: query, schema: {type: integer}}
                        """)).root(URI.create("memory:/k.yaml")));
    }

    @Test
    void a_key_that_is_also_a_declared_parameter_changes_no_label() {
        Gate gate = new Gate(r -> 200);
        TestCase positive = new TestCase(
                DECLARED.operations().get(0),
                List.of(new ParameterValue(
                        DECLARED.operations().get(0).parameters().get(0),
                        TextNode.valueOf("0b7f8f4e-8a0c-4c39-9b57-1b2f3c4d5e6f"))),
                Optional.empty(),
                new Intent.Positive("plain"));
        TestCase negative = positive.withParameters(List.of(
                        positive.parameters().get(0),
                        new ParameterValue(
                                DECLARED.operations().get(0).parameters().get(1), TextNode.valueOf("much"))))
                .withIntent(new Intent.Negative(new Mutation(
                        Mutation.Location.QUERY,
                        Optional.of("size"),
                        JsonPointer.empty(),
                        Optional.of("type"),
                        "size is no integer")));
        TestCase without = positive.withParameters(List.of())
                .withIntent(new Intent.Negative(new Mutation(
                        Mutation.Location.HEADER,
                        Optional.of("X-Key"),
                        JsonPointer.empty(),
                        Optional.of("required"),
                        "X-Key is missing")));
        gate.run(
                DECLARED,
                List.of(Gate.given("alice", "no-uuid-at-all")),
                List.of(),
                List.of(),
                calling(
                        positive,
                        negative,
                        without,
                        positive.with(new Deviation.SentBy(new Identity.Anonymous())),
                        positive.with(new Deviation.SentBy(new Identity.Forged("key", Identity.Forgery.INVENTED)))));
        assertThat(calls(gate, Purpose.CASE))
                .extracting(c -> c.positive() + " " + c.description())
                .containsExactly(
                        "true plain", "false size is no integer", "false X-Key is missing", "true plain", "true plain");
        assertThat(gate.sent.stream().map(r -> r.header("X-Key")).toList())
                .startsWith(
                        Optional.of("no-uuid-at-all"),
                        Optional.of("no-uuid-at-all"),
                        Optional.empty(),
                        Optional.empty())
                .hasSize(5)
                .last()
                .satisfies(forged -> assertThat(forged).isPresent().isNotEqualTo(Optional.of("no-uuid-at-all")));
    }

    /** Fails, and says everything it saw. */
    private static final class Telltale implements Check {
        @Override
        public String name() {
            return "telltale";
        }

        @Override
        public Verdict check(CheckContext context) {
            String all = context.exchange().request().headers().toString();
            return Verdict.of(List.of(context.failure(this, all, all, all, all, Severity.HIGH)));
        }
    }

    @Test
    void no_credential_is_in_any_record_of_the_run(@TempDir Path folder) throws Exception {
        String jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzM2NyZXQtc3ViamVjdCJ9.czNjcmV0LXNpZ25hdHVyZQ";
        Gate gate = new Gate(r -> r.path().equals("/d") ? 401 : 500);
        RunSummary summary = gate.run(
                API,
                List.of(Gate.given("alice", jwt), Gate.login("bob")),
                List.of(new Header("X-Api-Key", "key-of-all-keys")),
                List.of(),
                List.of(new Telltale()),
                s -> s,
                calling(
                        Gate.plain(API, 0),
                        by(1, new Identity.User("bob")),
                        by(2, new Identity.Forged("jwt", Identity.Forgery.TAMPERED)),
                        by(2, new Identity.Forged("jwt", Identity.Forgery.UNSIGNED)),
                        Gate.plain(API, 3)));
        Path file = folder.resolve("journal.ndjson");
        try (Journal journal = Journal.create(file)) {
            gate.events.forEach(journal::on);
        }
        List<String> parts = new ArrayList<>(List.of(
                jwt,
                "eyJzdWIiOiJzM2NyZXQtc3ViamVjdCJ9",
                "czNjcmV0LXNpZ25hdHVyZQ",
                "secret-token-1",
                "key-of-all-keys",
                "hunter2"));
        assertThat(gate.sent.stream().map(Request::headers).toList().toString())
                .contains(List.of(jwt, "secret-token-1-of-bob", "key-of-all-keys"));
        for (String part : parts) {
            assertThat(Files.readString(file)).doesNotContain(part);
            assertThat(summary.toString()).doesNotContain(part);
        }
        assertThat(summary.findings().stream().map(RunSummary.Finding::reproduce))
                .anyMatch(c -> c.contains("$CONTRACT_TOKEN\""))
                .anyMatch(c -> c.contains("$CONTRACT_TOKEN_BOB"))
                .anyMatch(c -> c.contains("$CONTRACT_TOKEN_TAMPERED"))
                .anyMatch(c -> c.contains("$CONTRACT_TOKEN_UNSIGNED"))
                .anyMatch(c -> c.contains("$CONTRACT_X_API_KEY"));
        assertThat(Stream.of("alice", "bob"))
                .allMatch(n ->
                        summary.credentials().stream().anyMatch(c -> c.user().equals(n)));
    }
}

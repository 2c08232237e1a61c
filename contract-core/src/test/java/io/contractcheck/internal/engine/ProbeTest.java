package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.http.Header;
import io.contractcheck.openapi.Api;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Api API = Gate.api("""
            /books/{id}: {get: {parameters: [{name: id, in: path, required: true, schema: {type: integer, minimum: 7, maximum: 7}}]}}
            /open: {get: {security: []}}
            /a: {get: {}, post: {}}
            /b: {get: {}}
            /optional: {get: {security: [{}, {jwt: []}]}}
            /c: {get: {}}
            /d: {get: {}}
            """);

    private static Gate.Calling nothing() {
        return new Gate.Calling("none", List.of());
    }

    private static List<RunEvent.CallAnswered> probes(Gate gate) {
        return gate.events.stream()
                .filter(RunEvent.CallAnswered.class::isInstance)
                .map(RunEvent.CallAnswered.class::cast)
                .filter(c -> c.purpose() == Purpose.PROBE)
                .toList();
    }

    @Test
    void one_answer_that_is_not_401_is_enough() {
        Gate gate = new Gate(r -> r.path().equals("/a") ? 401 : 404);
        RunSummary summary = gate.run(API, List.of(Gate.login("alice")), List.of(), List.of(), nothing());
        assertThat(gate.paths()).containsExactly("/a", "/b");
        assertThat(gate.logins()).isEqualTo(1);
        assertThat(probes(gate)).hasSize(2).allMatch(p -> p.sender().credentialed());
        assertThat(summary.cases()).isZero();
        assertThat(summary.requests()).isEqualTo(2);
        assertThat(summary.operations()).isEmpty();
    }

    @Test
    void three_refusals_and_one_of_a_new_token_end_the_run() {
        Gate gate = new Gate(r -> 401);
        assertThatThrownBy(() -> gate.run(API, List.of(Gate.login("alice")), List.of(), List.of(), nothing()))
                .isInstanceOf(RunBrokenException.class)
                .satisfies(e -> {
                    String[] lines = String.valueOf(e.getMessage()).split("\n");
                    assertThat(lines[0])
                            .contains("user 'alice'", "refused by GET /a with 401", "token of 23 characters")
                            .contains("a login at /login/alice");
                    assertThat(lines[1]).contains("error=\"invalid_token\"");
                    assertThat(e.getMessage()).doesNotContain("secret-token").contains("/login/alice");
                });
        assertThat(gate.paths()).containsExactly("/a", "/b", "/c", "/a");
        assertThat(gate.logins()).isEqualTo(2);
    }

    @Test
    void a_token_that_only_was_old_is_got_anew() {
        Gate gate = new Gate(r -> Gate.carries(r, Gate.token(2, "alice")) ? 200 : 401);
        gate.run(API, List.of(Gate.login("alice")), List.of(), List.of(), nothing());
        assertThat(gate.logins()).isEqualTo(2);
    }

    @Test
    void every_user_is_asked_for() {
        Gate gate = new Gate(r -> Gate.carries(r, "token-of-bob") ? 401 : 200);
        assertThatThrownBy(() -> gate.run(
                        API,
                        List.of(Gate.login("alice"), Gate.given("bob", "token-of-bob")),
                        List.of(),
                        List.of(),
                        nothing()))
                .isInstanceOf(RunBrokenException.class)
                .hasMessageStartingWith("The credential of user 'bob' was refused by GET /a with 401:"
                        + " token of 12 characters from <token>");
        assertThat(gate.paths()).containsExactly("/a", "/a", "/b", "/c");
    }

    @Test
    void operations_that_need_values_are_asked_where_there_are_no_others() {
        Api api = Gate.api("""
                /books/{id}: {get: {parameters: [{name: id, in: path, required: true, schema: {type: integer, minimum: 7, maximum: 7}}]}}
                /books: {post: {}}
                """);
        Gate gate = new Gate(r -> 200);
        gate.run(api, List.of(Gate.login("alice")), List.of(), List.of(), nothing());
        assertThat(gate.paths()).containsExactly("/books/7");
    }

    @Test
    void nothing_is_asked_where_nothing_safe_could_tell() {
        Api api = Gate.api("/books: {post: {}}\n/open: {get: {security: []}}");
        Gate gate = new Gate(r -> 401);
        gate.run(api, List.of(Gate.login("alice")), List.of(), List.of(), nothing());
        assertThat(gate.paths()).isEmpty();
    }

    @Test
    void nothing_is_asked_where_nobody_shows_credentials() {
        Gate gate = new Gate(r -> 401);
        gate.run(API, List.of(), List.of(), List.of(), nothing());
        assertThat(gate.sent).isEmpty();
    }

    @Test
    void credentials_that_a_hook_puts_on_are_asked_for_too() {
        RequestHook hook = (request, operation, context) -> request.withHeader("Authorization", "Bearer hook");
        Gate gate = new Gate(r -> 401);
        assertThatThrownBy(() -> gate.run(API, List.of(), List.of(hook), List.of(), nothing()))
                .isInstanceOf(RunBrokenException.class)
                .hasMessageContaining("hooks or <headers>")
                .hasMessageContaining("GET /a");
        assertThat(gate.paths()).containsExactly("/a", "/b", "/c");
        Gate byHeader = new Gate(r -> 200);
        byHeader.run(
                API,
                List.of(),
                List.of(new Header("Authorization", "Bearer t0ken")),
                List.of(),
                List.of(),
                s -> s,
                nothing());
        assertThat(byHeader.paths()).containsExactly("/a");
    }

    @Test
    void a_run_ends_with_the_phase_after_which_there_is_no_point_in_going_on() {
        Gate gate = new Gate(r -> 403);
        List<TestCase> cases =
                Stream.generate(() -> Gate.plain(API, 2)).limit(3).toList();
        List<Integer> asked = new ArrayList<>();
        assertThatThrownBy(() -> gate.run(
                        API,
                        List.of(Gate.login("alice")),
                        List.of(),
                        List.of(),
                        List.of(),
                        s -> new EngineSettings(s.baseUrl(), s.seed(), s.phases(), s.checks(), s.limits(), () -> {
                            asked.add(gate.sent.size());
                            return asked.size() == 2 ? Optional.of("nobody is let in") : Optional.empty();
                        }),
                        new Gate.Calling("first", cases),
                        new Gate.Calling("second", cases),
                        new Gate.Calling("third", cases)))
                .isInstanceOf(RunBrokenException.class)
                .hasMessage("nobody is let in\nThe other phases were not run.");
        assertThat(asked).hasSize(2).isSorted().doesNotHaveDuplicates();
        assertThat(gate.events)
                .contains(new RunEvent.PhaseStarted("second"))
                .doesNotContain(new RunEvent.PhaseStarted("third"));
    }
}

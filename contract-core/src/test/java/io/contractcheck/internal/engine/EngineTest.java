package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.Users;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckContext;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.check.Severity;
import io.contractcheck.check.Verdict;
import io.contractcheck.event.Confirmation;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.hook.CaseHook;
import io.contractcheck.hook.ExchangeHook;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.RequestHook;
import io.contractcheck.hook.RestoreHook;
import io.contractcheck.hook.ScenarioHook;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.http.TransportException;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.PhaseSettings;
import io.contractcheck.internal.phase.Scenario;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Responses;
import io.contractcheck.openapi.SpecVersion;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final URI WHERE = URI.create("memory:/api.json");
    private static final Located ROOT = Documents.of(WHERE, Json.parse("{}")).root(WHERE);
    private static final RandomGenerator<Integer> NUMBER = random -> Shrinkable.unshrinkable(random.nextInt(1000));

    private final List<RunEvent> events = new ArrayList<>();
    private final List<Request> sent = new ArrayList<>();
    private final Secrets secrets = new Secrets();

    private static Operation operation(String path) {
        return new Operation(
                "GET",
                path,
                List.of(),
                "",
                Optional.empty(),
                List.of(),
                false,
                List.of(),
                Optional.empty(),
                new Responses(List.of()),
                List.of(),
                ROOT);
    }

    private static Api api(Operation... operations) {
        return new Api(
                "t",
                "1",
                "3.0.3",
                SpecVersion.OPENAPI_3_0,
                WHERE,
                List.of(),
                List.of(operations),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static TestCase plain(Operation operation) {
        return new TestCase(operation, List.of(), Optional.empty(), new Intent.Positive("plain"));
    }

    /** Some scenarios for each operation. */
    private record Scripted(int scenarios, Scenario.Body body) implements Phase {
        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public Plan plan(Api api, PhaseSettings settings, Consumer<String> warnings) {
            return o -> IntStream.range(0, scenarios)
                    .mapToObj(i -> new Scenario(new ScenarioId(name(), o.label(), i), o, body));
        }
    }

    private interface Answer {
        Response to(Request request, int number) throws TransportException;
    }

    private static Response status(int status, Header... headers) {
        return new Response(status, "", List.of(headers), "body".getBytes(StandardCharsets.UTF_8), false);
    }

    private final class Scripts implements Transport {
        private final Answer answer;

        private Scripts(Answer answer) {
            this.answer = answer;
        }

        @Override
        public Exchange send(Request request) throws TransportException {
            sent.add(request);
            return new Exchange(request, answer.to(request, sent.size()), Duration.ofMillis(1));
        }

        @Override
        public void close() {}
    }

    /** Fails on 500, with the status as its cause. */
    private static final class No500 implements Check {
        @Override
        public String name() {
            return "no_500";
        }

        @Override
        public Verdict check(CheckContext context) {
            int status = context.response().status();
            return status == 500
                    ? Verdict.of(List.of(context.failure(
                            this, "500", "Server error", "it said 500 to s3cret", "look for s3cret", Severity.HIGH)))
                    : Verdict.passed();
        }
    }

    private HookContext context() {
        return new HookContext() {
            @Override
            public Optional<String> setting(String name) {
                return Optional.empty();
            }

            @Override
            public Optional<String> environment(String name) {
                return Optional.empty();
            }

            @Override
            public void secret(String variable, String value) {
                secrets.add(variable, value);
            }

            @Override
            public void warn(String message) {
                events.add(new RunEvent.Warned(message));
            }
        };
    }

    private RunSummary run(
            long seed, Answer answer, Phase phase, List<Check> checks, List<Hook> hooks, Operation... operations) {
        HookList hookList = new HookList(hooks, context());
        Engine engine = new Engine(
                new EngineSettings("http://127.0.0.1:1", seed, new PhaseSettings(5), CheckSettings.defaults()),
                new Scripts(answer),
                Users.of(
                        AuthSettings.NONE,
                        List.of(new Header("Authorization", "Bearer s3cret")),
                        api(operations),
                        new Users.Surroundings(
                                new Scripts(answer), "http://127.0.0.1:1", secrets, Clock.systemUTC(), w -> {})),
                secrets,
                hookList,
                checks,
                events::add);
        secrets.addHeader(new Header("Authorization", "Bearer s3cret"));
        engine.run(api(operations), List.of(phase));
        hookList.used().forEach(events::add);
        return RunSummary.of(events);
    }

    private RunSummary run(Answer answer, Phase phase, List<Hook> hooks, Operation... operations) {
        return run(42, answer, phase, List.of(new No500()), hooks, operations);
    }

    private static Scripted calling(int scenarios, Operation operation) {
        return new Scripted(scenarios, session -> session.call(plain(operation)));
    }

    @Test
    void what_a_scenario_draws_depends_on_seed_identity_and_name_only() {
        List<List<Integer>> drawn = new ArrayList<>();
        Operation operation = operation("/a");
        Scripted phase = new Scripted(
                2,
                session -> drawn.add(
                        List.of(session.draw("x", NUMBER), session.draw("y", NUMBER), session.draw("x", NUMBER))));
        run(1, (r, n) -> status(200), phase, List.of(), List.of(), operation);
        run(1, (r, n) -> status(200), phase, List.of(), List.of(), operation("/other"), operation);
        run(2, (r, n) -> status(200), phase, List.of(), List.of(), operation);
        assertThat(drawn.get(0))
                .isEqualTo(drawn.get(4))
                .isNotEqualTo(drawn.get(1))
                .isNotEqualTo(drawn.get(2));
        assertThat(drawn.get(1)).isEqualTo(drawn.get(5));
        assertThat(drawn.get(6)).isNotEqualTo(drawn.get(0));
        assertThat(drawn.get(0).get(0)).isNotEqualTo(drawn.get(0).get(2));
    }

    @Test
    void dropping_one_draw_leaves_the_others_as_they_were() {
        List<Integer> ys = new ArrayList<>();
        run(
                (r, n) -> status(200),
                new Scripted(1, s -> {
                    s.draw("x", NUMBER);
                    ys.add(s.draw("y", NUMBER));
                }),
                List.of(),
                operation("/a"));
        run((r, n) -> status(200), new Scripted(1, s -> ys.add(s.draw("y", NUMBER))), List.of(), operation("/a"));
        assertThat(ys.get(0)).isEqualTo(ys.get(1));
    }

    @Test
    void the_token_is_sent_and_never_told() {
        Operation operation = operation("/a");
        RunSummary summary =
                run((r, n) -> status(500, new Header("X-Echo", "s3cret")), calling(1, operation), List.of(), operation);
        assertThat(sent.get(0).header("Authorization")).contains("Bearer s3cret");
        assertThat(events.toString()).doesNotContain("s3cret");
        assertThat(summary.findings()).hasSize(1);
        assertThat(summary.findings().get(0).reproduce()).contains("$CONTRACT_TOKEN");
    }

    @Test
    void a_failure_that_comes_again_with_the_same_values_is_confirmed() {
        Operation operation = operation("/a");
        RunSummary summary = run((r, n) -> status(500), calling(3, operation), List.of(), operation);
        assertThat(summary.findings()).hasSize(1);
        assertThat(summary.findings().get(0).occurrences()).isEqualTo(3);
        assertThat(summary.findings().get(0).confirmation()).contains(Confirmation.CONFIRMED);
        assertThat(summary.cases()).isEqualTo(3);
        assertThat(summary.requests()).isEqualTo(4);
    }

    @Test
    void a_failure_that_state_keeps_from_coming_again_is_not_repeatable_here_and_stays_a_finding() {
        Operation operation = operation("/a");
        RunSummary summary = run((r, n) -> status(n == 1 ? 500 : 409), calling(1, operation), List.of(), operation);
        assertThat(summary.findings()).hasSize(1);
        assertThat(summary.findings().get(0).confirmation()).contains(Confirmation.NOT_REPEATABLE);
    }

    @Test
    void a_failure_that_only_fresh_values_bring_again_is_confirmed() {
        Operation operation = operation("/a");
        RunSummary summary = run((r, n) -> status(n == 2 ? 409 : 500), calling(1, operation), List.of(), operation);
        assertThat(summary.findings().get(0).confirmation()).contains(Confirmation.CONFIRMED);
        assertThat(summary.findings().get(0).note()).contains("fresh");
    }

    @Test
    void a_failure_that_does_not_come_again_is_flaky() {
        Operation operation = operation("/a");
        RunSummary summary = run((r, n) -> status(n == 1 ? 500 : 200), calling(1, operation), List.of(), operation);
        assertThat(summary.findings().get(0).confirmation()).contains(Confirmation.FLAKY);
    }

    @Test
    void an_operation_without_valid_cases_does_not_stop_the_others() {
        Operation good = operation("/good");
        Operation bad = operation("/bad");
        Phase mixed = new Phase() {
            @Override
            public String name() {
                return "scripted";
            }

            @Override
            public Plan plan(Api api, PhaseSettings settings, Consumer<String> warnings) {
                return o -> IntStream.range(0, 3)
                        .mapToObj(i -> new Scenario(new ScenarioId(name(), o.label(), i), o, session -> {
                            if (o == bad) {
                                throw new UnsatisfiableException("api.json#/x: minimum 2 is above maximum 1");
                            }
                            session.call(plain(o));
                        }));
            }
        };
        RunSummary summary = run((r, n) -> status(200), mixed, List.of(), bad, good);
        assertThat(summary.notTested())
                .containsExactly(
                        new RunSummary.NotTested("GET /bad", "scripted: api.json#/x: minimum 2 is above maximum 1"));
        assertThat(summary.cases()).isEqualTo(3);
    }

    @Test
    void a_defect_of_our_own_is_an_error_that_does_not_stop_the_others() {
        Operation good = operation("/good");
        Operation bad = operation("/bad");
        Scripted phase = new Scripted(2, session -> {
            if (session.draw("n", NUMBER) >= 0 && sent.isEmpty()) {
                sent.add(new Request("X", "", "", List.of(), null));
                throw new IllegalStateException("oops, s3cret");
            }
            session.call(plain(good));
        });
        RunSummary summary = run((r, n) -> status(200), phase, List.of(), bad, good);
        assertThat(summary.errors()).hasSize(1);
        assertThat(summary.errors().get(0).operation()).contains("GET /bad");
        assertThat(summary.errors().get(0).message())
                .contains("oops")
                .contains("defect")
                .doesNotContain("s3cret");
        assertThat(summary.cases()).isEqualTo(3);
    }

    @Test
    void a_check_that_throws_is_reported_as_its_own_defect() {
        Operation operation = operation("/a");
        Check broken = new Check() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Verdict check(CheckContext context) {
                throw new IllegalStateException("oops");
            }
        };
        RunSummary summary = run(
                42, (r, n) -> status(500), calling(2, operation), List.of(broken, new No500()), List.of(), operation);
        assertThat(summary.errors()).hasSize(1);
        assertThat(summary.errors().get(0).message()).contains("check broken failed by itself");
        assertThat(summary.findings()).hasSize(1);
    }

    @Test
    void an_unanswered_call_is_an_error_and_the_run_goes_on() {
        Operation operation = operation("/a");
        RunSummary summary = run(
                (r, n) -> {
                    if (n == 1) {
                        throw new TransportException(
                                TransportException.Kind.TIMEOUT, "no answer within 10 s to s3cret", new Exception());
                    }
                    return status(200);
                },
                calling(2, operation),
                List.of(),
                operation);
        assertThat(summary.cases()).isEqualTo(2);
        assertThat(summary.errors()).hasSize(1);
        assertThat(summary.errors().get(0).message())
                .contains("no answer within 10 s")
                .doesNotContain("s3cret");
    }

    @Test
    void a_request_that_cannot_be_sent_is_an_error_and_the_run_goes_on() {
        Operation operation = operation("/a");
        RunSummary summary = run(
                (r, n) -> {
                    if (n == 1) {
                        throw new IllegalArgumentException("a line break in header X-Bad");
                    }
                    return status(200);
                },
                calling(2, operation),
                List.of(),
                operation);
        assertThat(summary.cases()).isEqualTo(2);
        assertThat(summary.errors()).hasSize(1);
        assertThat(summary.errors().get(0).message()).contains("cannot be sent").contains("X-Bad");
    }

    @Test
    void a_service_that_no_longer_accepts_connections_ends_the_run() {
        Operation operation = operation("/a");
        assertThatThrownBy(() -> run(
                        (r, n) -> {
                            throw new TransportException(TransportException.Kind.CONNECT, "refused", new Exception());
                        },
                        calling(10, operation),
                        List.of(),
                        operation))
                .isInstanceOf(RunBrokenException.class)
                .hasMessageContaining("no longer accepts connections");
        assertThat(sent).hasSize(3);
    }

    @Test
    void the_operation_called_last_before_a_service_went_away_is_named() {
        Operation quit = operation("/quit");
        Operation after = operation("/after");
        Iterator<Operation> called = List.of(quit, after, after, after).iterator();
        assertThatThrownBy(() -> run(
                        (r, n) -> {
                            if (r.path().equals("/quit")) {
                                return status(200);
                            }
                            throw new TransportException(TransportException.Kind.CONNECT, "refused", new Exception());
                        },
                        new Scripted(4, session -> session.call(plain(called.next()))),
                        List.of(),
                        quit))
                .hasMessageContaining("<excludes>" + quit.label() + "</excludes>");
    }

    public static final class Everything implements CaseHook, RequestHook, ExchangeHook, ScenarioHook, RestoreHook {
        private final List<String> log = new ArrayList<>();

        @Override
        public TestCase testCase(TestCase testCase, HookContext context) {
            return testCase;
        }

        @Override
        public Request request(Request request, Operation operation, HookContext context) {
            return request.withHeader("X-Hook", request.header("Authorization").orElse("none"));
        }

        @Override
        public Exchange exchange(Exchange exchange, Operation operation, HookContext context) {
            return new Exchange(exchange.request(), status(200), exchange.elapsed());
        }

        @Override
        public void before(ScenarioId scenario, HookContext context) {
            log.add("before");
        }

        @Override
        public void after(ScenarioId scenario, HookContext context) {
            log.add("after");
        }

        @Override
        public RestorePoint remember(HookContext context) {
            log.add("remember");
            return () -> log.add("restore");
        }
    }

    @Test
    void hooks_change_request_and_exchange_and_join_the_life_of_scenarios() {
        Operation operation = operation("/a");
        Everything hook = new Everything();
        RunSummary summary = run((r, n) -> status(500), calling(2, operation), List.of(hook), operation);
        assertThat(sent).allMatch(r -> r.header("X-Hook").equals(Optional.of("Bearer s3cret")));
        assertThat(summary.findings()).isEmpty();
        assertThat(hook.log).containsExactly("remember", "before", "after", "restore", "before", "after");
        // for each scenario: case (no change), request, exchange, before; once: remember; before the second: restore
        assertThat(summary.hooks()).hasSize(1);
        assertThat(summary.hooks().get(0).calls()).isEqualTo(10);
        assertThat(summary.hooks().get(0).applied()).isEqualTo(7);
    }

    @Test
    void a_hook_that_fails_breaks_the_run() {
        Operation operation = operation("/a");
        RequestHook failing = (request, o, c) -> {
            throw new HookException("there is no token");
        };
        assertThatThrownBy(() -> run((r, n) -> status(200), calling(1, operation), List.of(failing), operation))
                .isInstanceOf(RunBrokenException.class)
                .hasMessageContaining("there is no token");
        assertThat(sent).isEmpty();
    }
}

package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.check.CheckSettings;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.hook.HookContext;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Secrets;
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
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CasesTest {
    private static final URI WHERE = URI.create("memory:/api.json");
    private static final Located ROOT = Documents.of(WHERE, Json.parse("{}")).root(WHERE);
    private static final Operation OPERATION = new Operation(
            "GET",
            "/a",
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
    private static final TestCase GET =
            new TestCase(OPERATION, List.of(), Optional.empty(), new Intent.Positive("plain"));
    private static final TestCase HEAD = GET.with(new Deviation.Method("HEAD"));

    private final List<RunEvent> events = new ArrayList<>();
    private final List<Request> made = new ArrayList<>();

    private record Scripted(boolean needsAnswers, Scenario.Body body) implements Phase {
        @Override
        public String name() {
            return needsAnswers ? "hungry" : "scripted";
        }

        @Override
        public Plan plan(Api api, PhaseSettings settings, Consumer<String> warnings) {
            return o -> Stream.of(new Scenario(new ScenarioId(name(), o.label(), 0), o, body));
        }
    }

    private static final class NoContext implements HookContext {
        @Override
        public Optional<String> setting(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> environment(String name) {
            return Optional.empty();
        }

        @Override
        public void secret(String variable, String value) {}

        @Override
        public void warn(String message) {}
    }

    private void make(Cases.Sink sink, Phase... phases) {
        Api api = new Api(
                "t",
                "1",
                "3.0.3",
                SpecVersion.OPENAPI_3_0,
                WHERE,
                List.of(),
                List.of(OPERATION),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
        new Cases(
                        new EngineSettings("http://localhost", 1, new PhaseSettings(10), CheckSettings.defaults()),
                        new Secrets(),
                        new HookList(List.of(), new NoContext()),
                        events::add,
                        sink)
                .make(api, List.of(phases));
    }

    @Test
    void a_scenario_that_calls_twice_makes_two_cases_and_sees_a_plain_answer() {
        List<Response> answers = new ArrayList<>();
        make((id, testCase, request) -> made.add(request), new Scripted(false, session -> {
            answers.add(session.call(GET).response());
            answers.add(session.call(HEAD).response());
        }));
        assertThat(made).extracting(Request::method).containsExactly("GET", "HEAD");
        assertThat(answers).allSatisfy(a -> {
            assertThat(a.status()).isEqualTo(200);
            assertThat(a.body()).isEmpty();
        });
    }

    @Test
    void a_phase_that_lives_on_answers_is_left_out_and_told_of() {
        make(
                (id, testCase, request) -> made.add(request),
                new Scripted(true, s -> s.call(GET)),
                new Scripted(false, s -> s.call(GET)));
        assertThat(made).hasSize(1);
        assertThat(events)
                .filteredOn(e -> e instanceof RunEvent.Warned)
                .singleElement()
                .asString()
                .contains("hungry");
        assertThat(events).doesNotContain(new RunEvent.PhaseStarted("hungry"));
    }

    @Test
    void a_sink_that_fails_ends_it() {
        assertThatThrownBy(() -> make(
                        (id, testCase, request) -> {
                            throw new IllegalStateException("full");
                        },
                        new Scripted(false, s -> s.call(GET))))
                .isInstanceOf(RunBrokenException.class)
                .hasMessageContaining("full");
    }
}

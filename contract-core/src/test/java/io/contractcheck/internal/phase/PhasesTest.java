package io.contractcheck.internal.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mode;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.Wire;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import org.junit.jupiter.api.Test;

class PhasesTest {
    private static final URI WHERE = URI.create("memory:/api.yaml");
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            paths:
              /ping:
                get:
                  responses: {"200": {description: pong}}
              /books:
                get:
                  parameters:
                    - {name: q, in: query, schema: {type: string, minLength: 1}, example: tolkien}
                  responses: {"200": {description: books}}
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {type: object, required: [title], properties: {title: {type: string}}}
                        examples:
                          good: {value: {title: The Hobbit}}
                          bad: {value: {title: 7}}
                  responses: {"201": {description: made}}
              /any:
                get:
                  parameters:
                    - {name: q, in: query, schema: {type: string}}
                  responses: {"200": {description: any}}
              /impossible:
                get:
                  parameters:
                    - {name: n, in: query, required: true, schema: {type: integer, minimum: 2, maximum: 1}}
                  responses: {"200": {description: never}}
            """;
    private static final Api API =
            ApiReader.read(Documents.of(WHERE, Yaml.parse(DOCUMENT)).root(WHERE));

    private final List<String> sent = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<Intent> intents = new ArrayList<>();

    /** Draws from one seed and answers everything with 200. */
    private final class Answering implements Session {
        private final Random random;

        private Answering(long seed) {
            random = new Random(seed);
        }

        @Override
        public <T> T draw(String name, RandomGenerator<T> generator) {
            return generator.next(random).value();
        }

        @Override
        public <T> T choose(String name, RandomGenerator<T> options) {
            return draw(name, options);
        }

        @Override
        public boolean takes(String part) {
            return true;
        }

        @Override
        public Exchange call(TestCase testCase) {
            Request request = Wire.write(testCase, "http://127.0.0.1:1");
            intents.add(testCase.intent());
            sent.add(request.method() + " " + request.target()
                    + (request.body() == null ? "" : " " + new String(request.body(), StandardCharsets.UTF_8)));
            return new Exchange(request, new Response(200, "", List.of(), new byte[0], false), Duration.ZERO);
        }
    }

    private List<Scenario> scenarios(Phase phase, int maxExamples) {
        return scenarios(phase, maxExamples, Mode.ALL);
    }

    private List<Scenario> scenarios(Phase phase, int maxExamples, Mode mode) {
        PhaseSettings settings = new PhaseSettings(maxExamples, mode, PhaseSettings.Probes.STANDARD);
        try (Stream<Scenario> scenarios =
                phase.plan(API, settings, warnings::add).all(API)) {
            return scenarios.toList();
        }
    }

    /** Whether each of the scenarios of an operation sends what the document allows. */
    private List<Boolean> positive(List<Scenario> scenarios, String operation) {
        intents.clear();
        of(scenarios, operation).forEach(s -> s.body().run(new Answering(3)));
        return intents.stream().map(Intent.Positive.class::isInstance).toList();
    }

    private static List<Scenario> of(List<Scenario> scenarios, String operation) {
        return scenarios.stream()
                .filter(s -> s.id().operation().equals(operation))
                .toList();
    }

    @Test
    void the_names_are_those_users_know_and_stand_in_order() {
        assertThat(Phases.standard())
                .extracting(Phase::name)
                .containsExactly("examples", "coverage", "fuzzing", "stateful", "security");
    }

    @Test
    void examples_are_called_as_the_document_gives_them() {
        List<Scenario> scenarios = scenarios(new ExamplesPhase(), 5);
        of(scenarios, "GET /books").forEach(s -> s.body().run(new Answering(1)));
        of(scenarios, "POST /books").forEach(s -> s.body().run(new Answering(1)));
        assertThat(sent).containsExactly("GET /books?q=tolkien", "POST /books {\"title\":\"The Hobbit\"}");
        assertThat(of(scenarios, "GET /ping")).isEmpty();
    }

    @Test
    void an_example_that_breaks_its_own_schema_is_not_sent_and_that_is_said() {
        scenarios(new ExamplesPhase(), 5);
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("POST /books")
                .contains("is not used")
                .contains("title");
    }

    @Test
    void fuzzing_gives_each_operation_as_many_cases_as_allowed_and_one_where_nothing_varies() {
        List<Scenario> scenarios = scenarios(new FuzzingPhase(), 7);
        assertThat(of(scenarios, "GET /books")).hasSize(7);
        assertThat(of(scenarios, "POST /books")).hasSize(7);
        assertThat(of(scenarios, "GET /ping")).hasSize(1);
        assertThat(scenarios).extracting(s -> s.id().toString()).doesNotHaveDuplicates();
    }

    @Test
    void two_of_five_random_cases_are_invalid_where_something_can_be() {
        List<Scenario> scenarios = scenarios(new FuzzingPhase(), 10);
        assertThat(positive(scenarios, "POST /books"))
                .containsExactly(true, false, true, false, true, true, false, true, false, true);
        assertThat(positive(scenarios, "GET /any")).hasSize(10).containsOnly(true);
        assertThat(positive(scenarios, "GET /ping")).containsExactly(true);
        assertThat(warnings).isEmpty();
    }

    @Test
    void only_valid_cases_are_made_where_only_these_are_asked_for() {
        assertThat(positive(scenarios(new FuzzingPhase(), 10, Mode.POSITIVE), "POST /books"))
                .hasSize(10)
                .containsOnly(true);
    }

    @Test
    void only_invalid_cases_are_made_where_only_these_are_asked_for() {
        List<Scenario> scenarios = scenarios(new FuzzingPhase(), 10, Mode.NEGATIVE);
        assertThat(positive(scenarios, "POST /books")).hasSize(10).containsOnly(false);
        assertThat(scenarios(new ExamplesPhase(), 10, Mode.NEGATIVE)).isEmpty();
        assertThat(of(scenarios, "GET /any")).isEmpty();
        assertThat(of(scenarios, "GET /ping")).isEmpty();
        assertThat(warnings)
                .allMatch(w -> w.contains("nothing about it can be made invalid"))
                .extracting(w -> w.substring(0, w.indexOf(':')))
                .containsExactly("GET /ping", "GET /books", "GET /any");
        List<Scenario> impossible = of(scenarios, "GET /impossible");
        assertThatThrownBy(() -> impossible.get(0).body().run(new Answering(1)))
                .isInstanceOf(UnsatisfiableException.class);
    }

    @Test
    void a_case_is_the_same_whether_or_not_the_others_are_made() {
        Scenario alone = of(scenarios(new FuzzingPhase(), 4), "POST /books").get(3);
        alone.body().run(new Answering(5));
        of(scenarios(new FuzzingPhase(), 4), "POST /books")
                .forEach(s -> s.body().run(new Answering(5)));
        assertThat(sent.get(4)).isEqualTo(sent.get(0));
    }

    @Test
    void fuzzing_draws_the_same_from_the_same_seed_and_other_cases_from_others() {
        List<Scenario> scenarios = of(scenarios(new FuzzingPhase(), 1), "POST /books");
        scenarios.forEach(s -> s.body().run(new Answering(1)));
        scenarios.forEach(s -> s.body().run(new Answering(1)));
        assertThat(sent.get(0)).isEqualTo(sent.get(1));
        for (int seed = 2; seed < 12; seed++) {
            scenarios.get(0).body().run(new Answering(seed));
        }
        assertThat(sent.stream().distinct()).hasSizeGreaterThan(5);
    }

    @Test
    void an_operation_without_valid_cases_says_why_when_it_is_run_and_not_before() {
        List<Scenario> scenarios = of(scenarios(new FuzzingPhase(), 3), "GET /impossible");
        assertThatThrownBy(() -> scenarios.get(0).body().run(new Answering(1)))
                .isInstanceOf(UnsatisfiableException.class)
                .hasMessageContaining("'n'");
    }

    @Test
    void scenarios_are_made_while_they_are_consumed() {
        AtomicInteger seen = new AtomicInteger();
        try (Stream<Scenario> scenarios = new FuzzingPhase()
                .plan(API, new PhaseSettings(Integer.MAX_VALUE), warnings::add)
                .all(API)) {
            scenarios.limit(10).forEach(s -> seen.incrementAndGet());
        }
        assertThat(seen).hasValue(10);
    }

    private static final PhaseSettings POSITIVE = new PhaseSettings(1, Mode.POSITIVE, PhaseSettings.Probes.NONE);

    private List<Scenario> covering(PhaseSettings settings) {
        try (Stream<Scenario> scenarios =
                new CoveragePhase().plan(API, settings, warnings::add).all(API)) {
            return scenarios.toList();
        }
    }

    @Test
    void coverage_walks_every_operation_with_an_index_of_its_own() {
        List<Scenario> scenarios = covering(new PhaseSettings(1));
        for (String operation : List.of("GET /ping", "GET /books", "POST /books")) {
            List<Scenario> own = of(scenarios, operation);
            assertThat(own)
                    .extracting(s -> s.id().index())
                    .containsExactlyElementsOf(
                            IntStream.range(0, own.size()).boxed().toList());
        }
        assertThat(scenarios).extracting(s -> s.id().phase()).containsOnly("coverage");
    }

    @Test
    void coverage_sends_the_same_whatever_the_seed() {
        List<Scenario> scenarios = of(covering(new PhaseSettings(1)), "POST /books");
        scenarios.forEach(s -> s.body().run(new Answering(1)));
        List<String> first = List.copyOf(sent);
        sent.clear();
        of(covering(new PhaseSettings(1)), "POST /books").forEach(s -> s.body().run(new Answering(2)));
        assertThat(sent).isEqualTo(first).hasSizeGreaterThan(10);
    }

    @Test
    void a_head_is_called_after_its_get() {
        of(covering(new PhaseSettings(1)), "GET /ping").forEach(s -> s.body().run(new Answering(1)));
        assertThat(sent.get(sent.indexOf("HEAD /ping") - 1)).isEqualTo("GET /ping");
    }

    @Test
    void coverage_keeps_to_the_mode_and_the_probes() {
        covering(POSITIVE).stream()
                .filter(s -> !s.id().operation().equals("GET /impossible"))
                .forEach(s -> s.body().run(new Answering(1)));
        assertThat(sent)
                .contains("GET /ping", "POST /books {\"title\":\"The Hobbit\"}")
                .noneMatch(s -> s.startsWith("HEAD") || s.startsWith("OPTIONS") || s.startsWith("PATCH"))
                .noneMatch(s -> s.equals("POST /books {}"));
        sent.clear();
        covering(new PhaseSettings(1, Mode.NEGATIVE, PhaseSettings.Probes.NONE)).stream()
                .filter(s -> !s.id().operation().equals("GET /impossible"))
                .forEach(s -> s.body().run(new Answering(1)));
        assertThat(sent).contains("POST /books {}", "POST /books").doesNotContain("GET /ping", "GET /books");
    }

    @Test
    void an_operation_without_valid_cases_has_one_scenario_in_coverage_that_says_why() {
        List<Scenario> scenarios = of(covering(new PhaseSettings(1)), "GET /impossible");
        assertThat(scenarios).hasSize(1);
        assertThatThrownBy(() -> scenarios.get(0).body().run(new Answering(1)))
                .isInstanceOf(UnsatisfiableException.class)
                .hasMessageStartingWith("GET /impossible: the required query parameter 'n' has no valid value: ");
    }

    @Test
    void coverage_begins_an_operation_when_those_before_it_are_over() {
        String document = DOCUMENT.replace(
                "required: true, schema: {type: integer, minimum: 2", "schema: {type: integer, minimum: 2");
        Api api = ApiReader.read(Documents.of(WHERE, Yaml.parse(document)).root(WHERE));
        Iterator<Scenario> scenarios = new CoveragePhase()
                .plan(api, new PhaseSettings(1), warnings::add)
                .all(api)
                .iterator();
        while (!scenarios.next().id().operation().equals("POST /books")) {
            assertThat(warnings).isEmpty();
        }
        assertThat(warnings).isEmpty();
        scenarios.forEachRemaining(s -> {});
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("GET /impossible: query parameter 'n' has no valid value: ");
    }
}

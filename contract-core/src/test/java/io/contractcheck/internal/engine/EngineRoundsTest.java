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
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.event.Shard;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.internal.engine.EngineSettings.Limits;
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
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many scenarios, several workers, limits, and smaller values. */
class EngineRoundsTest {
    private static final URI WHERE = URI.create("memory:/api.json");
    private static final Located ROOT = Documents.of(WHERE, Json.parse("{}")).root(WHERE);
    private static final RandomGenerator<Integer> NUMBER = random -> new Number(1000 + random.nextInt(1000));

    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, AtomicInteger> opened = new ConcurrentHashMap<>();

    /** A number that shrinks to zero by halves and by one. */
    private record Number(Integer value) implements Shrinkable<Integer> {
        @Override
        public Stream<Shrinkable<Integer>> shrink() {
            return Stream.of(0, value / 2, value - 1)
                    .filter(smaller -> smaller >= 0 && smaller < value)
                    .distinct()
                    .map(Number::new);
        }

        @Override
        public ShrinkingDistance distance() {
            return ShrinkingDistance.of(value);
        }
    }

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

    private static List<Operation> operations(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> operation("/" + (100 + i)))
                .toList();
    }

    /** A case whose query tells a number. */
    private static TestCase numbered(Operation operation, String number) {
        return new TestCase(operation, List.of(), Optional.empty(), new Intent.Positive("numbered"))
                .with(new Deviation.ExtraQuery("n", number));
    }

    private final class Many implements Phase {
        private final int scenarios;
        private final Function<Operation, Scenario.Body> bodies;

        Many(int scenarios, Function<Operation, Scenario.Body> bodies) {
            this.scenarios = scenarios;
            this.bodies = bodies;
        }

        @Override
        public String name() {
            return "many";
        }

        @Override
        public Plan plan(Api api, PhaseSettings settings, Consumer<String> warnings) {
            return o -> {
                opened.computeIfAbsent(o.path(), path -> new AtomicInteger()).incrementAndGet();
                warnings.accept("look at " + o.path());
                return IntStream.range(0, scenarios)
                        .mapToObj(i -> new Scenario(new ScenarioId(name(), o.label(), i), o, bodies.apply(o)));
            };
        }
    }

    /** Calls its operation with a number it draws. */
    private Many drawing(int scenarios) {
        return new Many(
                scenarios, o -> session -> session.call(numbered(o, Integer.toString(session.draw("n", NUMBER)))));
    }

    private static final class AtLeast17 implements Check {
        @Override
        public String name() {
            return "at_least_17";
        }

        @Override
        public Verdict check(CheckContext context) {
            int number = Integer.parseInt(
                    context.exchange().request().query().orElseThrow().substring("n=".length()));
            return number >= 17
                    ? Verdict.of(List.of(context.failure(this, "17", "Too much", number + " came", "", Severity.HIGH)))
                    : Verdict.passed();
        }
    }

    private RunSummary run(
            Limits limits, Phase phase, List<Check> checks, List<Operation> operations, Consumer<Engine> also) {
        Transport transport = new Transport() {
            @Override
            public Exchange send(Request request) {
                sent.add(request.method() + " " + request.target());
                return new Exchange(
                        request, new Response(200, "", List.of(), new byte[0], false), Duration.ofMillis(1));
            }

            @Override
            public void close() {}
        };
        Api api = new Api(
                "t",
                "1",
                "3.0.3",
                SpecVersion.OPENAPI_3_0,
                WHERE,
                List.of(),
                operations,
                List.of(),
                Map.of(),
                List.of(),
                List.of());
        Secrets secrets = new Secrets();
        Engine[] engine = new Engine[1];
        engine[0] = new Engine(
                new EngineSettings("http://127.0.0.1:1", 42, new PhaseSettings(5), CheckSettings.defaults())
                        .with(limits),
                transport,
                Users.of(
                        AuthSettings.NONE,
                        List.of(),
                        api,
                        new Users.Surroundings(transport, "http://127.0.0.1:1", secrets, Clock.systemUTC(), w -> {})),
                secrets,
                new HookList(List.<Plugged>of()),
                checks,
                event -> {
                    events.add(event);
                    also.accept(engine[0]);
                });
        engine[0].run(api, List.of(phase));
        return RunSummary.of(events);
    }

    private static Limits workers(int workers) {
        return new Limits(workers, Duration.ofHours(1), OptionalInt.empty(), true, new Shard(1, 1));
    }

    private List<String> begun() {
        return events(
                RunEvent.CallAnswered.class,
                call -> call.purpose() == Purpose.CASE ? call.id().scenario().toString() : "");
    }

    private <E extends RunEvent> List<String> events(Class<E> type, Function<E, String> text) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .map(text)
                .filter(t -> !t.isEmpty())
                .toList();
    }

    @Test
    void one_worker_goes_over_all_operations_in_growing_rounds() {
        List<Operation> two = operations(2);
        run(workers(1), drawing(40), List.of(), two, e -> {});
        List<String> expected = new ArrayList<>();
        int[] bounds = {0, 8, 32, 40};
        for (int round = 0; round < 3; round++) {
            for (Operation operation : two) {
                for (int i = bounds[round]; i < bounds[round + 1]; i++) {
                    expected.add("many " + operation.label() + " #" + i);
                }
            }
        }
        assertThat(begun()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void each_scenario_is_run_once_whichever_stays_open(int workers) {
        List<Operation> many = operations(140);
        run(workers(workers), drawing(11), List.of(), many, e -> {});
        assertThat(begun()).hasSize(1540).doesNotHaveDuplicates();
        assertThat(opened.get("/100").get()).isEqualTo(1);
        assertThat(opened.get("/239").get())
                .as("beyond what is surely kept open")
                .isBetween(1, 2);
        assertThat(events(RunEvent.Warned.class, RunEvent.Warned::message))
                .as("what is made anew does not warn anew")
                .hasSize(140);
        assertThat(events(RunEvent.OperationDone.class, RunEvent.OperationDone::operation))
                .hasSize(140)
                .doesNotHaveDuplicates();
    }

    @Test
    void shards_are_the_run_together() {
        List<Operation> some = operations(5);
        List<String> shared = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            events.clear();
            run(
                    new Limits(2, Duration.ofHours(1), OptionalInt.empty(), true, new Shard(i, 3)),
                    drawing(20),
                    List.of(),
                    some,
                    e -> {});
            assertThat(begun()).isNotEmpty();
            shared.addAll(begun());
        }
        events.clear();
        run(workers(1), drawing(20), List.of(), some, e -> {});
        assertThat(shared).containsExactlyInAnyOrderElementsOf(begun());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void a_failure_is_shown_with_the_smallest_values_and_by_the_first_scenario(int workers) {
        Operation operation = operation("/a");
        RunSummary summary = run(workers(workers), drawing(40), List.of(new AtLeast17()), List.of(operation), e -> {});
        assertThat(summary.findings()).hasSize(1);
        RunSummary.Finding finding = summary.findings().get(0);
        assertThat(finding.message()).isEqualTo("17 came");
        assertThat(finding.reproduce()).contains("?n=17'");
        assertThat(finding.occurrences()).isEqualTo(40);
        assertThat(events(
                        RunEvent.CallAnswered.class,
                        call -> call.purpose() == Purpose.CASE
                                ? ""
                                : call.id().scenario().toString()))
                .as("all that was run again is the first scenario")
                .isNotEmpty()
                .allMatch(id -> id.equals("many GET /a #0"));
        assertThat(summary.cases()).isEqualTo(40);
    }

    @Test
    void smaller_values_are_not_looked_for_where_that_is_switched_off() {
        Operation operation = operation("/a");
        run(
                new Limits(1, Duration.ofHours(1), OptionalInt.empty(), false, new Shard(1, 1)),
                drawing(3),
                List.of(new AtLeast17()),
                List.of(operation),
                e -> {});
        assertThat(sent).hasSize(4);
    }

    @Test
    void as_many_failures_as_are_wanted_end_the_run() {
        List<Operation> many = operations(30);
        RunSummary summary = run(
                new Limits(1, Duration.ofHours(1), OptionalInt.of(2), false, new Shard(1, 1)),
                new Many(3, o -> session -> session.call(numbered(o, "99"))),
                List.of(new AtLeast17()),
                many,
                e -> {});
        assertThat(summary.findings()).hasSize(2).allMatch(f -> f.confirmation().isPresent());
        assertThat(summary.cut().orElseThrow().reason()).isEqualTo(RunEvent.RunCut.Reason.FAILURES);
        assertThat(summary.cut().orElseThrow().unreached()).hasSize(29);
        assertThat(summary.cut().orElseThrow().message()).contains("maxFailures");
    }

    @Test
    void a_run_whose_time_is_up_tells_what_it_did_not_reach() {
        List<Operation> two = operations(2);
        RunSummary summary = run(
                new Limits(2, Duration.ZERO, OptionalInt.empty(), true, new Shard(1, 1)),
                drawing(3),
                List.of(),
                two,
                e -> {});
        assertThat(sent).isEmpty();
        assertThat(summary.cut().orElseThrow())
                .isEqualTo(new RunSummary.Cut(
                        RunEvent.RunCut.Reason.TIME,
                        summary.cut().orElseThrow().message(),
                        List.of(
                                new RunSummary.Unreached("GET /100", "many", 0),
                                new RunSummary.Unreached("GET /101", "many", 0))));
        assertThat(summary.cut().orElseThrow().message()).contains("contract.maxTime");
    }

    @Test
    void a_run_that_is_stopped_ends_what_it_began_and_no_more() {
        List<Operation> two = operations(2);
        RunSummary summary = run(workers(2), drawing(1000), List.of(), two, Engine::stop);
        assertThat(sent).hasSizeLessThanOrEqualTo(2);
        assertThat(summary.cut().orElseThrow().reason()).isEqualTo(RunEvent.RunCut.Reason.STOPPED);
    }

    @Test
    void what_breaks_the_run_in_one_worker_ends_it_in_all() {
        List<Operation> two = operations(2);
        AtomicInteger number = new AtomicInteger();
        assertThatThrownBy(() -> run(
                        workers(4),
                        new Many(10_000, o -> session -> {
                            if (number.incrementAndGet() == 50) {
                                throw new RunBrokenException("enough", null);
                            }
                            session.call(numbered(o, "1"));
                        }),
                        List.of(),
                        two,
                        e -> {}))
                .isInstanceOf(RunBrokenException.class)
                .hasMessageContaining("enough");
        assertThat(number.get()).isLessThan(20_000);
    }

    @Test
    void a_scenario_that_is_too_deep_or_too_large_is_an_error_of_its_operation_alone() {
        List<Operation> two = operations(2);
        RunSummary summary = run(
                workers(1),
                new Many(2, o -> session -> {
                    if (sent.isEmpty()) {
                        sent.add("");
                        throw new StackOverflowError();
                    }
                    session.call(numbered(o, "1"));
                }),
                List.of(),
                two,
                e -> {});
        assertThat(summary.errors()).hasSize(1);
        assertThat(summary.errors().get(0).message()).contains("StackOverflowError");
        assertThat(summary.cases()).isEqualTo(3);
    }
}

package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Limits;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.event.Confirmation;
import io.contractcheck.event.Isolation;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.RestoreHook;
import io.contractcheck.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs against a service that keeps names, each of which it takes once. */
class IsolationTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Names, version: "1"}
            paths:
              /names:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [name, age]
                          additionalProperties: false
                          properties:
                            name: {type: string, pattern: "^[a-z]{1,2}$"}
                            age: {type: integer, minimum: 1, maximum: 3}
                  responses: {"201": {description: made}, "400": {description: wrong}}
              /others:
                get:
                  parameters: [{name: n, in: query, required: true, schema: {type: integer, minimum: 1, maximum: 9}}]
                  responses: {"200": {description: others}, "400": {description: wrong}}
            """;

    @TempDir
    private Path folder;

    private HttpServer server;
    private ExecutorService threads;
    private final Set<String> names = Collections.synchronizedSet(new LinkedHashSet<>());
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
    private int duplicate = 409;
    private Predicate<JsonNode> fails = body -> false;
    private OptionalInt maxFailures = OptionalInt.empty();

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newFixedThreadPool(8);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            int status = 400;
            try {
                status = answer(exchange);
            } finally {
                underWay.decrementAndGet();
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private int answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = 400;
        if (exchange.getRequestURI().getPath().equals("/others")) {
            status = String.valueOf(exchange.getRequestURI().getRawQuery()).matches("n=[1-9]") ? 200 : 400;
        } else {
            try {
                JsonNode name = Json.parse(new String(body, StandardCharsets.UTF_8));
                if (name.path("name").isTextual()
                        && name.get("name").textValue().matches("[a-z]{1,2}")
                        && name.path("age").isInt()
                        && name.get("age").intValue() >= 1
                        && name.get("age").intValue() <= 3
                        && name.size() == 2
                        && exchange.getRequestMethod().equals("POST")) {
                    status = fails.test(name) ? 500 : names.add(name.get("name").textValue()) ? 201 : duplicate;
                }
            } catch (RuntimeException e) {
                status = 400;
            }
        }
        return status;
    }

    /** Gives the names back that were there, and sees whether something is under way. */
    private final class Names implements RestoreHook {
        private int restored;
        private int forgotten;
        private boolean fails;

        @Override
        public RestorePoint remember(HookContext context) {
            List<String> there = List.copyOf(names);
            return new RestorePoint() {
                @Override
                public void restore() {
                    assertThat(underWay).hasValue(0);
                    if (fails) {
                        throw new HookException("the names are locked");
                    }
                    names.clear();
                    names.addAll(there);
                    restored++;
                }

                @Override
                public void forget() {
                    forgotten++;
                }
            };
        }
    }

    private RunSummary run(Optional<Isolation> isolation, Hook... hooks) throws IOException {
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
        events.clear();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return ContractRun.run(
                ContractConfig.of("api.yaml")
                        .with(new Target("api.yaml", Optional.of(url), folder))
                        .with(new Selection(
                                List.of(),
                                List.of(),
                                List.of("coverage", "fuzzing"),
                                List.of("not_a_server_error", "positive_data_acceptance", "status_code_conformance"),
                                List.of()))
                        .with(new Generation(60, OptionalLong.of(5)))
                        .with(new Limits(
                                Limits.DEFAULT_WORKERS,
                                Limits.DEFAULT_MAX_TIME,
                                maxFailures,
                                true,
                                Optional.empty(),
                                isolation))
                        .with(new Reporting(folder.resolve("reports"), List.of("summary"))),
                List.of(hooks),
                List.of(events::add));
    }

    private TreeMap<String, Integer> sent() {
        TreeMap<String, Integer> sent = new TreeMap<>();
        for (RunEvent event : List.copyOf(events)) {
            if (event instanceof RunEvent.CallAnswered call && call.purpose() == Purpose.CASE) {
                sent.merge(
                        call.id().scenario() + " " + call.exchange().request().target() + " "
                                + Arrays.toString(call.exchange().request().body()),
                        1,
                        Integer::sum);
            }
        }
        return sent;
    }

    @Test
    void whatever_the_isolation_the_same_requests_are_sent() throws IOException {
        run(Optional.empty());
        TreeMap<String, Integer> without = sent();
        assertThat(without).hasSizeGreaterThan(100);
        for (Isolation isolation : Isolation.values()) {
            names.clear();
            run(Optional.of(isolation), new Names());
            assertThat(sent()).as(isolation.toString()).isEqualTo(without);
        }
    }

    @Test
    void state_is_brought_back_as_often_as_the_isolation_says_and_while_nothing_is_under_way() throws IOException {
        duplicate = 201; // nothing fails, so that nothing is run again
        List<Integer> times = new ArrayList<>();
        for (Isolation isolation : Isolation.values()) {
            mostUnderWay.set(0);
            Names hook = new Names();
            RunSummary summary = run(Optional.of(isolation), hook);
            assertThat(summary.findings()).isEmpty();
            assertThat(summary.restored().orElseThrow().times()).isEqualTo(hook.restored);
            assertThat(summary.restored().orElseThrow().isolation()).isEqualTo(isolation);
            assertThat(summary.limits().orElseThrow().isolation()).contains(isolation);
            assertThat(summary.limits().orElseThrow().workers()).isEqualTo(isolation == Isolation.SCENARIO ? 1 : 4);
            if (isolation == Isolation.SCENARIO) {
                assertThat(mostUnderWay).hasValue(1);
            }
            assertThat(hook.forgotten).isEqualTo(1);
            times.add(hook.restored);
        }
        assertThat(times.get(0)).isZero();
        assertThat(times.get(1)).as("before the second of two phases").isEqualTo(1);
        assertThat(times.get(2)).isBetween(times.get(1), 40);
        assertThat(times.get(3)).isGreaterThan(100);
    }

    @Test
    void without_a_hook_there_is_nothing_to_bring_back() throws IOException {
        assertThat(run(Optional.of(Isolation.NONE)).restored()).isEmpty();
        assertThatThrownBy(() -> run(Optional.of(Isolation.OPERATION)))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("isolation: 'operation' needs a hook that brings the service's state back");
    }

    @Test
    void state_that_cannot_be_brought_back_breaks_the_run() {
        Names hook = new Names();
        hook.fails = true;
        assertThatThrownBy(() -> run(Optional.empty(), hook))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("the names are locked");
        assertThat(hook.forgotten).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 400, 422, 500})
    void a_name_that_the_run_sends_twice_is_no_failure_of_the_service(int status) throws IOException {
        duplicate = status;
        for (Isolation isolation : Isolation.values()) {
            names.clear();
            RunSummary summary = run(Optional.of(isolation), new Names());
            assertThat(summary.findings()).as("%s", isolation).isEmpty();
        }
        names.clear();
        RunSummary summary = run(Optional.empty());
        assertThat(events.stream()
                        .filter(e ->
                                e instanceof RunEvent.FailureRetried r && r.confirmation() == Confirmation.OWN_DOING))
                .isNotEmpty();
        assertThat(summary.findings()).isEmpty();
        assertThat(summary.warnings())
                .anyMatch(w -> w.startsWith("POST /names, ") && w.contains("a name that is taken"));
        assertThat(summary.clean()).isTrue();
        assertThat(summary.phases()).allMatch(p -> p.findings() == 0);
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void a_failure_of_the_same_words_that_is_the_services_own_is_still_found(Isolation isolation) throws IOException {
        duplicate = 500;
        fails = name -> name.get("age").intValue() == 2;
        RunSummary summary = run(Optional.of(isolation), new Names());
        assertThat(summary.findings()).hasSize(1);
        assertThat(summary.findings().get(0).confirmation()).contains(Confirmation.CONFIRMED);
        assertThat(summary.findings().get(0).reproduce()).contains("\"age\":2");
    }

    @Test
    void and_so_it_is_without_a_hook() throws IOException {
        duplicate = 500;
        fails = name -> name.get("age").intValue() == 2;
        RunSummary summary = run(Optional.empty());
        assertThat(summary.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.confirmation()).contains(Confirmation.CONFIRMED);
            assertThat(finding.reproduce()).contains("\"age\":2");
        });
    }

    @Test
    void what_the_run_does_itself_does_not_count_as_one_of_the_failures_that_end_it() throws IOException {
        duplicate = 422;
        maxFailures = OptionalInt.of(1);
        assertThat(run(Optional.empty()).cut()).isEmpty();
        names.clear();
        assertThat(run(Optional.of(Isolation.NONE), new Names()).cut()).isEmpty();
        fails = name -> name.get("age").intValue() == 2;
        RunSummary summary = run(Optional.of(Isolation.NONE), new Names());
        assertThat(summary.cut().orElseThrow().reason()).isEqualTo(RunEvent.RunCut.Reason.FAILURES);
        assertThat(summary.findings()).hasSize(1);
    }

    @Test
    void a_service_that_fails_now_and_then_is_not_excused() throws IOException {
        AtomicInteger count = new AtomicInteger();
        fails = name -> count.incrementAndGet() % 3 == 0;
        duplicate = 201;
        RunSummary summary = run(Optional.empty());
        assertThat(summary.findings()).isNotEmpty();
    }
}

package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Network;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.OperationSettings.Cases;
import io.contractcheck.OperationSettings.Judging;
import io.contractcheck.OperationSettings.Sending;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.check.StatusSet;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.CheckSummary;
import io.contractcheck.http.Header;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationSettingsTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            paths:
              /books:
                get: {tags: [books], parameters: [&limit {name: limit, in: query, schema: {type: integer}}], responses: &ok {"200": {description: ok}, "400": {description: no}}}
                post: {tags: [books], parameters: [*limit], responses: *ok}
              /authors:
                get: {parameters: [*limit], responses: *ok}
            """;
    private static final String BOOKS = "GET /books";
    private static final String AUTHORS = "GET /authors";

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch never = new CountDownLatch(1);
    private final Map<String, List<String>> tenants = new LinkedHashMap<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, 500));
        server.createContext("/slow", exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
    }

    @AfterEach
    void close() {
        never.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        synchronized (tenants) {
            tenants.computeIfAbsent(exchange.getRequestURI().getPath(), p -> new ArrayList<>())
                    .add(String.valueOf(exchange.getRequestHeaders().get("X-Tenant")));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private ContractConfig config(OperationSettings... settings) {
        return ContractConfig.of("api.yaml")
                .with(new Target(
                        "api.yaml",
                        Optional.of("http://127.0.0.1:" + server.getAddress().getPort()),
                        folder))
                .with(new Selection(List.of(), List.of(), List.of("coverage", "fuzzing"), List.of(), List.of()))
                .with(new Generation(5, OptionalLong.of(7), Mode.ALL, false, false))
                .with(new Network(Duration.ofSeconds(20), Duration.ofSeconds(20), List.of(new Header("X-Tenant", "a"))))
                .with(new Reporting(folder, List.of()))
                .with(List.of(settings));
    }

    private RunSummary run(ContractConfig config) {
        return ContractRun.run(config, List.of(), List.of());
    }

    /** As {@code coverage GET /books +} and the request, by operation. */
    private Map<String, List<String>> cases(OperationSettings... settings) {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        ContractCases.generate(
                config(settings),
                List.of(),
                List.of(),
                made -> cases.computeIfAbsent(made.id().scenario().operation(), o -> new ArrayList<>())
                        .add(made.id().scenario().phase()
                                + (made.testCase().intent() instanceof Intent.Positive ? " + " : " - ")
                                + made.request()));
        return cases;
    }

    private static List<String> of(List<String> cases, String beginning) {
        return cases.stream().filter(c -> c.startsWith(beginning)).toList();
    }

    private static Cases examples(int count) {
        return new Cases(OptionalInt.of(count), List.of(), Optional.empty());
    }

    @Test
    void more_cases_for_one_change_none_of_another() {
        Map<String, List<String>> usual = cases();
        Map<String, List<String>> more = cases(OperationSettings.of(BOOKS).with(examples(20)));
        assertThat(of(usual.get(BOOKS), "fuzzing")).hasSize(5);
        assertThat(of(more.get(BOOKS), "fuzzing"))
                .hasSize(20)
                .startsWith(of(usual.get(BOOKS), "fuzzing").toArray(String[]::new));
        assertThat(more.get(AUTHORS)).isEqualTo(usual.get(AUTHORS));
        assertThat(more.get("POST /books")).isEqualTo(usual.get("POST /books"));
    }

    @Test
    void phases_and_mode_are_those_of_the_operation() {
        Map<String, List<String>> usual = cases();
        Map<String, List<String>> own = cases(
                OperationSettings.of(BOOKS).with(new Cases(OptionalInt.empty(), List.of("fuzzing"), Optional.empty())),
                OperationSettings.of(AUTHORS)
                        .with(new Cases(OptionalInt.empty(), List.of(), Optional.of(Mode.NEGATIVE))));
        assertThat(own.get(BOOKS)).isEqualTo(of(usual.get(BOOKS), "fuzzing"));
        assertThat(own.get(AUTHORS))
                .isNotEmpty()
                .noneMatch(c -> c.contains(" + "))
                .containsAll(of(usual.get(AUTHORS), "coverage -"));
        assertThat(own.get("POST /books")).isEqualTo(usual.get("POST /books"));
    }

    @Test
    void an_operation_may_have_a_phase_that_others_have_not() {
        ContractConfig config = config(OperationSettings.of(BOOKS)
                        .with(new Cases(OptionalInt.empty(), List.of("fuzzing"), Optional.empty())))
                .with(new Selection(List.of(), List.of(), List.of("coverage"), List.of(), List.of()));
        Map<String, Long> phases = new LinkedHashMap<>();
        ContractCases.generate(
                config,
                List.of(),
                List.of(),
                made -> phases.merge(
                        made.id().scenario().phase() + " "
                                + made.id().scenario().operation(),
                        1L,
                        Long::sum));
        assertThat(phases.keySet()).containsExactly("coverage POST /books", "coverage " + AUTHORS, "fuzzing " + BOOKS);
    }

    @Test
    void what_is_not_enabled_is_not_tested_and_a_later_word_counts() {
        OperationSettings none = OperationSettings.of("tag:books").enabled(false);
        assertThat(cases(none)).containsOnlyKeys(AUTHORS);
        assertThat(cases(none, OperationSettings.of(BOOKS).enabled(true))).containsOnlyKeys(BOOKS, AUTHORS);
        assertThatThrownBy(() -> cases(OperationSettings.of("*").enabled(false)))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("Nothing would be tested");
    }

    @Test
    void of_several_each_thing_is_as_the_last_one_says_that_speaks_of_it() {
        Map<String, List<String>> cases = cases(
                OperationSettings.of("*").with(new Cases(OptionalInt.of(9), List.of("fuzzing"), Optional.empty())),
                OperationSettings.of("tag:books").with(examples(3)),
                OperationSettings.of("POST")
                        .with(new Cases(OptionalInt.empty(), List.of(), Optional.of(Mode.POSITIVE))));
        assertThat(cases.get(AUTHORS)).hasSize(9);
        assertThat(cases.get(BOOKS)).hasSize(3).anyMatch(c -> c.contains(" - "));
        assertThat(cases.get("POST /books")).hasSize(3).noneMatch(c -> c.contains(" - "));
    }

    private static Judging checks(String... names) {
        return new Judging(List.of(names), List.of(), Map.of(), Optional.empty());
    }

    private static List<String> findings(RunSummary summary) {
        return summary.findings().stream()
                .map(f -> f.id().operation() + " " + f.id().check())
                .distinct()
                .toList();
    }

    @Test
    void each_operation_is_looked_at_by_its_own_checks() {
        RunSummary summary = run(config(
                        OperationSettings.of(AUTHORS).with(checks("max_response_time")),
                        OperationSettings.of(BOOKS).with(checks("not_a_server_error", "max_response_time")))
                .with(new CheckSettings(List.of(), Optional.of(Duration.ofHours(1))))
                .with(new Selection(
                        List.of(), List.of(), List.of("fuzzing"), List.of("not_a_server_error"), List.of())));
        assertThat(summary.operations())
                .extracting(
                        RunSummary.OperationSummary::label,
                        o -> List.copyOf(o.checks().keySet()))
                .containsExactlyInAnyOrder(
                        tuple(BOOKS, List.of("not_a_server_error", "max_response_time")),
                        tuple("POST /books", List.of("not_a_server_error")),
                        tuple(AUTHORS, List.of("max_response_time")));
        assertThat(summary.checks())
                .extracting(CheckSummary::name, CheckSummary::operations)
                .containsExactlyInAnyOrder(tuple("not_a_server_error", 2), tuple("max_response_time", 2));
    }

    @Test
    void what_is_excluded_for_one_looks_at_the_others_and_sends_nothing_for_it() {
        Judging without =
                new Judging(List.of(), List.of("unsupported_method", "not_a_server_error"), Map.of(), Optional.empty());
        assertThat(findings(run(config(OperationSettings.of(AUTHORS).with(without)))))
                .contains(BOOKS + " not_a_server_error")
                .doesNotContain(AUTHORS + " not_a_server_error");
        assertThat(cases().get(AUTHORS)).anyMatch(c -> c.contains("DELETE"));
        assertThat(cases(OperationSettings.of(AUTHORS).with(without)).get(AUTHORS))
                .noneMatch(c -> c.contains("DELETE"));
    }

    @Test
    void an_operation_may_answer_otherwise_and_more_slowly() {
        Judging slow = new Judging(
                List.of(),
                List.of(),
                Map.of("not_a_server_error", new StatusSet("5xx")),
                Optional.of(Duration.ofHours(1)));
        RunSummary summary = run(config(OperationSettings.of(BOOKS).with(slow))
                .with(new CheckSettings(List.of(), Optional.of(Duration.ofNanos(1)))));
        assertThat(findings(summary))
                .contains(AUTHORS + " not_a_server_error", AUTHORS + " max_response_time")
                .doesNotContain(BOOKS + " not_a_server_error", BOOKS + " max_response_time");
    }

    @Test
    void headers_are_sent_in_place_of_those_for_all() {
        run(config(OperationSettings.of("tag:books")
                .with(new Sending(Optional.empty(), List.of(new Header("x-tenant", "b"))))));
        assertThat(tenants.get("/books")).isNotEmpty().containsOnly("[b]");
        assertThat(tenants.get("/authors")).isNotEmpty().containsOnly("[a]");
    }

    @Test
    void a_request_may_take_its_own_time() throws IOException {
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT.replace("/authors", "/slow"));
        RunSummary summary = run(config(OperationSettings.of("GET /slow")
                .with(new Sending(Optional.of(Duration.ofMillis(100)), List.of()))
                .with(new Cases(OptionalInt.of(1), List.of("fuzzing"), Optional.empty()))));
        assertThat(summary.errors())
                .anyMatch(e -> e.operation().equals(Optional.of("GET /slow"))
                        && e.message().contains("within 100 ms"));
    }

    @Test
    void what_is_not_there_is_an_error_that_says_what_was_meant() {
        assertThatThrownBy(() -> cases(OperationSettings.of("GET /boks")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(
                        "operations: 'GET /boks' matches none of the 3 operations. Did you mean 'GET /books'?");
        assertThatThrownBy(() -> cases(OperationSettings.of(BOOKS).with(checks("not_a_server_eror"))))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("operations, GET /books: checks: ")
                .hasMessageContaining("not_a_server_error");
        assertThatThrownBy(() -> cases(OperationSettings.of(BOOKS)
                        .with(new Cases(OptionalInt.empty(), List.of("fuzz"), Optional.empty()))))
                .hasMessageStartingWith("operations, GET /books: phases: ")
                .hasMessageContaining("fuzzing");
        assertThatThrownBy(() -> cases(OperationSettings.of(BOOKS)
                        .with(new Judging(
                                List.of(), List.of(), Map.of("oops", new StatusSet("5xx")), Optional.empty()))))
                .hasMessageContaining("oops");
        assertThatThrownBy(() -> OperationSettings.of()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> examples(0)).isInstanceOf(IllegalArgumentException.class);
    }
}

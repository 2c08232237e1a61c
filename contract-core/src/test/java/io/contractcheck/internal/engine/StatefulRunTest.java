package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.Orders;
import io.contractcheck.Orders.Fault;
import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.Users;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.check.Checks;
import io.contractcheck.event.Confirmation;
import io.contractcheck.event.Prelude;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.Finding;
import io.contractcheck.event.Shard;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.internal.engine.EngineSettings.Limits;
import io.contractcheck.internal.phase.Known;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.PhaseSettings;
import io.contractcheck.internal.phase.Phases;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.learn.Knowledge;
import io.contractcheck.learn.Learner;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults behind two and three calls, found with nothing but the calls that they need. */
class StatefulRunTest {
    private static final URI WHERE = URI.create("memory:/orders.yaml");
    private static final Api API =
            ApiReader.read(Documents.of(WHERE, Yaml.parse(Orders.DOCUMENT)).root(WHERE));

    private RunSummary run(Orders service, long seed, int maxExamples, int workers) {
        Transport transport = new Transport() {
            @Override
            public Exchange send(Request request) {
                return new Exchange(request, service.answer(request), Duration.ofMillis(1));
            }

            @Override
            public void close() {}
        };
        List<RunEvent> events = new ArrayList<>();
        Secrets secrets = new Secrets();
        Known known = new Known(() -> LinkGraph.of(API), Knowledge.NONE);
        List<Phase> stateful = Phases.standard().stream()
                .filter(phase -> phase.name().equals("stateful"))
                .toList();
        new Engine(
                        new EngineSettings(
                                        "http://127.0.0.1:1",
                                        seed,
                                        new PhaseSettings(maxExamples),
                                        CheckSettings.defaults())
                                .with(() -> known, new Learner(Knowledge.NONE))
                                .with(new Limits(
                                        workers, Duration.ofHours(1), OptionalInt.empty(), true, new Shard(1, 1))),
                        transport,
                        Users.of(
                                AuthSettings.NONE,
                                List.of(),
                                API,
                                new Users.Surroundings(
                                        transport, "http://127.0.0.1:1", secrets, Clock.systemUTC(), w -> {})),
                        secrets,
                        new HookList(List.<Plugged>of()),
                        Checks.standard(),
                        event -> {
                            synchronized (events) {
                                events.add(event);
                            }
                        })
                .run(API, stateful);
        assertThat(events).noneMatch(RunEvent.ErrorOccurred.class::isInstance);
        return RunSummary.of(events);
    }

    private static List<String> calls(Finding finding) {
        return Stream.concat(
                        finding.chain().stream().map(Prelude.Call::operation),
                        Stream.of(finding.id().operation()))
                .toList();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        Fault.READ_AFTER_UPDATE,
                        "not_a_server_error",
                        List.of("POST /orders", "PUT /orders/{orderId}", "GET /orders/{orderId}")),
                Arguments.of(
                        Fault.STAYS,
                        "use_after_free",
                        List.of("POST /orders", "DELETE /orders/{orderId}", "GET /orders/{orderId}")),
                Arguments.of(
                        Fault.SECOND_CANCEL,
                        "not_a_server_error",
                        List.of("POST /orders", "POST /orders/{orderId}/cancel", "POST /orders/{orderId}/cancel")),
                Arguments.of(
                        Fault.STATE_IS_NUMBER,
                        "response_schema_conformance",
                        List.of("POST /orders", "POST /orders/{orderId}/cancel")),
                Arguments.of(
                        Fault.NOT_FOUND,
                        "ensure_resource_availability",
                        List.of("POST /orders", "GET /orders/{orderId}")),
                Arguments.of(
                        Fault.NOTE_OF_CANCELLED,
                        "not_a_server_error",
                        List.of(
                                "POST /orders",
                                "POST /orders/{orderId}/cancel",
                                "POST /notes",
                                "GET /notes/{noteId}")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_found_with_the_shortest_sequence(Fault fault, String check, List<String> shortest) {
        for (boolean unique : new boolean[] {false, true}) {
            for (long seed = 1; seed <= 2; seed++) {
                RunSummary summary = run(new Orders(fault, unique), seed, 40, 1);
                Finding finding = summary.findings().stream()
                        .filter(f -> f.id().check().equals(check)
                                && f.id().operation().equals(shortest.get(shortest.size() - 1)))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(summary.findings().toString()));
                String as = fault + ", unique " + unique + ", seed " + seed + "\n" + finding.reproduce();
                assertThat(sorted(calls(finding))).as(as).isEqualTo(sorted(shortest));
                assertThat(finding.confirmation()).as(as).contains(Confirmation.CONFIRMED);
                assertThat(finding.reproduce()).startsWith("#!/bin/sh");
            }
        }
    }

    private static List<String> sorted(List<String> calls) {
        List<String> sorted = new ArrayList<>(calls.subList(0, calls.size() - 1));
        sorted.sort(null);
        sorted.add(calls.get(calls.size() - 1));
        return sorted;
    }

    @Test
    void a_fault_behind_both_of_two_states_is_found_by_a_random_walk() {
        RunSummary summary = run(new Orders(Fault.DELETE_AFTER_BOTH, false), 1, 100, 2);
        assertThat(summary.findings()).hasSize(1);
        assertThat(sorted(calls(summary.findings().get(0))))
                .containsExactly(
                        "POST /orders",
                        "POST /orders/{orderId}/cancel",
                        "PUT /orders/{orderId}",
                        "DELETE /orders/{orderId}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_service_that_is_right_has_no_finding(boolean unique) {
        for (long seed = 1; seed <= 8; seed++) {
            RunSummary summary = run(new Orders(Fault.NONE, unique), seed, 40, seed % 2 == 0 ? 1 : 3);
            assertThat(summary.findings()).as("seed " + seed).isEmpty();
            assertThat(summary.operations())
                    .hasSizeGreaterThanOrEqualTo(7)
                    .allMatch(RunSummary.OperationSummary::reached2xx);
        }
    }

    @Test
    void what_others_come_between_is_no_finding() {
        for (long seed = 1; seed <= 6; seed++) {
            RunSummary summary = run(new Orders(Fault.NONE, false, true), seed, 40, 4);
            assertThat(summary.findings()).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void the_same_seed_calls_the_same_however_many_work() {
        Orders one = new Orders(Fault.NONE, false);
        Orders three = new Orders(Fault.NONE, false);
        run(one, 7, 30, 1);
        run(three, 7, 30, 3);
        assertThat(named(three)).isEqualTo(named(one));
        assertThat(one.calls()).hasSizeGreaterThan(100);
    }

    /** Without ids, which go by the order in which they are given. */
    private static List<String> named(Orders service) {
        return service.calls().stream()
                .map(call -> call.replaceAll("-?\\d+", "#"))
                .sorted()
                .toList();
    }
}

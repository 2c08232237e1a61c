package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.check.Severity;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.CheckResult;
import io.contractcheck.event.Doubt;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.event.Sender;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.TransportException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However much goes wrong, a person can read the log. */
class VolumeTest {
    private static final int OPERATIONS = 150;
    private static final int CASES = 10_000;
    private static final List<String> PHASES = List.of("examples", "coverage", "fuzzing", "security");

    private final Told told = new Told();
    private final ConsoleLog log = new ConsoleLog(new Console(told), Path.of("reports"));

    private static String operation(int i) {
        return "GET /things/" + i % OPERATIONS;
    }

    private static String manyLines(String first) {
        return first + "\nand a line of it".repeat(20);
    }

    private static CaseId id(String phase, int i) {
        return new CaseId(new ScenarioId(phase, operation(i), i), operation(i), 0);
    }

    private static RunEvent failing(int i, int checks) {
        Failure failure = new Failure(
                new FailureId(operation(i), "check_" + i % checks, "cause " + i % 5),
                "Title",
                manyLines("what came"),
                manyLines("what to do"),
                Severity.values()[i % Severity.values().length]);
        return new RunEvent.CallAnswered(
                id(PHASES.get(i % 4), i),
                Purpose.CASE,
                true,
                "valid",
                Sender.PLAIN,
                new Exchange(
                        new Request("GET", "http://127.0.0.1:1", "/a?" + "long=1&".repeat(i % 500), List.of(), null),
                        new Response(i % 3 == 0 ? 200 : 500, "", List.of(), new byte[0], false),
                        Duration.ofMillis(1)),
                List.of(new CheckResult("check_" + i % checks, CheckResult.Outcome.FAILED, List.of(failure))));
    }

    private void everythingGoesWrong(int checks) {
        for (int i = 0; i < 60; i++) {
            log.on(new RunEvent.HookLoaded(
                    "com.acme.Hook" + i, "a.jar", Optional.empty(), Optional.empty(), Optional.empty(), false));
            log.on(new RunEvent.CredentialReady("user " + i, "bearer", "a token of 10 characters"));
            log.on(new RunEvent.Warned(manyLines("warning " + i)));
        }
        log.on(new RunEvent.RunStarted(
                "1",
                "api.yaml",
                "OpenAPI 3.0.3",
                "t",
                "1",
                "http://127.0.0.1:1",
                7,
                Instant.EPOCH,
                IntStream.range(0, OPERATIONS + 100)
                        .mapToObj(i -> "GET /things/" + i)
                        .toList(),
                PHASES,
                IntStream.range(0, checks).mapToObj(i -> "check_" + i).toList()));
        for (int i = 0; i < 50; i++) {
            String untested = "GET /things/" + (OPERATIONS + i);
            log.on(new RunEvent.OperationNotTested(untested, Optional.empty(), manyLines("no value")));
            String withheld = "GET /things/" + (OPERATIONS + 50 + i);
            log.on(new RunEvent.CaseWithheld(
                    new CaseId(new ScenarioId("fuzzing", withheld, 0), withheld, 0), Purpose.CASE, "valid", "too big"));
        }
        PHASES.forEach(p -> log.on(new RunEvent.PhaseStarted(p)));
        for (int i = 0; i < CASES; i++) {
            log.on(failing(i, checks));
            log.on(new RunEvent.CaseWithheld(id("fuzzing", i), Purpose.CASE, "valid", "reason " + i));
            log.on(new RunEvent.ErrorOccurred(Optional.of(operation(i)), manyLines("error " + i % 300)));
            log.on(new RunEvent.CallUnanswered(
                    id("fuzzing", i),
                    Purpose.CASE,
                    new Request("GET", "http://127.0.0.1:1", "/a", List.of(), null),
                    TransportException.Kind.values()[i % TransportException.Kind.values().length],
                    "gone"));
        }
        PHASES.forEach(p -> log.on(new RunEvent.PhaseFinished(p, Duration.ofSeconds(1))));
        for (int i = 0; i < 60; i++) {
            log.on(new RunEvent.HookUsed("com.acme.Hook" + i, 0, 0));
        }
        Arrays.stream(Doubt.Kind.values())
                .forEach(k -> IntStream.range(0, 20)
                        .forEach(i ->
                                log.on(new RunEvent.Doubted(new Doubt(k, manyLines("doubt " + k + i), i % 2 == 0)))));
        log.on(new RunEvent.RunFinished(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 100})
    void ten_thousand_failing_cases_are_under_two_hundred_lines(int checks) {
        everythingGoesWrong(checks);
        List<String> lines = new ArrayList<>(told.lines());
        assertThat(lines).hasSizeLessThan(200).noneMatch(l -> l.contains("\n"));
        assertThat(lines.stream().mapToInt(String::length).sum()).isLessThan(64_000);
        assertThat(lines)
                .filteredOn(l -> l.matches("\\w+ \\s*(\\.\\.\\. |- )and .* more.*") && !l.contains("     - and"))
                .isNotEmpty()
                .allMatch(l -> l.endsWith("all in " + Path.of("reports", "summary.json")));
        for (String cut : List.of("hook", "credential", "warning", "doubt", "operation", "error")) {
            assertThat(lines)
                    .as(cut)
                    .anyMatch(l -> l.matches("\\w+ \\.\\.\\. and \\d+ " + cut + "s.* more, all in .*"));
        }
    }

    @Test
    void each_check_that_found_something_is_seen_however_many_there_are() {
        everythingGoesWrong(16);
        for (int i = 0; i < 16; i++) {
            String check = "[check_" + i + ", ";
            assertThat(told.lines()).anyMatch(l -> l.contains(check));
        }
    }
}

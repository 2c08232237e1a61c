package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.event.CaseId;
import io.contractcheck.event.Doubt;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.hook.HookSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleLogTest {
    private static final RunEvent STARTED = new RunEvent.RunStarted(
            "1",
            "api.yaml",
            "OpenAPI 3.0.3",
            "t",
            "1",
            "http://127.0.0.1:1",
            7,
            Instant.EPOCH,
            List.of("GET /a", "GET /b"),
            List.of("fuzzing"),
            List.of("check"));
    private static final RunEvent FINISHED = new RunEvent.RunFinished(Duration.ofSeconds(1));

    private final Told told = new Told();

    private List<String> tell(HookSettings settings, RunEvent... events) {
        ConsoleLog log = new ConsoleLog(new Console(told), Path.of("reports"));
        log.settings(settings);
        List.of(events).forEach(log::on);
        return told.lines();
    }

    private List<String> warned(RunEvent... events) {
        ConsoleLog log = new ConsoleLog(new Console(told), Path.of("reports"));
        log.on(STARTED);
        List.of(events).forEach(log::on);
        log.on(FINISHED);
        return told.of("WARN");
    }

    @Test
    void hooks_and_credentials_are_a_line_each_at_the_beginning_and_at_the_end() {
        assertThat(tell(
                        new HookSettings(Map.of("Sign.key", "k", "other", "o"), List.of(), List.of()),
                        new RunEvent.HookLoaded(
                                "com.acme.Sign",
                                "acme-1.jar",
                                Optional.of("com.acme:acme:1"),
                                Optional.of("sha256:0123456789abcdef0123456789abcdef"),
                                Optional.of("/books"),
                                true),
                        new RunEvent.HookLoaded(
                                "com.acme.Plain",
                                "classes",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false),
                        STARTED,
                        new RunEvent.CredentialReady("anna", "bearer", "token of 12 characters"),
                        Findings.passing("GET /a", 200),
                        Findings.passing("GET /b", 200),
                        new RunEvent.HookUsed("com.acme.Sign", 3, 2),
                        new RunEvent.HookUsed("com.acme.Plain", 1, 0),
                        new RunEvent.CredentialUsed("anna", "bearer", 1),
                        FINISHED))
                .containsExactly(
                        "INFO Hook 1: com.acme.Sign from acme-1.jar (com.acme:acme:1), sha256:0123456789ab, only for /books, required,"
                                + " 1 setting of its own",
                        "INFO Hook 2: com.acme.Plain from classes",
                        "INFO ContractCheck 1: t 1 (OpenAPI 3.0.3), 2 operations at http://127.0.0.1:1",
                        "INFO Checks: check",
                        "INFO Credential bearer of anna: token of 12 characters",
                        "INFO ",
                        "INFO Cases and statuses by operation (f fuzzing)",
                        "INFO   GET /a  f  1  200:1",
                        "INFO   GET /b  f  1  200:1",
                        "INFO ",
                        "INFO Hook com.acme.Sign applied 2 times (asked 3 times)",
                        "INFO Hook com.acme.Plain applied 0 times (asked once)",
                        "INFO Credential bearer of anna put on 1 request",
                        "INFO Operations: 2, reached 2xx: 2, Cases: 2, Findings: 0, Errors: 0, Seed: 7",
                        "INFO Reports: reports");
    }

    @Test
    void a_phase_that_calls_nothing_is_not_worth_a_line() {
        List<String> lines = tell(
                HookSettings.NONE,
                STARTED,
                new RunEvent.PhaseStarted("examples"),
                new RunEvent.PhaseFinished("examples", Duration.ofSeconds(1)),
                new RunEvent.PhaseStarted("fuzzing"),
                Findings.passing("GET /a", 200),
                new RunEvent.PhaseFinished("fuzzing", Duration.ofSeconds(2)),
                FINISHED);
        assertThat(lines.subList(2, 5))
                .containsExactly(
                        "INFO Running fuzzing",
                        "INFO Operations: 1, Cases: 1, Findings: 0, Time elapsed: 2.000 s -- in fuzzing",
                        "INFO ");
    }

    @Test
    void what_a_rate_limit_cost_is_a_line() {
        RunEvent[] waited = {
            Findings.passing("GET /a", 200),
            Findings.passing("GET /b", 200),
            new RunEvent.Throttled(Duration.ofMillis(1500), false),
            new RunEvent.Throttled(Duration.ZERO, false)
        };
        assertThat(warned(waited))
                .containsExactly("Rate limit hit: 2 times (429), waited 1.5 s. Lower the speed with <rateLimit>"
                        + " (contract.rateLimit).");
        assertThat(warned(waited[0], waited[1], waited[2], new RunEvent.Throttled(Duration.ZERO, true)))
                .last()
                .isEqualTo("Rate limit hit: 2 times (429), waited 1.5 s; 1 request stayed refused and tested"
                        + " nothing. Lower the speed with <rateLimit> (contract.rateLimit), or wait longer with"
                        + " <maxRetryAfter> (contract.maxRetryAfter).");
    }

    @Test
    void each_operation_has_a_line_before_all_that_was_found() {
        List<String> lines = tell(
                HookSettings.NONE,
                STARTED,
                Findings.passing("GET /a", 404),
                Findings.failing("GET /b", "check", "one"),
                FINISHED);
        assertThat(lines)
                .containsSubsequence(
                        "INFO Never reached 2xx: 2 operations of 2, here with the answers to valid cases",
                        "INFO   GET /a  f  1  404:1",
                        "INFO   GET /b  f  1  500:1",
                        "ERROR 1. GET /b: Title of check [check, high]");
    }

    @Test
    void what_makes_a_run_doubtful_comes_before_all_that_it_found() {
        List<String> lines = tell(
                HookSettings.NONE,
                STARTED,
                Findings.failing("GET /a", "check", "one"),
                new RunEvent.Doubted(new Doubt(Doubt.Kind.UNUSED_HOOK, "A hook did nothing.", false)),
                new RunEvent.Doubted(new Doubt(Doubt.Kind.MISSING_AUTH, "All 401.\nSet <token>.", true)),
                FINISHED);
        assertThat(lines)
                .containsSubsequence(
                        "INFO ",
                        "ERROR All 401. [missing_auth]",
                        "ERROR    Set <token>.",
                        "WARN A hook did nothing. [unused_hook]",
                        "INFO ",
                        "ERROR 1. GET /a: Title of check [check, high]");
    }

    @Test
    void a_broken_run_says_so_even_if_it_never_began() {
        assertThat(tell(HookSettings.NONE, new RunEvent.RunBroken("token: is empty.\nSet it.")))
                .containsExactly("ERROR The contract tests could not run: token: is empty.", "ERROR Set it.");
    }

    private static RunEvent withheld(String operation, String reason) {
        return new RunEvent.CaseWithheld(
                new CaseId(new ScenarioId("fuzzing", operation, 0), operation, 0), Purpose.CASE, "valid", reason);
    }

    @Test
    void withheld_cases_are_one_line_for_each_operation_with_the_first_reason() {
        assertThat(warned(
                        Findings.passing("GET /a", 200),
                        withheld("GET /a", "query parameter 'limit': too big"),
                        withheld("GET /a", "another")))
                .containsExactly(
                        "Withheld: GET /a: 2 cases were not sent, since a hook or a configured header made them"
                                + " invalid; the first: query parameter 'limit': too big");
    }

    @Test
    void an_operation_all_of_whose_cases_were_withheld_is_told_once_as_not_tested() {
        assertThat(warned(Findings.passing("GET /a", 200), withheld("GET /b", "too big")))
                .containsExactly("Not tested: GET /b: a case was not sent, since a hook or a configured header made it"
                        + " invalid: too big");
    }
}

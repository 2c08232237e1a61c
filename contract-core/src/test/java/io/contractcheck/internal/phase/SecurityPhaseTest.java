package io.contractcheck.internal.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.auth.Callers;
import io.contractcheck.auth.Granted;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckContext;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.check.Checks;
import io.contractcheck.check.Failure;
import io.contractcheck.check.Verdict;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.internal.phase.Vault.Habit;
import io.contractcheck.learn.Knowledge;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.openapi.Api;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.Mode;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The phase and the checks that judge its cases, with a service in memory. */
class SecurityPhaseTest {
    private static final String ORIGIN = "http://127.0.0.1:1";
    private static final Api API = Vault.api();
    private static final Callers CALLERS = new Callers(
            List.of(
                    new Granted("alice", Optional.of(List.of("reports"))),
                    new Granted("bob", Optional.of(List.of("nothing")))),
            List.of("/api/login"));

    private static final Known KNOWN = new Known(() -> LinkGraph.of(API), Knowledge.NONE);

    private final List<String> sent = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    private final class Judging implements Session {
        private final Vault vault;
        private final Random random;
        private final List<CheckContext.Answered> earlier = new ArrayList<>();

        private Judging(Vault vault, long seed) {
            this.vault = vault;
            this.random = new Random(seed);
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
            Request request = Wire.write(testCase, ORIGIN);
            String sender = testCase.identity().map(Identity::describe).orElse("as user alice");
            sent.add(request.method() + " " + request.target() + " " + sender);
            Exchange exchange = new Exchange(request, vault.answer(request, testCase.identity()), Duration.ZERO);
            CheckContext context = new CheckContext(
                    testCase, exchange, earlier, CheckSettings.defaults().with(CALLERS));
            for (Check check : Checks.standard()) {
                if (check.check(context) instanceof Verdict.Failed failed) {
                    failures.addAll(failed.failures());
                }
            }
            earlier.add(new CheckContext.Answered(testCase, exchange));
            return exchange;
        }
    }

    private static List<Scenario> scenarios(PhaseSettings.Probes probes) {
        try (Stream<Scenario> scenarios = new SecurityPhase()
                .plan(API, new PhaseSettings(1, Mode.NEGATIVE, probes, CALLERS, KNOWN), warning -> {})
                .all(API)) {
            return scenarios.toList();
        }
    }

    private void run(Habit habit, boolean signed) {
        Vault vault = new Vault(habit, signed);
        for (Scenario scenario : scenarios(PhaseSettings.Probes.STANDARD)) {
            scenario.body().run(new Judging(vault, scenario.id().hashCode()));
        }
    }

    private Set<String> found() {
        Set<String> found = new LinkedHashSet<>();
        failures.forEach(f -> found.add(f.id().check() + " " + f.id().operation() + ": " + f.id().cause()));
        return found;
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CORRECT",
                "FORBIDS",
                "REDIRECTS",
                "LOOKS_FIRST",
                "DELETES_BLINDLY",
                "NUMBERS_EACH_USER",
                "SHARES",
                "SHARES_A_PAGE"
            })
    void a_service_that_keeps_its_promises_has_no_finding(Habit habit) {
        run(habit, true);
        assertThat(failures).isEmpty();
        assertThat(sent).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IGNORES_AUTH_OF_LIST | ignored_auth GET /notes: anonymous; ignored_auth POST /notes: anonymous
            IGNORES_AUTH_OF_MEMBER | ignored_auth GET /notes/{noteId}: anonymous; ignored_auth PUT /notes/{noteId}: anonymous; \
            ignored_auth DELETE /notes/{noteId}: anonymous
            OPEN | ignored_auth GET /notes/{noteId}: anonymous
            LEAKS | object_level_authorization GET /notes/{noteId}: read by another user
            CHANGES | object_level_authorization PUT /notes/{noteId}: changed by another user
            DELETES | object_level_authorization DELETE /notes/{noteId}: deleted by another user
            IGNORES_SCOPES | function_level_authorization GET /report: lacking reports
            """)
    void what_is_wrong_is_said_once_and_by_one_check(Habit habit, String expected) {
        run(habit, true);
        assertThat(found()).containsExactlyInAnyOrder(expected.split("; "));
    }

    @Test
    void forged_credentials_are_one_cause_however_many_operations_take_them() {
        run(Habit.ACCEPTS_ANY_TOKEN, false);
        assertThat(failures).extracting(f -> f.id().check()).containsOnly("ignored_auth");
        assertThat(failures).extracting(f -> f.id().cause()).containsOnly("invented:token", "invented:oauth");
        assertThat(failures)
                .extracting(f -> f.id().operation())
                .contains("GET /notes", "POST /notes", "GET /notes/{noteId}", "DELETE /notes/{noteId}", "GET /report");
    }

    @Test
    void a_signature_that_is_not_looked_at_is_told_from_one_that_need_not_be_there() {
        run(Habit.IGNORES_SIGNATURE, true);
        assertThat(failures).extracting(f -> f.id().cause()).contains("tampered:token", "tampered:oauth");
        assertThat(failures).extracting(f -> f.id().operation()).contains("GET /notes", "POST /notes", "GET /report");
        failures.clear();
        run(Habit.ACCEPTS_ALG_NONE, true);
        assertThat(failures).extracting(f -> f.id().cause()).containsOnly("unsigned:token", "unsigned:oauth");
        failures.clear();
        run(Habit.ACCEPTS_ALG_NONE, false);
        assertThat(failures).isEmpty();
    }

    @Test
    void without_any_security_there_is_one_cause_and_nothing_else_is_said() {
        run(Habit.NO_SECURITY, true);
        assertThat(failures)
                .extracting(f -> f.id().check() + " " + f.id().cause())
                .containsOnly("ignored_auth anonymous");
    }

    @Test
    void what_is_public_and_what_hands_out_credentials_is_left_alone() {
        assertThat(scenarios(PhaseSettings.Probes.STANDARD))
                .extracting(s -> s.operation().path())
                .isNotEmpty()
                .doesNotContain("/public", "/login");
    }

    @Test
    void a_check_that_is_off_sends_nothing() {
        assertThat(scenarios(PhaseSettings.Probes.NONE)).isEmpty();
        assertThat(scenarios(new PhaseSettings.Probes(true, true, true, true, false, true, false, true)))
                .extracting(s -> s.id().toString())
                .hasSize(1)
                .allMatch(id -> id.contains("POST /notes"));
    }

    @Test
    void a_scenario_has_the_same_name_whatever_else_is_made() {
        List<Scenario> all = scenarios(PhaseSettings.Probes.STANDARD);
        List<Scenario> some = scenarios(new PhaseSettings.Probes(false, false, false, false, false, true, true, false));
        assertThat(all)
                .extracting(Scenario::id)
                .doesNotHaveDuplicates()
                .containsAll(some.stream().map(Scenario::id).toList());
    }

    @Test
    void the_same_seed_sends_the_same() {
        run(Habit.CORRECT, true);
        List<String> first = List.copyOf(sent);
        sent.clear();
        run(Habit.CORRECT, true);
        assertThat(sent).isEqualTo(first);
    }

    @Test
    void the_message_says_what_is_required_what_was_sent_and_what_to_do() {
        run(Habit.LEAKS, true);
        Failure failure = failures.get(0);
        assertThat(failure.message())
                .contains(
                        "User alice created it",
                        "As user bob, the same GET was answered with 200",
                        "same content",
                        "Without credentials, the GET was answered with 401");
        assertThat(failure.advice())
                .contains("<expectedStatuses>object_level_authorization GET /notes/{noteId}: 200</expectedStatuses>");
        failures.clear();
        run(Habit.NO_SECURITY, true);
        assertThat(failures.get(0).message())
                .contains("requires credentials: oauth [reports] (vault.yaml#/paths/~1report/get/security)")
                .contains("Sent without credentials, the request was answered with 200");
        assertThat(failures.get(0).advice()).contains("`security: []` at vault.yaml#/paths/~1report/get");
    }
}

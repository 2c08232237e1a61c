package io.contractcheck.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.check.Severity;
import io.contractcheck.event.RunEvent.CallAnswered;
import io.contractcheck.event.RunEvent.FailureRetried;
import io.contractcheck.trace.RootCause;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootsTest {
    private static final FailureId FAILED = new FailureId("GET /items", "not_a_server_error", "500 without a message");
    private static final RootCause ONE = cause("One");
    private static final RootCause TWO = cause("Two");

    private static RootCause cause(String name) {
        return new RootCause("java.lang.IllegalStateException", name, List.of(name + ".at:1"), true, Optional.empty());
    }

    private static CallAnswered call(int index, Purpose purpose, FailureId failure, RootCause... suspects) {
        CallAnswered call = Sample.answered(Sample.id("fuzzing", "GET /items", index), purpose, 500, true, new byte[0]);
        return new CallAnswered(
                call.id(),
                purpose,
                true,
                "case " + index,
                call.sender(),
                call.exchange(),
                List.of(new CheckResult(
                        failure.check(),
                        CheckResult.Outcome.FAILED,
                        List.of(new Failure(failure, "Server error", "", "", Severity.CRITICAL)))),
                Stream.of(suspects).map(RootCause::identity).toList());
    }

    private static CallAnswered shown(int index, RootCause... suspects) {
        return call(index, Purpose.CASE, FAILED, suspects);
    }

    private static FailureRetried claimed(int index, RootCause cause) {
        return new FailureRetried(
                FAILED.at(cause.identity()),
                Confirmation.CONFIRMED,
                "came again",
                Optional.of(new FailureRetried.Claim(
                        new LoggedCause(cause, "service.log", 7), call(index, Purpose.CONFIRMATION, FAILED, cause))));
    }

    private static FailureRetried unclaimed(FailureId failure, Confirmation confirmation) {
        return new FailureRetried(failure, confirmation, "run again");
    }

    private static Map<String, Long> causes(List<? extends RunEvent> events) {
        Map<String, Long> causes = new TreeMap<>();
        RunSummary.of(new ArrayList<>(events)).findings().forEach(f -> causes.put(f.id().cause(), f.occurrences()));
        return causes;
    }

    @Test
    void what_is_claimed_tells_failures_apart_whatever_else_was_suspected() {
        List<RunEvent> events = List.of(
                shown(1, ONE),
                shown(2, TWO),
                shown(3, TWO),
                shown(4, ONE, cause("Noise")),
                claimed(1, ONE),
                claimed(2, TWO));
        assertThat(causes(events)).isEqualTo(Map.of(ONE.identity(), 2L, TWO.identity(), 2L));
        for (int seed = 0; seed < 10; seed++) {
            List<RunEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(RunSummary.of(shuffled).findings())
                    .isEqualTo(RunSummary.of(events).findings());
        }
    }

    @Test
    void what_is_only_suspected_changes_nothing() {
        List<RunEvent> plain = List.of(shown(1), shown(2), unclaimed(FAILED, Confirmation.CONFIRMED));
        List<RunEvent> suspected =
                List.of(shown(1, ONE), shown(2, ONE, TWO), unclaimed(FAILED, Confirmation.CONFIRMED));
        assertThat(RunSummary.of(suspected).findings().get(0).id()).isEqualTo(FAILED);
        assertThat(causes(suspected)).isEqualTo(causes(plain));
        assertThat(RunSummary.of(suspected).findings().get(0).confirmation()).contains(Confirmation.CONFIRMED);
    }

    @Test
    void what_did_not_come_again_is_said_of_the_failure_as_it_was_answered() {
        List<RunEvent> events = List.of(
                shown(1, ONE),
                shown(2, TWO),
                claimed(1, ONE),
                unclaimed(FAILED.at(TWO.identity()), Confirmation.FLAKY));
        assertThat(causes(events)).isEqualTo(Map.of(ONE.identity(), 1L, FAILED.cause(), 1L));
        assertThat(RunSummary.of(events).findings())
                .filteredOn(f -> f.rootCause().isEmpty())
                .singleElement()
                .satisfies(f -> assertThat(f.confirmation()).contains(Confirmation.FLAKY));
    }

    @Test
    void a_call_whose_log_came_too_late_belongs_to_what_is_known() {
        assertThat(causes(List.of(shown(1, ONE), shown(2), claimed(1, ONE)))).isEqualTo(Map.of(ONE.identity(), 2L));
        assertThat(causes(List.of(shown(1, ONE), shown(2), claimed(1, ONE), unclaimed(FAILED, Confirmation.CONFIRMED))))
                .isEqualTo(Map.of(ONE.identity(), 1L, FAILED.cause(), 1L));
    }

    @Test
    void one_root_cause_behind_other_words_is_one_finding() {
        FailureId other = new FailureId(FAILED.operation(), FAILED.check(), "503 busy");
        FailureRetried claim = claimed(1, ONE);
        assertThat(causes(List.of(
                        shown(1, ONE),
                        call(2, Purpose.CASE, other, ONE),
                        claim,
                        new FailureRetried(other.at(ONE.identity()), Confirmation.CONFIRMED, "", claim.claim()))))
                .isEqualTo(Map.of(ONE.identity(), 2L));
    }

    @Test
    void an_exception_without_its_stack_is_the_one_that_had_it() {
        RootCause stackless = new RootCause(ONE.type(), "", List.of(), false, Optional.empty());
        assertThat(causes(List.of(shown(1, ONE), shown(2, stackless), claimed(1, ONE), claimed(2, stackless))))
                .isEqualTo(Map.of(ONE.identity(), 2L));
    }

    @Test
    void only_that_the_service_failed_is_explained_by_its_log() {
        FailureId schema = new FailureId("GET /items", "response_schema_conformance", "/id");
        assertThat(causes(List.of(call(1, Purpose.CASE, schema, ONE), claimed(1, ONE))))
                .isEqualTo(Map.of("/id", 1L));
    }

    @Test
    void all_of_it_reads_back(@TempDir Path folder) {
        List<RunEvent> events = List.of(
                shown(1, ONE, TWO),
                new RunEvent.RetryBegun(
                        Sample.id("fuzzing", "GET /items", 1).scenario(),
                        List.of(FAILED.at(ONE.identity())),
                        Purpose.CONFIRMATION),
                claimed(1, ONE),
                unclaimed(FAILED, Confirmation.FLAKY));
        Path file = folder.resolve("journal.ndjson");
        try (Journal journal = Journal.create(file)) {
            events.forEach(journal::on);
        }
        try (Stream<RunEvent> read = Journal.read(file)) {
            assertThat(RunSummary.of(read.toList())).isEqualTo(RunSummary.of(events));
        }
    }
}

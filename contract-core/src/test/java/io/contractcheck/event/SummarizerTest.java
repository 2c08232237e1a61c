package io.contractcheck.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.check.Severity;
import io.contractcheck.event.RunSummary.CheckCount;
import io.contractcheck.event.RunSummary.Finding;
import io.contractcheck.event.RunSummary.HookSummary;
import io.contractcheck.event.RunSummary.LeftOut;
import io.contractcheck.event.RunSummary.NotTested;
import io.contractcheck.event.RunSummary.OperationSummary;
import io.contractcheck.event.RunSummary.Withheld;
import io.contractcheck.http.Request;
import io.contractcheck.http.TransportException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SummarizerTest {
    private final RunSummary summary = RunSummary.of(Sample.events());

    @Test
    void cases_are_what_phases_sent_and_requests_are_all() {
        assertThat(summary.cases()).isEqualTo(4);
        assertThat(summary.requests()).isEqualTo(5);
        assertThat(summary.phases()).extracting(RunSummary.PhaseSummary::cases).containsExactly(1L, 3L);
        assertThat(summary.phases())
                .extracting(RunSummary.PhaseSummary::operations)
                .containsExactly(1L, 2L);
    }

    @Test
    void a_failure_is_one_finding_however_often_it_came_and_confirmations_do_not_count() {
        assertThat(summary.findings())
                .filteredOn(f -> f.id().equals(Sample.FAILURE))
                .hasSize(1);
        Finding finding = summary.findings().get(0);
        assertThat(finding.id()).isEqualTo(Sample.FAILURE);
        assertThat(finding.occurrences()).isEqualTo(2);
        assertThat(finding.confirmation()).contains(Confirmation.CONFIRMED);
        assertThat(finding.response().orElseThrow().status()).isEqualTo(200);
        assertThat(finding.reproduce()).startsWith("curl ").contains("\"$CONTRACT_TOKEN\"");
        assertThat(summary.phases())
                .extracting(RunSummary.PhaseSummary::findings)
                .containsExactly(1L, 0L);
    }

    @Test
    void what_only_some_sequences_show_is_said_to_come_now_and_then() {
        assertThat(RunSummary.of(List.of(sequence(0, true), sequence(1, true)))
                        .findings()
                        .get(0)
                        .message())
                .isEqualTo("not there");
        assertThat(RunSummary.of(List.of(sequence(0, true), sequence(1, true), sequence(2, false)))
                        .findings()
                        .get(0)
                        .message())
                .startsWith("not there\nOf the sequences of this run that could show it, 2 did and 1 did not: ");
    }

    private static RunEvent sequence(int index, boolean fails) {
        RunEvent.CallAnswered call =
                Sample.answered(Sample.id("stateful", "GET /books", index), Purpose.CASE, 404, false, new byte[0]);
        String check = "ensure_resource_availability";
        Failure failure = new Failure(
                new FailureId("GET /books", check, "after POST /books"), "lost", "not there", "", Severity.MEDIUM);
        return new RunEvent.CallAnswered(
                call.id(),
                call.purpose(),
                true,
                call.description(),
                call.sender(),
                call.exchange(),
                List.of(
                        fails
                                ? new CheckResult(check, CheckResult.Outcome.FAILED, List.of(failure))
                                : new CheckResult(check, CheckResult.Outcome.PASSED, List.of())));
    }

    @Test
    void each_operation_tells_its_statuses_and_checks() {
        assertThat(summary.operations())
                .extracting(OperationSummary::label)
                .containsExactly("GET /books", "POST /books", "GET /never");
        OperationSummary books = summary.operations().get(0);
        assertThat(books.statuses()).isEqualTo(Map.of(200, 1L, 404, 1L));
        assertThat(books.checks())
                .containsEntry("not_a_server_error", new CheckCount(2, 0))
                .containsEntry("response_schema_conformance", new CheckCount(0, 2));
        assertThat(summary.operationsReached2xx()).isEqualTo(1);
    }

    @Test
    void the_first_refusal_of_each_status_is_kept_with_the_services_words() {
        byte[] first = "{\"message\":\"no such book\"}".getBytes(StandardCharsets.UTF_8);
        byte[] second = "{\"message\":\"something else\"}".getBytes(StandardCharsets.UTF_8);
        RunSummary refused = RunSummary.of(List.of(
                Sample.answered(Sample.id("fuzzing", "GET /books", 1), Purpose.CASE, 200, false, first),
                Sample.answered(Sample.id("fuzzing", "GET /books", 2), Purpose.CASE, 404, false, first),
                Sample.answered(Sample.id("fuzzing", "GET /books", 3), Purpose.CASE, 404, false, second)));
        assertThat(refused.operations().get(0).refusals()).singleElement().satisfies(r -> {
            assertThat(r.status()).isEqualTo(404);
            assertThat(r.said()).isEqualTo("no such book");
            assertThat(r.reproduce()).startsWith("curl ").contains("$CONTRACT_TOKEN");
        });
    }

    @Test
    void an_operation_says_which_phases_called_it_and_why_it_was_never_reached() {
        byte[] said = "{\"message\":\"no such book\"}".getBytes(StandardCharsets.UTF_8);
        RunSummary run = RunSummary.of(List.of(
                Sample.answered(Sample.id("fuzzing", "GET /books", 1), Purpose.CASE, 404, false, said),
                Sample.answered(Sample.id("coverage", "GET /books", 1), Purpose.CASE, 404, false, said),
                Sample.answered(Sample.id("fuzzing", "GET /books", 2), Purpose.CASE, 400, false, said),
                Sample.answered(Sample.id("fuzzing", "GET /books", 2), Purpose.SHRINK, 404, false, said),
                Sample.answered(Sample.id("fuzzing", "GET /shelves", 1), Purpose.CASE, 200, false, said)));
        assertThat(run.operations().get(0).phases()).isEqualTo(Map.of("fuzzing", 2L, "coverage", 1L));
        assertThat(run.operations().get(0).whyNot()).contains("404 no such book");
        assertThat(run.operations().get(1).whyNot()).isEmpty();
    }

    @Test
    void an_operation_is_reached_by_its_own_method_alone() {
        CaseId get = new CaseId(new ScenarioId("coverage", "GET /books", 0), "GET /books", 0);
        CaseId put = new CaseId(new ScenarioId("coverage", "PUT /books", 0), "PUT /books", 0);
        RunSummary calledWithGet = RunSummary.of(List.of(
                Sample.answered(get, Purpose.CASE, 200, false, new byte[0]),
                Sample.answered(put, Purpose.CASE, 200, false, new byte[0])));
        assertThat(calledWithGet.operations())
                .extracting(OperationSummary::reached2xx)
                .containsExactly(true, false);
    }

    @Test
    void an_operation_that_had_cases_in_another_phase_is_a_warning_and_not_untested() {
        assertThat(summary.notTested()).containsExactly(new NotTested("PUT /books", "api.yaml#/x: broken"));
        assertThat(summary.warnings()).containsExactly("look out", "GET /books, fuzzing: no valid value");
    }

    @Test
    void withheld_cases_are_counted_by_operation_with_the_first_reason() {
        assertThat(summary.withheld()).containsExactly(new Withheld("POST /books", 1, "body at /name: too long"));
    }

    @Test
    void an_operation_all_of_whose_cases_were_withheld_was_not_tested() {
        RunSummary none = RunSummary.of(List.of(
                Sample.started(), withheld("GET /never", 0, "too long"), withheld("GET /never", 1, "too short")));
        assertThat(none.notTested())
                .containsExactly(
                        new NotTested(
                                "GET /never",
                                "2 cases were not sent, since a hook or a configured header made them invalid; the first: too long"));
        assertThat(none.cases()).isZero();
        RunSummary some = RunSummary.of(List.of(
                Sample.started(),
                withheld("GET /books", 0, "too long"),
                Sample.answered(Sample.id("fuzzing", "GET /books", 1), Purpose.CASE, 200, false, new byte[0])));
        assertThat(some.notTested()).isEmpty();
        assertThat(some.withheld()).hasSize(1);
    }

    @Test
    void what_hooks_kept_out_is_counted_by_hook_kind_and_operation() {
        assertThat(summary.leftOut())
                .containsExactly(
                        new LeftOut("a.Hook", LeftOut.Kind.OPERATION, "DELETE /books", "", 1),
                        new LeftOut("a.Hook", LeftOut.Kind.CASE, "POST /books", "", 1),
                        new LeftOut(
                                "a.Hook",
                                LeftOut.Kind.FAILURE,
                                "GET /books",
                                "response_schema_conformance: Response violates schema",
                                1));
    }

    @Test
    void an_operation_all_of_whose_cases_a_hook_left_out_was_not_tested() {
        RunSummary none = RunSummary.of(List.of(
                Sample.started(),
                new RunEvent.CaseLeftOut(Sample.id("fuzzing", "GET /never", 0), Purpose.CASE, "random", "a.Hook"),
                new RunEvent.CaseLeftOut(Sample.id("fuzzing", "GET /never", 1), Purpose.CASE, "random", "a.Hook"),
                new RunEvent.CaseLeftOut(
                        Sample.id("fuzzing", "GET /never", 1), Purpose.CONFIRMATION, "random", "a.Hook")));
        assertThat(none.notTested())
                .containsExactly(new NotTested("GET /never", "hook a.Hook left out all its 2 cases"));
    }

    @Test
    void a_check_whose_failures_were_all_left_out_has_neither_passed_nor_failed_but_judged() {
        RunEvent.CallAnswered call =
                Sample.answered(Sample.id("fuzzing", "GET /books", 0), Purpose.CASE, 500, false, new byte[0]);
        RunSummary only = RunSummary.of(List.of(
                new RunEvent.CheckPlanned("own", 1),
                new RunEvent.CallAnswered(
                        call.id(),
                        call.purpose(),
                        true,
                        "",
                        Sender.PLAIN,
                        call.exchange(),
                        List.of(new CheckResult("own", CheckResult.Outcome.LEFT_OUT, List.of())))));
        assertThat(only.operations().get(0).checks()).containsEntry("own", new CheckCount(0, 0, 1));
        assertThat(only.checks().get(0).judged()).isEqualTo(1);
        assertThat(only.findings()).isEmpty();
    }

    @Test
    void a_failure_of_the_whole_run_is_a_finding_without_a_request() {
        Finding finding = summary.findings().get(1);
        assertThat(finding.id().operation()).isEqualTo(FailureId.WHOLE_RUN);
        assertThat(finding.request()).isEmpty();
        assertThat(finding.response()).isEmpty();
        assertThat(finding.reproduce()).isEmpty();
        assertThat(finding.occurrences()).isEqualTo(1);
    }

    private static RunEvent withheld(String operation, int index, String reason) {
        return new RunEvent.CaseWithheld(
                Sample.id("fuzzing", operation, index), Purpose.CASE, "random valid values", reason);
    }

    @Test
    void unanswered_calls_and_errors_are_listed_once_each() {
        assertThat(summary.errors())
                .extracting(RunSummary.RunError::message)
                .containsExactly("check x failed", "no answer: no answer within 10 s");
        assertThat(summary.errors().get(1).reproduce()).isPresent();
    }

    @Test
    void hooks_end_and_breakage_are_told() {
        assertThat(summary.hooks())
                .containsExactly(new HookSummary(
                        "a.Hook",
                        "hooks.jar",
                        Optional.of("a:hooks:1"),
                        Optional.of("sha256:00"),
                        Optional.empty(),
                        true,
                        4,
                        3));
        assertThat(summary.elapsed()).contains(Duration.ofSeconds(4));
        assertThat(summary.broken()).contains("the service died");
        assertThat(summary.clean()).isFalse();
    }

    @Test
    void a_run_without_its_end_is_not_clean() {
        RunSummary cut = RunSummary.of(List.of(Sample.started()));
        assertThat(cut.finished()).isFalse();
        assertThat(cut.clean()).isFalse();
        assertThat(RunSummary.of(List.of(Sample.started(), new RunEvent.RunFinished(Duration.ZERO)))
                        .clean())
                .isTrue();
        assertThat(cut.broken()).isEqualTo(Optional.empty());
    }

    /** But for locking out, which is a matter of time. */
    @Test
    void the_sum_does_not_depend_on_the_order_in_which_calls_came() {
        List<RunEvent> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] body = ("{\"price\":" + i + "}").getBytes(StandardCharsets.UTF_8);
            calls.add(Sample.answered(
                    Sample.id(i % 3 == 0 ? "examples" : "fuzzing", i % 2 == 0 ? "POST /books" : "GET /books", i),
                    Purpose.CASE,
                    i % 5 == 0 ? 200 : 402 + i % 7,
                    i % 4 == 0,
                    body));
            calls.add(new RunEvent.CallUnanswered(
                    Sample.id("fuzzing", "POST /books", 100 + i),
                    Purpose.CASE,
                    new Request("POST", "http://127.0.0.1:1", "/books?i=" + i, List.of(), body),
                    TransportException.Kind.TIMEOUT,
                    "no answer within 10 s to " + i));
        }
        RunSummary straight = sum(calls);
        for (int seed = 0; seed < 20; seed++) {
            List<RunEvent> shuffled = new ArrayList<>(calls);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(sum(shuffled)).isEqualTo(straight);
        }
        assertThat(straight.findings()).hasSize(1);
        assertThat(straight.findings().get(0).response().orElseThrow().body())
                .isEqualTo("{\"price\":0}".getBytes(StandardCharsets.UTF_8));
    }

    private static RunSummary sum(List<RunEvent> calls) {
        List<RunEvent> events = new ArrayList<>(List.of(Sample.started()));
        events.addAll(calls);
        return RunSummary.of(events);
    }

    @Test
    void rounds_come_before_operations() {
        RunOrder order = new RunOrder(List.of("examples", "fuzzing"), List.of("GET /books", "POST /books"));
        assertThat(Stream.of(
                                Sample.id("fuzzing", "GET /books", 8),
                                Sample.id("fuzzing", "POST /books", 7),
                                Sample.id("fuzzing", "GET /books", 1),
                                Sample.id("examples", "POST /books", 900),
                                Sample.id("probe", "POST /books", 0),
                                Sample.id("fuzzing", "GET /books", 0))
                        .sorted(order))
                .extracting(CaseId::toString)
                .containsExactly(
                        "POST /books in probe #0",
                        "POST /books in examples #900",
                        "GET /books in fuzzing #0",
                        "GET /books in fuzzing #1",
                        "POST /books in fuzzing #7",
                        "GET /books in fuzzing #8");
    }

    @Test
    void a_finding_is_shown_with_the_smallest_values_found() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        RunEvent.CallAnswered big = Sample.answered(
                Sample.id("fuzzing", "GET /books", 3), Purpose.CASE, 200, true, new byte[] {65, 66, 67});
        RunEvent.CallAnswered small =
                Sample.answered(Sample.id("fuzzing", "GET /books", 3), Purpose.CONFIRMATION, 200, true, body);
        RunSummary summary = sum(List.of(big, new RunEvent.FailureShrunk(Sample.FAILURE, small, 4)));
        assertThat(summary.findings().get(0).response().orElseThrow().body()).isEqualTo(body);
        assertThat(summary.findings().get(0).occurrences()).isEqualTo(1);
    }

    @Test
    void what_was_not_reached_is_told_with_the_reason() {
        RunSummary summary = sum(List.of(
                new RunEvent.OperationCut("fuzzing", "GET /books", 3),
                new RunEvent.RunCut(RunEvent.RunCut.Reason.TIME, "the time was up")));
        assertThat(summary.cut())
                .contains(new RunSummary.Cut(
                        RunEvent.RunCut.Reason.TIME,
                        "the time was up",
                        List.of(new RunSummary.Unreached("GET /books", "fuzzing", 3))));
    }
}

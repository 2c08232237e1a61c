package io.contractcheck.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.event.RunSummary.CheckCount;
import io.contractcheck.event.RunSummary.Finding;
import io.contractcheck.event.RunSummary.HookSummary;
import io.contractcheck.event.RunSummary.NotTested;
import io.contractcheck.event.RunSummary.OperationSummary;
import io.contractcheck.event.RunSummary.Withheld;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        assertThat(summary.findings()).hasSize(1);
        Finding finding = summary.findings().get(0);
        assertThat(finding.id()).isEqualTo(Sample.FAILURE);
        assertThat(finding.occurrences()).isEqualTo(2);
        assertThat(finding.confirmation()).contains(Confirmation.CONFIRMED);
        assertThat(finding.response().status()).isEqualTo(200);
        assertThat(finding.reproduce()).startsWith("curl ").contains("\"$CONTRACT_TOKEN\"");
        assertThat(summary.phases())
                .extracting(RunSummary.PhaseSummary::findings)
                .containsExactly(1L, 0L);
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

    private static RunEvent withheld(String operation, int index, String reason) {
        return new RunEvent.CaseWithheld(
                Sample.id("fuzzing", operation, index), Purpose.CASE, "random valid values", reason);
    }

    @Test
    void unanswered_calls_and_errors_are_listed_once_each() {
        assertThat(summary.errors())
                .extracting(RunSummary.RunError::message)
                .containsExactly("no answer: no answer within 10 s", "check x failed");
        assertThat(summary.errors().get(0).reproduce()).isPresent();
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
}

package io.contractcheck.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.event.RunEvent.RunCut.Reason;
import io.contractcheck.event.RunSummary.NotTested;
import io.contractcheck.event.RunSummary.Unreached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static RunSummary sum(Reason reason, RunEvent... events) {
        List<RunEvent> all = new ArrayList<>(List.of(new RunEvent.RunStarted(
                "1",
                "api.yaml",
                "OpenAPI 3.0.3",
                "t",
                "1",
                "http://127.0.0.1:1",
                7,
                Instant.EPOCH,
                List.of("GET /books", "GET /authors"),
                List.of("coverage", "fuzzing"),
                List.of())));
        all.addAll(List.of(events));
        all.add(new RunEvent.RunCut(reason, "it ended"));
        return RunSummary.of(all);
    }

    private static RunEvent call(String phase, int index) {
        return Sample.answered(Sample.id(phase, "GET /books", index), Purpose.CASE, 200, true, new byte[0]);
    }

    @Test
    void what_ended_without_a_word_lacks_all_that_was_never_done() {
        RunSummary summary = sum(
                Reason.KILLED,
                call("coverage", 0),
                new RunEvent.OperationDone("coverage", "GET /books"),
                call("fuzzing", 0),
                call("fuzzing", 1));
        assertThat(summary.cut().orElseThrow().unreached())
                .containsExactly(
                        new Unreached("GET /authors", "coverage", 0),
                        new Unreached("GET /books", "fuzzing", 2),
                        new Unreached("GET /authors", "fuzzing", 0));
    }

    @Test
    void what_the_run_tells_itself_counts() {
        assertThat(sum(Reason.TIME, call("fuzzing", 0), new RunEvent.OperationCut("fuzzing", "GET /books", 9))
                        .cut()
                        .orElseThrow()
                        .unreached())
                .containsExactly(new Unreached("GET /books", "fuzzing", 9));
    }

    @Test
    void an_operation_without_a_case_was_not_tested_for_that_reason() {
        assertThat(sum(Reason.TIME, call("fuzzing", 0)).notTested())
                .containsExactly(
                        new NotTested("GET /authors", "the time of the run was up before any of its cases was done"));
    }
}

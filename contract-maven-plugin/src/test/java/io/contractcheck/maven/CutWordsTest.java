package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunEvent.OperationCut;
import io.contractcheck.event.RunSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutWordsTest {
    private static List<String> lines(int operations, OperationCut... cuts) {
        List<RunEvent> events = new ArrayList<>(List.of(new RunEvent.RunStarted(
                "1",
                "api.yaml",
                "OpenAPI 3.0.3",
                "t",
                "1",
                "http://127.0.0.1:1",
                7,
                Instant.EPOCH,
                IntStream.range(0, operations).mapToObj(i -> "GET /" + i).toList(),
                List.of("coverage", "fuzzing", "security"),
                List.of())));
        events.addAll(List.of(cuts));
        events.add(new RunEvent.RunCut(RunEvent.RunCut.Reason.TIME, "The time was up.\nSet maxTime."));
        RunSummary summary = RunSummary.of(events);
        return CutWords.lines(summary.cut().orElseThrow(), summary, "summary.json");
    }

    @Test
    void each_phase_is_a_line_that_says_how_far_it_came() {
        assertThat(lines(
                        3,
                        new OperationCut("coverage", "GET /2", 40),
                        new OperationCut("fuzzing", "GET /0", 8),
                        new OperationCut("fuzzing", "GET /1", 1),
                        new OperationCut("fuzzing", "GET /2", 0)))
                .containsExactly(
                        "The time was up.",
                        "Set maxTime.",
                        "   Not done in coverage: the rest of GET /2 (40 cases done)",
                        "   Not done in fuzzing: all of GET /2; the rest of GET /1 (1 case done), GET /0 (8 cases done)");
    }

    @Test
    void a_phase_that_never_began_is_named_alone() {
        assertThat(lines(2, new OperationCut("security", "GET /0", 0), new OperationCut("security", "GET /1", 0)))
                .contains("   Not done in security: all of it");
    }

    @Test
    void of_many_operations_some_are_named_and_the_report_has_all() {
        OperationCut[] cuts = IntStream.range(0, 9)
                .mapToObj(i -> new OperationCut("fuzzing", "GET /" + i, 100 + i))
                .toArray(OperationCut[]::new);
        assertThat(lines(20, cuts))
                .contains(
                        "   Not done in fuzzing: the rest of GET /0 (100 cases done), GET /1 (101 cases done), GET /2"
                                + " (102 cases done), GET /3 (103 cases done), GET /4 (104 cases done) and 4 more",
                        "   All are in summary.json, under cut.");
    }
}

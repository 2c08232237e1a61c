package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.event.CaseId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.event.Sender;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTableTest {
    private static RunEvent call(String phase, String operation, boolean valid, int status) {
        return new RunEvent.CallAnswered(
                new CaseId(new ScenarioId(phase, operation, 0), operation, 0),
                Purpose.CASE,
                valid,
                "values",
                Sender.PLAIN,
                new Exchange(
                        new Request(
                                operation.substring(0, operation.indexOf(' ')),
                                "http://127.0.0.1:1",
                                "/a",
                                List.of(),
                                null),
                        new Response(
                                status,
                                "",
                                List.of(new Header("Content-Type", "text/plain")),
                                "there is no such book".getBytes(StandardCharsets.UTF_8),
                                false),
                        Duration.ofMillis(1)),
                List.of());
    }

    private static List<String> lines(List<RunEvent> events) {
        return OperationTable.lines(RunSummary.of(events), OperationTable.rows(0), "reports/summary.json");
    }

    @Test
    void each_operation_has_a_line_and_what_never_reached_2xx_comes_first_with_the_services_words() {
        List<RunEvent> events = new ArrayList<>(List.of(
                call("coverage", "GET /books", true, 200),
                call("coverage", "GET /books", false, 400),
                call("stateful", "GET /books", true, 200),
                call("stateful", "GET /books/{id}", false, 400),
                call("stateful", "GET /books/{id}", true, 404),
                call("security", "GET /open", false, 401)));
        for (int i = 0; i < 9; i++) {
            events.add(call("coverage", "GET /books/{id}", true, 404));
        }
        assertThat(lines(events))
                .containsExactly(
                        "Cases and statuses by operation (c coverage, s stateful, e security)",
                        "Never reached 2xx: 2 operations of 3, here with the answers to valid cases",
                        "  GET /books/{id}  cs-  11  404:10 there is no such book",
                        "  GET /open        --e   1  no valid case",
                        "Reached 2xx: 1 operation",
                        "  GET /books       cs-   3  200:2 400:1");
    }

    @Test
    void where_all_reached_2xx_there_is_nothing_but_the_lines() {
        assertThat(lines(List.of(call("fuzzing", "GET /b", true, 204), call("fuzzing", "GET /a", true, 200))))
                .containsExactly(
                        "Cases and statuses by operation (f fuzzing)",
                        "  GET /b  f  1  204:1",
                        "  GET /a  f  1  200:1");
    }

    @Test
    void of_many_operations_forty_are_shown_the_least_tested_first_and_the_rest_is_counted() {
        List<RunEvent> events = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            events.add(call("fuzzing", "GET /missing/" + i, true, 404));
        }
        for (int i = 0; i < 100; i++) {
            for (int times = i; times < 101; times++) {
                events.add(call("fuzzing", "GET /there/" + i, true, 200));
            }
        }
        List<String> lines = lines(events);
        assertThat(lines).hasSize(3 + 40 + 1);
        assertThat(lines.get(33)).isEqualTo("  GET /there/99    f   2  200:2");
        assertThat(lines.get(43))
                .isEqualTo("  ... and 90 operations more that reached 2xx, all in reports/summary.json");
    }

    @Test
    void where_much_else_is_told_there_are_fewer_rows() {
        assertThat(OperationTable.rows(0)).isEqualTo(40);
        assertThat(OperationTable.rows(51)).isEqualTo(29);
        assertThat(OperationTable.rows(80)).isEqualTo(5);
    }

    @Test
    void lines_stay_within_the_width_of_a_log() {
        String label = "PATCH /" + "{aVeryLongName}/of/".repeat(9) + "{id}";
        List<String> lines = lines(List.of(call("fuzzing", label, true, 404)));
        assertThat(lines.get(2)).startsWith("  PATCH ...").contains("/of/{id}  f  1  404:1 there is no such ");
        assertThat(lines).allMatch(line -> line.length() <= 110);
    }

    @Test
    void nothing_called_is_no_table() {
        assertThat(lines(List.of(new RunEvent.PhaseStarted("fuzzing")))).isEmpty();
    }
}

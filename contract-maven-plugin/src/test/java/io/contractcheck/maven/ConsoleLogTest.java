package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.event.CaseId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.ScenarioId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class ConsoleLogTest {
    private final List<String> warned = new ArrayList<>();

    private void tell(RunEvent... events) {
        ConsoleLog log = new ConsoleLog(
                new Console(new SystemStreamLog() {
                    @Override
                    public void warn(CharSequence message) {
                        warned.add(message.toString());
                    }

                    @Override
                    public void info(CharSequence message) {}
                }),
                Path.of("reports"));
        log.on(new RunEvent.RunStarted(
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
                List.of("check")));
        for (RunEvent event : events) {
            log.on(event);
        }
        log.on(new RunEvent.RunFinished(Duration.ofSeconds(1)));
    }

    private static RunEvent withheld(String operation, String reason) {
        return new RunEvent.CaseWithheld(
                new CaseId(new ScenarioId("fuzzing", operation, 0), operation, 0), Purpose.CASE, "valid", reason);
    }

    @Test
    void withheld_cases_are_one_line_for_each_operation_with_the_first_reason() {
        tell(
                Findings.passing("GET /a", 200),
                withheld("GET /a", "query parameter 'limit': too big"),
                withheld("GET /a", "another"));
        assertThat(warned)
                .containsExactly(
                        "Withheld: GET /a: 2 cases were not sent, since a hook or a configured header made them"
                                + " invalid; the first: query parameter 'limit': too big");
    }

    @Test
    void an_operation_all_of_whose_cases_were_withheld_is_told_once_as_not_tested() {
        tell(Findings.passing("GET /a", 200), withheld("GET /b", "too big"));
        assertThat(warned)
                .containsExactly("Not tested: GET /b: a case was not sent, since a hook or a configured header made it"
                        + " invalid: too big");
    }
}

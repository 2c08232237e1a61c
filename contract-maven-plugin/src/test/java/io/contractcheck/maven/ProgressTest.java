package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.event.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    private long now = 77;
    private final Progress progress = new Progress(() -> now);

    private void pass(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    private void begin() {
        progress.on(new RunEvent.RunStarted(
                "1",
                "api.yaml",
                "OpenAPI 3.0.3",
                "t",
                "1",
                "http://127.0.0.1:1",
                7,
                Instant.EPOCH,
                List.of("GET /a", "GET /b"),
                List.of("coverage", "fuzzing"),
                List.of("check")));
        progress.on(new RunEvent.LimitsSet(4, Duration.ofMinutes(10), OptionalInt.empty(), Optional.empty()));
        progress.on(new RunEvent.PhaseStarted("coverage"));
    }

    private void answers(int count) {
        IntStream.range(0, count).forEach(i -> progress.on(Findings.passing("GET /a", 200)));
    }

    @Test
    void nothing_is_told_before_the_first_phase_and_after_the_last() {
        assertThat(progress.line()).isEmpty();
        begin();
        assertThat(progress.line()).isPresent();
        progress.on(new RunEvent.PhaseFinished("coverage", Duration.ofSeconds(1)));
        assertThat(progress.line()).isEmpty();
    }

    @Test
    void a_line_tells_phase_operations_requests_findings_and_time() {
        begin();
        answers(1200);
        progress.on(new RunEvent.OperationDone("coverage", "GET /a"));
        progress.on(Findings.failing("GET /a", "check", "one"));
        progress.on(Findings.failing("GET /a", "check", "one"));
        progress.on(Findings.failing("GET /a", "check", "two"));
        pass(4);
        assertThat(progress.line())
                .contains("Running coverage: 1 of 2 operations, 1,203 requests (301/s), 2 findings,"
                        + " 9 min 56 s of 10 min left");
    }

    @Test
    void each_phase_has_its_own_operations_and_all_have_the_same_time() {
        begin();
        progress.on(new RunEvent.OperationDone("coverage", "GET /a"));
        progress.on(new RunEvent.PhaseFinished("coverage", Duration.ofSeconds(1)));
        pass(599);
        progress.on(new RunEvent.PhaseStarted("fuzzing"));
        assertThat(progress.line().orElseThrow())
                .startsWith("Running fuzzing: 0 of 2 operations, 0 requests")
                .endsWith("1 s of 10 min left");
        pass(30);
        assertThat(progress.line().orElseThrow()).endsWith(", 0 s of 10 min left");
    }

    @Test
    void the_rate_is_that_of_the_last_seconds() {
        begin();
        answers(1000);
        for (int i = 0; i < 10; i++) {
            pass(1);
            progress.line();
        }
        assertThat(progress.line().orElseThrow()).contains("1,000 requests (0/s)");
        answers(500);
        pass(5);
        assertThat(progress.line().orElseThrow()).contains("1,500 requests (100/s)");
    }

    @Test
    void lines_that_come_seldom_tell_the_rate_since_the_last() {
        begin();
        answers(3000);
        pass(30);
        assertThat(progress.line().orElseThrow()).contains("(100/s)");
        answers(300);
        pass(30);
        assertThat(progress.line().orElseThrow()).contains("(10/s)");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "400, 400 ms", "59400, 59 s", "59600, 1 min", "380000, 6 min 20 s", "5400000, 1 h 30 min"})
    void times_are_short(long millis, String text) {
        assertThat(Progress.time(Duration.ofMillis(millis))).isEqualTo(text);
    }
}

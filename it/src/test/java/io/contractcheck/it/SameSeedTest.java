package io.contractcheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Limits;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractRun;
import io.contractcheck.event.Journal;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent is decided by the seed alone; what happened is told by the journal alone. */
class SameSeedTest {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ID = Pattern.compile("\"id\":\"(" + UUID + ")\"");

    @TempDir
    private Path directory;

    private Path run(String name, long seed, int workers) throws IOException {
        Path reports = directory.resolve(name);
        try (NoteService service = new NoteService(0, Fault.NONE, "")) {
            ContractRun.run(
                    ContractConfig.of(service.url() + "/openapi-3.1.json")
                            .with(new Generation(40, OptionalLong.of(seed)))
                            .with(Limits.DEFAULT.workers(workers))
                            .with(new Reporting(reports, List.of())),
                    List.of(),
                    List.of());
        }
        return reports.resolve(ContractRun.JOURNAL);
    }

    /** Without what the service thought up: the names of what was created. */
    private static List<String> sent(Path journal) {
        List<RunEvent.CallAnswered> calls = calls(journal);
        Set<String> made = new LinkedHashSet<>();
        for (RunEvent.CallAnswered call : calls) {
            Matcher id = ID.matcher(new String(call.exchange().response().body(), StandardCharsets.UTF_8));
            while (id.find()) {
                made.add(id.group(1));
            }
        }
        return calls.stream()
                .map(call -> call.id() + " " + text(call.exchange().request()))
                .map(line -> UUID.matcher(line).replaceAll(id -> made.contains(id.group()) ? "MADE" : id.group()))
                .toList();
    }

    private static List<RunEvent.CallAnswered> calls(Path journal) {
        try (Stream<RunEvent> events = Journal.read(journal)) {
            return events.filter(RunEvent.CallAnswered.class::isInstance)
                    .map(RunEvent.CallAnswered.class::cast)
                    .toList();
        }
    }

    private static String text(Request request) {
        byte[] body = request.body();
        return request.method() + " " + request.target() + " " + request.headers() + " "
                + (body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    @Test
    void the_same_seed_sends_the_same_cases_and_another_sends_others() throws IOException {
        List<String> first = sent(run("first", 5, 1));
        assertThat(first)
                .hasSizeGreaterThan(100)
                .anyMatch(line -> line.contains("/MADE"))
                .isEqualTo(sent(run("second", 5, 1)));
        assertThat(sent(run("several", 5, 4))).containsExactlyInAnyOrderElementsOf(first);
        assertThat(sent(run("third", 6, 1))).isNotEqualTo(first);
    }

    @Test
    void the_journal_adds_up_to_the_summary_that_the_run_gave() throws IOException {
        Path reports = directory.resolve("faulty");
        RunSummary given;
        try (NoteService service = new NoteService(0, Fault.SERVER_ERROR, "")) {
            given = ContractRun.run(
                    ContractConfig.of(service.url() + "/openapi-3.0.yaml")
                            .with(new Generation(60, OptionalLong.of(1)))
                            .with(new Reporting(reports, List.of())),
                    List.of(),
                    List.of());
        }
        try (Stream<RunEvent> events = Journal.read(reports.resolve(ContractRun.JOURNAL))) {
            assertThat(RunSummary.of(events::iterator)).isEqualTo(given);
        }
        assertThat(given.findings()).hasSize(1);
    }
}

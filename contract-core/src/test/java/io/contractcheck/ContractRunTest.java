package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contractcheck.ContractConfig.Network;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.event.Journal;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.RunSummary;
import io.contractcheck.http.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractRunTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            paths:
              /books:
                get:
                  responses: {"200": {description: books}}
            """;

    @TempDir
    private Path folder;

    private ContractException broken(RunListener listener) throws IOException {
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
        ContractConfig config = ContractConfig.of("api.yaml")
                .with(new Target("api.yaml", Optional.of("http://127.0.0.1:9"), folder))
                .with(new Network(
                        Duration.ofSeconds(1),
                        Duration.ofMillis(1),
                        List.of(new Header("Authorization", "Bearer s3cret-token"))))
                .with(new Reporting(folder.resolve("reports"), List.of()));
        return catchThrowableOfType(
                ContractException.class, () -> ContractRun.run(config, List.of(), List.of(listener)));
    }

    private String written() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String file : List.of(ContractRun.JOURNAL, "summary.json", "junit.xml")) {
            all.append(Files.readString(folder.resolve("reports").resolve(file)));
        }
        return all.toString();
    }

    @Test
    void a_run_without_a_service_is_broken_and_every_file_says_so() throws IOException {
        assertThat(broken(event -> {})).hasMessageContaining("no service answers at http://127.0.0.1:9");
        RunSummary summary = ContractRun.recorded(folder.resolve("reports"));
        assertThat(summary.broken()).hasValueSatisfying(b -> assertThat(b).contains("no service answers"));
        assertThat(summary.clean()).isFalse();
        assertThat(Files.readString(folder.resolve("reports/summary.json"))).contains("no service answers");
        assertThat(Files.readString(folder.resolve("reports/junit.xml"))).contains("no service answers");
    }

    @Test
    void an_unforeseen_failure_is_on_record_and_tells_no_secret() throws IOException {
        ContractException thrown = broken(event -> {
            if (event instanceof RunEvent.RunStarted) {
                throw new IllegalStateException("cannot post to chat with s3cret-token");
            }
        });
        assertThat(thrown).hasMessageContaining("failed by itself").hasMessageContaining("cannot post to chat");
        assertThat(thrown).hasStackTraceContaining("CONTRACT_TOKEN");
        assertThat(thrown.getMessage()).doesNotContain("s3cret-token");
        assertThat(thrown.getCause()).isNull();
        assertThat(written()).contains("cannot post to chat").doesNotContain("s3cret-token");
    }

    @Test
    void a_new_run_takes_away_what_an_earlier_one_reported() throws IOException {
        Path old = Files.writeString(folder.resolve("summary.json"), "{}");
        try (ContractRun.Recording recording = ContractRun.record(folder, List.of())) {
            assertThat(recording).isNotNull();
            assertThat(old).doesNotExist();
        }
    }

    @Test
    void a_run_that_was_cut_off_has_its_reports_once_it_is_read() {
        try (Journal journal = Journal.create(folder.resolve(ContractRun.JOURNAL))) {
            journal.on(new RunEvent.PhaseStarted("fuzzing"));
        }
        assertThat(ContractRun.recorded(folder).finished()).isFalse();
        assertThat(folder.resolve("summary.json")).content().contains("\"finished\" : false");
        assertThat(folder.resolve("junit.xml")).exists();
    }
}

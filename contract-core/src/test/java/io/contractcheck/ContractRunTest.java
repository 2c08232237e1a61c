package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.event.Journal;
import io.contractcheck.event.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractRunTest {
    @TempDir
    private Path folder;

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

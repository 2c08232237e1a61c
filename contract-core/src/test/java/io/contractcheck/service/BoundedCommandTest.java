package io.contractcheck.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.http.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class BoundedCommandTest {
    @TempDir
    private Path folder;

    private final Secrets secrets = new Secrets();
    private final Cleanup cleanup = new Cleanup();
    private final String mark = UUID.randomUUID().toString();

    private Path log(int number) {
        return folder.resolve("set-up-" + number + ".log");
    }

    private void run(int number, String command, Duration timeout) {
        BoundedCommand.setUp(number, command, timeout, log(number))
                .run(new Surroundings(folder, Map.of("GREETING", "hello"), secrets, Optional.empty(), mark), cleanup);
    }

    private void run(int number, String command) {
        run(number, command, Duration.ofSeconds(30));
    }

    @Test
    void what_it_prints_is_in_a_log_of_its_own() {
        run(1, "echo $GREETING; echo world >&2; pwd");
        assertThat(log(1)).content().startsWith("hello\nworld\n").contains(folder.getFileName() + "");
    }

    @Test
    void it_has_no_input_to_wait_for() {
        assertThatCode(() -> run(1, "cat; read -r answer || true")).doesNotThrowAnyException();
    }

    @Test
    void one_that_fails_is_an_error_with_its_exit_code_and_last_words() {
        secrets.add("CONTRACT_PW", "hunter2hunter2");
        run(1, "true");
        assertThatThrownBy(() -> run(2, "echo cannot migrate with hunter2hunter2; exit 4"))
                .isInstanceOf(ServiceException.class)
                .hasMessage("setUp: command 2 failed with exit code 4: echo cannot migrate with ${CONTRACT_PW}; exit 4"
                        + "\nThe last lines of its output (" + log(2) + "):\n    cannot migrate with ${CONTRACT_PW}");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void one_that_does_not_end_is_killed_with_all_that_it_started() {
        assertThatThrownBy(() -> run(1, "echo waiting; (sleep 1000 &); sleep 1000", Duration.ofMillis(400)))
                .isInstanceOf(ServiceException.class)
                .hasMessageStartingWith("setUp: command 1 did not end within 400 ms and was killed: echo waiting;")
                .hasMessageEndingWith("\n    waiting");
        assertThat(ProcessTree.marked(mark + "/set-up-1")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void what_it_leaves_in_the_background_is_there_until_the_end_even_if_a_later_one_fails() {
        run(1, "sleep 1000 &");
        assertThatThrownBy(() -> run(2, "exit 1")).isInstanceOf(ServiceException.class);
        assertThat(ProcessTree.marked(mark + "/set-up-1")).hasSize(1);
        cleanup.close();
        assertThat(ProcessTree.marked(mark + "/set-up-1")).isEmpty();
    }

    @Test
    void a_working_directory_that_is_not_there_is_told_of() {
        Surroundings nowhere = new Surroundings(folder.resolve("gone"), Map.of(), secrets, Optional.empty(), mark);
        assertThatThrownBy(() -> BoundedCommand.setUp(1, "true", Duration.ofSeconds(1), log(1))
                        .run(nowhere, cleanup))
                .hasMessage("setUp: command 1 cannot be started: its working directory " + folder.resolve("gone")
                        + " is not there.");
    }

    @Test
    void a_document_is_its_standard_output_alone() {
        Path document = folder.resolve("document");
        BoundedCommand.document("echo warning >&2; echo openapi: 3.1.0", Duration.ofSeconds(30), document, log(1))
                .run(new Surroundings(folder, Map.of(), secrets, Optional.empty(), mark), cleanup);
        assertThat(document).hasContent("openapi: 3.1.0");
        assertThatThrownBy(() -> BoundedCommand.document(
                                "echo half; echo no such module >&2; exit 1", Duration.ofSeconds(30), document, log(1))
                        .run(new Surroundings(folder, Map.of(), secrets, Optional.empty(), mark), cleanup))
                .hasMessageStartingWith("specCommand: the command failed with exit code 1: ")
                .hasMessageEndingWith("\n    no such module");
    }
}

package io.contractcheck.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLogTest {
    @TempDir
    private Path folder;

    private ServiceLog log;

    @BeforeEach
    void open() {
        log = new ServiceLog(folder.resolve("service.log"));
    }

    private long write(String text) throws IOException {
        Files.writeString(log.path(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return log.position();
    }

    @Test
    void a_file_that_is_not_there_is_an_empty_log() {
        assertThat(log.position()).isZero();
        assertThat(log.between(0, 10)).isEmpty();
        assertThat(log.tail(3)).isEmpty();
    }

    @Test
    void what_was_written_between_two_positions_is_read() throws IOException {
        long before = write("before\n");
        long after = write("one\ntwo\n");
        write("after\n");
        assertThat(log.between(before, after)).isEqualTo("one\ntwo\n");
        assertThat(log.between(0, before)).isEqualTo("before\n");
        assertThat(log.between(after, after)).isEmpty();
    }

    @Test
    void ranges_that_follow_each_other_share_no_line_and_lose_none() throws IOException {
        String text = "first\nsécond\r\n\n\tat third\nlast without an end";
        write(text);
        long size = log.position();
        for (long middle = 0; middle <= size; middle++) {
            assertThat(log.between(0, middle) + log.between(middle, size))
                    .as("split at %s", middle)
                    .isEqualTo(text);
        }
    }

    @Test
    void a_line_is_whole_though_its_end_was_written_later() throws IOException {
        long before = write("done\n");
        long after = write("Excep");
        write("tion: x\nnext\n");
        assertThat(log.between(before, after)).isEqualTo("Exception: x\n");
        assertThat(log.between(after, log.position())).isEqualTo("next\n");
    }

    @Test
    void a_file_that_was_begun_anew_is_read_from_its_beginning() throws IOException {
        long before = write("many words of an old log\n");
        Files.writeString(log.path(), "new\n");
        assertThat(log.between(before, log.position())).isEqualTo("new\n");
    }

    @Test
    void of_a_flood_the_last_lines_are_read() throws IOException {
        write(("x".repeat(99) + "\n").repeat(30_000));
        write("the end\n");
        String read = log.between(0, log.position());
        assertThat(read)
                .hasSizeLessThanOrEqualTo(ServiceLog.LARGEST)
                .startsWith("xxx")
                .endsWith("x\nthe end\n");
        assertThat(read.lines().findFirst()).hasValue("x".repeat(99));
    }

    @Test
    void bytes_that_are_no_text_do_no_harm() throws IOException {
        Files.write(log.path(), "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(log.between(0, log.position())).isEqualTo("caf\ufffd\n");
    }

    @Test
    void the_tail_is_the_last_lines_that_say_something() throws IOException {
        write("one\ntwo  \n\n   \nthree\nfour");
        assertThat(log.tail(3)).containsExactly("two", "three", "four");
        assertThat(log.tail(100)).hasSize(4);
    }
}

package io.contractcheck.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.contractcheck.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    private static List<RunEvent> read(Path file) {
        try (Stream<RunEvent> events = Journal.read(file)) {
            return events.toList();
        }
    }

    private Path written() {
        Path file = folder.resolve("new").resolve("journal.ndjson");
        try (Journal journal = Journal.create(file)) {
            Sample.events().forEach(journal::on);
        }
        return file;
    }

    @Test
    void every_event_reads_back_as_it_was() {
        assertThat(read(written())).isEqualTo(Sample.events());
    }

    @Test
    void the_sample_holds_every_kind_of_event() {
        Set<Class<?>> kinds =
                Sample.events().stream().map(Object::getClass).collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(kinds).containsExactlyInAnyOrder(RunEvent.class.getPermittedSubclasses());
        assertThat(Arrays.stream(
                                RunEvent.class.getAnnotation(JsonSubTypes.class).value())
                        .map(t -> (Object) t.value()))
                .containsExactlyInAnyOrder((Object[]) RunEvent.class.getPermittedSubclasses());
    }

    @Test
    void each_line_is_json_that_names_its_event_and_keeps_text_readable() throws IOException {
        List<String> lines = Files.readAllLines(written());
        assertThat(lines)
                .hasSameSizeAs(Sample.events())
                .allSatisfy(
                        l -> assertThat(Json.parse(l).path("event").asText()).isNotEmpty());
        assertThat(lines).anyMatch(l -> l.contains("\"body\":{\"text\":\"{\\\"price\\\":-1"));
        assertThat(lines).anyMatch(l -> l.contains("\"body\":{\"base64\":\"/wAB\"}"));
    }

    @Test
    void a_last_line_that_was_cut_off_is_left_out() throws IOException {
        Path file = written();
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 20));
        assertThat(read(file))
                .isEqualTo(Sample.events().subList(0, Sample.events().size() - 1));
    }

    @Test
    void a_last_line_may_be_cut_off_within_a_character() throws IOException {
        Path file = written();
        byte[] cut = {'{', '"', (byte) 0xE2, (byte) 0x82};
        Files.write(file, cut, StandardOpenOption.APPEND);
        assertThat(read(file)).isEqualTo(Sample.events());
    }

    @Test
    void any_other_line_that_is_no_event_is_an_error_that_names_it() throws IOException {
        Path file = written();
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^.*\"event\":\"RunStarted\".*$", "{oops"));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("journal.ndjson, line 2");
    }

    @Test
    void an_event_can_be_read_while_the_run_goes_on() {
        Path file = folder.resolve("journal.ndjson");
        try (Journal journal = Journal.create(file)) {
            journal.on(Sample.started());
            assertThat(read(file)).containsExactly(Sample.started());
        }
    }

    @Test
    void half_a_surrogate_pair_does_not_end_the_journal() {
        Path file = folder.resolve("journal.ndjson");
        try (Journal journal = Journal.create(file)) {
            journal.on(new RunEvent.Warned("the service said \ud83d"));
            journal.on(new RunEvent.Warned("more"));
        }
        assertThat(read(file)).containsExactly(new RunEvent.Warned("the service said ?"), new RunEvent.Warned("more"));
    }
}

package io.contractcheck.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Framing;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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

    private static String written(RunEvent event) {
        return EventJson.line(event).toString();
    }

    private static String mapped(RunEvent event) {
        return new String((EventJson.mapped(event) + "\n").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
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
    void answered_calls_are_written_as_the_mapper_writes_them() {
        assertThat(Sample.events())
                .anyMatch(RunEvent.CallAnswered.class::isInstance)
                .allSatisfy(event -> assertThat(written(event)).isEqualTo(mapped(event)));
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            RunEvent.CallAnswered strange = strange(random);
            assertThat(written(strange)).isEqualTo(mapped(strange));
        }
    }

    private static RunEvent.CallAnswered strange(Random random) {
        byte[] noise = new byte[random.nextInt(40)];
        random.nextBytes(noise);
        Request request = new Request(
                text(random),
                text(random),
                text(random),
                List.of(new Header(text(random), text(random))),
                random.nextBoolean() ? null : noise,
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(Framing.values()[random.nextInt(Framing.values().length)]));
        Response response = new Response(
                random.nextInt(600),
                text(random),
                List.of(new Header(text(random), text(random)), new Header("a", "b")),
                random.nextBoolean() ? noise : text(random).getBytes(StandardCharsets.UTF_8),
                random.nextBoolean());
        return new RunEvent.CallAnswered(
                new CaseId(
                        new ScenarioId(text(random), text(random), random.nextInt()), text(random), random.nextInt()),
                Purpose.values()[random.nextInt(Purpose.values().length)],
                random.nextBoolean(),
                text(random),
                new Sender(random.nextBoolean(), random.nextBoolean() ? Optional.empty() : Optional.of(text(random))),
                new Exchange(request, response, Duration.ofNanos(random.nextLong() & Long.MAX_VALUE)),
                List.of(),
                random.nextBoolean() ? List.of() : List.of(text(random)),
                random.nextBoolean() ? Optional.empty() : Optional.of(prelude(request, response, random)));
    }

    private static Prelude prelude(Request request, Response response, Random random) {
        Prelude.Handed handed = new Prelude.Handed(text(random), random.nextInt(), text(random));
        return new Prelude(
                List.of(
                        new Prelude.Call(text(random), new Exchange(request, response, Duration.ZERO), List.of()),
                        new Prelude.Call(
                                text(random),
                                new Exchange(request, response, Duration.ofMillis(3)),
                                List.of(handed, handed))),
                random.nextBoolean() ? List.of() : List.of(handed));
    }

    /** Quotes, control characters, what lies beyond Latin-1 and beyond the first plane, and halves of it. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(0x20));
                case 1 -> text.append("\"\\/\u007f\u2028".charAt(random.nextInt(5)));
                case 2 -> text.append((char) random.nextInt(0x10000));
                case 3 -> text.appendCodePoint(0x10000 + random.nextInt(0x1000));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    @Test
    void what_was_called_before_a_failure_reads_back_as_it_was() throws IOException {
        RunEvent.CallAnswered call = Sample.answered(
                Sample.id("stateful", "POST /books", 1), Purpose.SHRINK, 200, true, new byte[] {1, (byte) 0xff});
        RunEvent.CallAnswered after = new RunEvent.CallAnswered(
                call.id(),
                call.purpose(),
                true,
                "random valid values",
                call.sender(),
                call.exchange(),
                call.checks(),
                List.of(),
                Optional.of(new Prelude(
                        List.of(
                                new Prelude.Call("POST /books", call.exchange(), List.of()),
                                new Prelude.Call(
                                        "PUT /books/{id}",
                                        call.exchange(),
                                        List.of(new Prelude.Handed("path.id", 0, "$response.body#/id")))),
                        List.of(new Prelude.Handed("path.id", 0, "$response.body#/id")))));
        for (RunEvent event : List.of(after, new RunEvent.FailureShrunk(Sample.FAILURE, after, 3))) {
            assertThat(EventJson.read(written(event).trim())).isEqualTo(event);
            assertThat(written(event)).isEqualTo(mapped(event));
        }
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

package io.contractcheck.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.event.Purpose;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Watch;
import io.contractcheck.service.ServiceLog;
import io.contractcheck.trace.OwnCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverheardTest {
    @TempDir
    private Path folder;

    private Path file;
    private final Deque<String> later = new ArrayDeque<>();
    private final Secrets secrets = new Secrets();
    private Duration waited = Duration.ZERO;
    private Overheard overheard;

    /** Time that passes only by waiting, while a service writes to its log. */
    private final class Waiting implements Watch {
        @Override
        public long nanos() {
            return waited.toNanos();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH.plus(waited);
        }

        @Override
        public void sleep(Duration time) {
            waited = waited.plus(time);
            if (!later.isEmpty()) {
                write(later.poll());
            }
        }
    }

    @BeforeEach
    void listen() {
        file = folder.resolve("service.log");
        overheard = new Overheard(Optional.of(new ServiceLog(file)), OwnCode.NOT_FOREIGN, secrets, new Waiting());
    }

    private void write(String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String trace(String name) {
        return "ERROR shop - failed\njava.lang.IllegalStateException: " + name + "\n\tat shop.Books." + name
                + "(Books.java:7)\n";
    }

    private List<String> since(long from, Purpose purpose) {
        return overheard.since(from, "GET /books", purpose).stream()
                .map(h -> h.cause().identity())
                .toList();
    }

    @Test
    void only_what_was_written_since_is_heard_and_its_line_in_the_file_is_known() {
        write("started\n" + trace("one"));
        long from = overheard.position();
        write("200 GET /books\n" + trace("two") + trace("three") + trace("two"));
        List<Heard> heard = overheard.since(from, "GET /books", Purpose.CASE);
        assertThat(heard)
                .extracting(h -> h.cause().identity())
                .containsExactly("IllegalStateException at Books.three:7", "IllegalStateException at Books.two:7");
        assertThat(heard).extracting(h -> overheard.placed(h).line()).containsExactly(10L, 13L);
        assertThat(waited).isZero();
    }

    @Test
    void a_log_that_is_behind_is_waited_for_until_a_trace_is_whole() {
        write("started\n");
        long from = overheard.position();
        String trace = trace("one");
        later.addAll(List.of("", trace.substring(0, trace.length() - 5), trace.substring(trace.length() - 5)));
        assertThat(since(from, Purpose.CONFIRMATION)).containsExactly("IllegalStateException at Books.one:7");
    }

    @Test
    void an_operation_that_fails_without_a_word_is_waited_for_a_few_times_only() {
        write("started\n");
        for (int i = 0; i < 3; i++) {
            assertThat(since(overheard.position(), Purpose.CASE)).isEmpty();
        }
        Duration before = waited;
        assertThat(before).isPositive();
        assertThat(since(overheard.position(), Purpose.CASE)).isEmpty();
        assertThat(waited).isEqualTo(before);
    }

    @Test
    void a_log_that_was_begun_anew_is_read_from_its_beginning() throws IOException {
        write("x\n".repeat(500));
        long from = overheard.position();
        Files.delete(file);
        write("begun\n" + trace("one"));
        List<Heard> heard = overheard.since(from, "GET /books", Purpose.CASE);
        assertThat(heard)
                .singleElement()
                .satisfies(h -> assertThat(overheard.placed(h).line()).isEqualTo(3));
    }

    @Test
    void what_is_logged_while_nobody_calls_is_known_and_heard_no_more() {
        write("started\n");
        long from = overheard.position();
        write(trace("tick") + trace("one"));
        assertThat(since(from, Purpose.CASE)).hasSize(2);
        later.addAll(List.of("", trace("tick")));
        assertThat(overheard.isSpontaneous("IllegalStateException at Books.one:7"))
                .isFalse();
        assertThat(overheard.isSpontaneous("IllegalStateException at Books.tick:7"))
                .isTrue();
        assertThat(since(from, Purpose.CASE)).containsExactly("IllegalStateException at Books.one:7");
    }

    @Test
    void secrets_in_messages_are_masked() {
        secrets.add("CONTRACT_TOKEN", "s3cret-token");
        write(trace("one").replace(": one", ": no s3cret-token"));
        assertThat(overheard.since(0, "GET /books", Purpose.CASE))
                .singleElement()
                .satisfies(h -> assertThat(h.cause().message()).isEqualTo("no ${CONTRACT_TOKEN}"));
    }

    @Test
    void without_a_log_nothing_is_heard() {
        Overheard deaf = new Overheard(Optional.empty(), OwnCode.NOT_FOREIGN, secrets, new Waiting());
        assertThat(deaf.listens()).isFalse();
        assertThat(deaf.since(deaf.position(), "GET /books", Purpose.CONFIRMATION))
                .isEmpty();
        assertThat(waited).isZero();
    }
}

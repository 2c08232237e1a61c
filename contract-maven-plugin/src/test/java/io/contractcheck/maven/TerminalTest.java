package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.event.RunEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final String CLEARED = "\r\u001B[K";

    private final StringWriter screen = new StringWriter();
    private final Terminal terminal = Terminal.of(new PrintWriter(screen));
    private final Told told = new Told();

    /** What came on the screen since it was last asked. */
    private String written() {
        String text = screen.toString();
        screen.getBuffer().setLength(0);
        return text;
    }

    @Test
    void a_line_is_written_over_the_one_before_and_never_wraps() {
        terminal.show(() -> Optional.of("one"));
        assertThat(written()).isEqualTo("\r\u001B[?7lone\u001B[K\u001B[?7h\r");
        terminal.show(() -> Optional.of("two"));
        assertThat(written()).doesNotContain("\n").contains("two");
    }

    @Test
    void it_is_gone_before_anything_is_logged_and_only_then() {
        Console console = new Console(told, terminal);
        console.info("first");
        assertThat(written()).isEmpty();
        terminal.show(() -> Optional.of("living"));
        written();
        console.info("second");
        assertThat(written()).isEqualTo(CLEARED);
        console.info("third");
        assertThat(written()).isEmpty();
        assertThat(told.lines()).containsExactly("INFO first", "INFO second", "INFO third");
    }

    @Test
    void after_a_run_however_it_ended_nothing_is_left() {
        Progress progress = new Progress(() -> 0);
        Showing showing = new Showing(progress, terminal, new Console(told, terminal));
        progress.on(new RunEvent.PhaseStarted("fuzzing"));
        try {
            showing.during(() -> {
                showing.show();
                assertThat(written()).contains("Running fuzzing");
                throw new IllegalStateException("broken");
            });
        } catch (IllegalStateException e) {
            // as it was to be
        }
        assertThat(written()).endsWith(CLEARED);
    }

    @Test
    void where_there_is_no_terminal_it_is_a_line_of_the_log() {
        Progress progress = new Progress(() -> 0);
        Showing showing = new Showing(progress, Terminal.none(), new Console(told));
        showing.show();
        assertThat(told.lines()).isEmpty();
        progress.on(new RunEvent.PhaseStarted("fuzzing"));
        showing.show();
        assertThat(told.lines()).singleElement().asString().startsWith("INFO Running fuzzing: ");
    }

    @Test
    void a_line_may_live_where_somebody_can_see_it_change() {
        assertThat(Terminal.changes(Map.of("TERM", "xterm-256color"))).isTrue();
        assertThat(Terminal.changes(Map.of("TERM", "xterm", "CI", "false"))).isTrue();
        assertThat(Terminal.changes(Map.of("WT_SESSION", "1"))).isTrue();
        assertThat(Terminal.changes(Map.of())).isFalse();
        assertThat(Terminal.changes(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Terminal.changes(Map.of("TERM", "xterm", "CI", "true"))).isFalse();
        assertThat(Terminal.changes(Map.of("TERM", "xterm", "CI", "1"))).isFalse();
    }
}

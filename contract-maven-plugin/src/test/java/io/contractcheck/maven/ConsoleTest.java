package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final Told told = new Told();

    @Test
    void what_the_console_has_no_form_for_is_escaped_as_json_has_it_and_that_is_said_once_at_the_end() {
        Console console = new Console(told, StandardCharsets.US_ASCII);
        console.error("curl -d '{\"name\":\"Zo\u00eb \ud83d\ude00\"}'");
        console.explain();
        assertThat(told.lines())
                .containsExactly(
                        "ERROR curl -d '{\"name\":\"Zo\\u00eb \\ud83d\\ude00\"}'",
                        "INFO This console (US-ASCII) has no form for some characters: they are written as \\uXXXX here."
                                + " The reports have them in UTF-8.");
    }

    @Test
    void what_the_console_has_a_form_for_stays() {
        Console latin = new Console(told, StandardCharsets.ISO_8859_1);
        latin.info("Zo\u00eb \u20ac");
        Console unicode = new Console(told, StandardCharsets.UTF_8);
        unicode.info("Zo\u00eb \ud83d\ude00");
        unicode.explain();
        assertThat(told.lines()).containsExactly("INFO Zo\u00eb \\u20ac", "INFO Zo\u00eb \ud83d\ude00");
    }

    @Test
    void each_line_of_a_text_is_a_line_of_the_log() {
        new Console(told).warn("a\nb\r\nc");
        new Console(told).info("");
        assertThat(told.lines()).containsExactly("WARN a", "WARN b", "WARN c", "INFO ");
    }

    @Test
    void a_list_is_cut_where_that_saves_lines() {
        List<String> lines = new ArrayList<>();
        Console.some(List.of(1, 2, 3), 2, i -> lines.add("" + i), lines::add, "number", "x");
        Console.some(List.of(1, 2, 3, 4), 2, i -> lines.add("" + i), lines::add, "number", "x");
        Console.some(List.of(), 2, i -> lines.add("" + i), lines::add, "number", "x");
        assertThat(lines).containsExactly("1", "2", "3", "1", "2", "... and 2 numbers more, all in x");
    }
}

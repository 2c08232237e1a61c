package io.contractcheck.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BeginningTest {
    @Test
    void a_short_text_is_whole() {
        assertThat(Beginning.of("abc", 3)).isEqualTo("abc");
        assertThat(Beginning.of("", 0)).isEmpty();
        assertThat(Beginning.of("abc", 0)).isEmpty();
    }

    @Test
    void no_character_is_cut_in_two() {
        String text = "a🙂🙂b🙂";
        for (int most = 0; most <= text.length(); most++) {
            String beginning = Beginning.of(text, most);
            assertThat(text).startsWith(beginning);
            assertThat(beginning.length()).isBetween(Math.max(0, most - 1), most);
            assertThat(new String(beginning.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(beginning);
        }
    }
}

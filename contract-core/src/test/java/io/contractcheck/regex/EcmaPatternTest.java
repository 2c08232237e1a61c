package io.contractcheck.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[a-z]+$",
                "^(ab|c){2,}$",
                "abc",
                "^\\d{3}-\\d{4}$",
                "^(?=.*[A-Z])(?=.*\\d).{8,}$",
                "^(?!foo)[a-z]{3}$",
                "\\bword\\b",
                "^(a+)-\\1$",
                "^[^@]+@[^@]+$",
                "^\\p{L}+$",
                "^$",
                "[\\w.-]+",
                "^[A-Z]{2}[0-9]{1,5}(\\.[0-9]+)?$"
            })
    void generated_texts_match(String source) {
        EcmaPattern pattern = EcmaPattern.compile(source);
        EcmaPattern.TextGenerator generator = pattern.generator(0, 100);
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            assertThat(pattern.find(generator.next(random))).isTrue();
        }
    }

    @Test
    void lengths_are_kept() {
        for (String source :
                new String[] {"^[a-z]+$", "^(ab|c){2,}$", "abc", "^[a-z]*-?[0-9]*$", "^a?b?[c-d]+(x|yy)*$"}) {
            String text = EcmaPattern.compile(source).generator(300, 301).next(new Random(2));
            assertThat(text.length()).as(source).isBetween(300, 301);
        }
        assertThatThrownBy(() -> EcmaPattern.compile("^abc$").generator(4, 9)).isInstanceOf(PatternException.class);
    }

    @Test
    void matching_follows_ecma() {
        assertThat(EcmaPattern.compile("^a$").find("a\n")).isFalse();
        assertThat(EcmaPattern.compile("^\\d$").find("٣")).isFalse();
        assertThat(EcmaPattern.compile("^.$").find("😀")).isTrue();
        assertThat(EcmaPattern.compile("^[\\w-]+$").find("a-b")).isTrue();
        assertThat(EcmaPattern.compile("(?<=a)b").find("ab")).isTrue();
        assertThat(EcmaPattern.compile("(?<!a)b").find("ab")).isFalse();
        assertThat(EcmaPattern.compile("[]").find("ab")).isFalse();
        assertThat(EcmaPattern.compile("^[^]$").find("\n")).isTrue();
        assertThatThrownBy(() -> EcmaPattern.compile("(a")).hasMessageContaining("missing )");
        assertThat(EcmaPattern.compile("^[a-z]*$").find("a".repeat(100_000))).isTrue();
        assertThat(EcmaPattern.compile("^a{1,3}{").find("aa{")).isTrue();
    }
}

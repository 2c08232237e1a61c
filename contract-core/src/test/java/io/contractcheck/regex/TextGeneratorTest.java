package io.contractcheck.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextGeneratorTest {
    private static final IntPredicate VISIBLE = c -> c > ' ' && c < 127;

    /** Patterns as API documents have them, one a line. */
    static List<String> patterns() throws IOException {
        try (InputStream lines = TextGeneratorTest.class.getResourceAsStream("patterns.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void generated_texts_match_and_the_same_seed_gives_the_same(String source) {
        EcmaPattern pattern = EcmaPattern.compile(source);
        EcmaPattern.TextGenerator generator = pattern.generator(0, Integer.MAX_VALUE);
        for (int seed = 0; seed < 40; seed++) {
            String text = generator.next(new Random(seed));
            assertThat(pattern.find(text)).as(text).isTrue();
            assertThat(pattern.generator(0, Integer.MAX_VALUE).next(new Random(seed)))
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void lengths_that_were_seen_can_be_asked_for(String source) {
        EcmaPattern pattern = EcmaPattern.compile(source);
        EcmaPattern.TextGenerator any = pattern.generator(0, Integer.MAX_VALUE);
        for (int seed = 0; seed < 8; seed++) {
            int length = length(any.next(new Random(seed)));
            String text = pattern.generator(length, length).next(new Random(seed));
            assertThat(length(text)).as(text).isEqualTo(length);
            assertThat(pattern.find(text)).as(text).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void near_misses_do_not_match(String source) {
        EcmaPattern pattern = EcmaPattern.compile(source);
        List<String> misses = pattern.nearMisses(new Random(3));
        assertThat(misses).noneMatch(pattern::find).isEqualTo(pattern.nearMisses(new Random(3)));
        if (source.equals(".*")) {
            assertThat(misses).isEmpty();
        } else {
            assertThat(misses).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "^[a-z]+$~300~310",
                "^(ab|c){2,}$~301~301",
                "^(abc|d)*$~299~299",
                "^([a-z]{2},)*[a-z]$~301~301",
                "abc~300~301",
                "^abc~300~300",
                "abc$~300~300",
                "^a|b$~50~50",
                "\\bword\\b~40~40",
                "(?<!-)\\d+$~40~60",
                "foo(?!bar)~40~60",
                "(?<=\\$)\\d+~25~25",
                "(?<=\\$)\\d{3}(?=%)~5~5",
                "^(?:\\d{3}|\\d{5}|\\d{9})$~4~8",
                "^(?:.{500})+$~900~1600",
                "^(?=.*[A-Z])(?=.*\\d).{8,}$~8~8",
                "^(?=.*[A-Z])(?=.*\\d).{8,}$~400~400",
                "^(?=.{200,210}$)[a-z]+(-[a-z]+)*$~0~1000",
                "^(?!.*[<>]).*$~500~500",
                "^[^<>]*$~2000~2000",
                "^[a-z]*-?[0-9]*$~300~301",
                "^(['\"])(.*)\\1$~60~60",
                "^.*$~100000~100000",
                "^(?:a|bb)+$~3000~3000",
            })
    void lengths_are_distributed_and_not_waited_for(String source, int min, int max) {
        EcmaPattern.TextGenerator generator = EcmaPattern.compile(source).generator(min, max);
        for (int seed = 0; seed < 5; seed++) {
            assertThat(length(generator.next(new Random(seed)))).isBetween(min, max);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "^[a-z]+$~5~3",
                "^abc$~4~9",
                "^(ab){2,}$~5~5",
                "^(?=.{8,}$)[a-z]{1,4}$~0~100",
                "[]~0~100",
                "a[]~0~100",
                "^(?:.{500})+$~501~999"
            })
    void what_matches_nothing_of_a_length_is_said_at_once(String source, int min, int max) {
        EcmaPattern pattern = EcmaPattern.compile(source);
        assertThatThrownBy(() -> pattern.generator(min, max))
                .isInstanceOf(PatternException.class)
                .hasMessage("pattern " + source + " matches nothing between " + min + " and " + max + " code points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a^b", "^(?<=a)b$", "^(?!a)a$", "^a\\bb$"})
    void what_conditions_rule_out_is_found_out(String source) {
        EcmaPattern pattern = EcmaPattern.compile(source);
        assertThatThrownBy(() -> pattern.generator(0, 100)).hasMessageContaining("was found for pattern " + source);
    }

    @Test
    void a_repetition_of_nothing_possible_is_empty() {
        assertThat(EcmaPattern.compile("^a[]*$").generator(0, 9).next(new Random(1)))
                .isEqualTo("a");
        assertThat(EcmaPattern.compile("^[^]$").generator(0, 9).next(new Random(1)))
                .hasSizeBetween(1, 2);
    }

    @Test
    void only_allowed_code_points_are_used() {
        for (String source : List.of("^.{20,40}$", "\\S", "^[^/]+$", "^(?=.*\\W).{5,}$", "ab", "^(a|\\n)(b| )$")) {
            EcmaPattern.TextGenerator generator = EcmaPattern.compile(source).generator(2, 50, VISIBLE);
            for (int seed = 0; seed < 50; seed++) {
                assertThat(generator.next(new Random(seed)).codePoints().allMatch(VISIBLE))
                        .isTrue();
            }
        }
        EcmaPattern spaced = EcmaPattern.compile("^a b$");
        assertThatThrownBy(() -> spaced.generator(0, 9, VISIBLE)).hasMessageContaining("matches nothing");
        assertThat(EcmaPattern.compile("^a$").nearMisses(1, 2, VISIBLE, new Random(1)))
                .isNotEmpty()
                .allMatch(text -> text.length() < 3 && text.codePoints().allMatch(VISIBLE));
    }

    @Test
    void texts_are_mostly_plain_but_not_always() {
        EcmaPattern.TextGenerator generator = EcmaPattern.compile("^[^<>]{40}$").generator(0, 40);
        StringBuilder all = new StringBuilder();
        for (int seed = 0; seed < 50; seed++) {
            all.append(generator.next(new Random(seed)));
        }
        assertThat(all.chars()
                        .filter(c -> c < 128 && Character.isLetterOrDigit(c))
                        .count())
                .isGreaterThan(1_000);
        assertThat(all.chars().filter(c -> c > 127).count()).isPositive();
    }

    @Test
    void lone_surrogates_are_never_made() {
        EcmaPattern pattern = EcmaPattern.compile("^[\\uD7FF-\\uE000]{30}$");
        String text = pattern.generator(0, 30).next(new Random(5));
        assertThat(text.chars().noneMatch(c -> Character.isSurrogate((char) c))).isTrue();
        assertThatThrownBy(() -> EcmaPattern.compile("\\uD800").generator(0, 3)).isInstanceOf(PatternException.class);
    }

    @Test
    void one_generator_serves_many_threads() {
        EcmaPattern.TextGenerator generator =
                EcmaPattern.compile("^(\\w+-){3}\\d$").generator(0, 99);
        String expected = generator.next(new Random(1));
        assertThatCode(() -> List.of(1, 2, 3, 4, 5, 6, 7, 8).parallelStream()
                        .forEach(i -> assertThat(generator.next(new Random(1))).isEqualTo(expected)))
                .doesNotThrowAnyException();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

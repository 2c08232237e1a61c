package io.contractcheck.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class YamlTest {
    private static void reads(String yaml, String json) {
        assertThat(Json.write(Yaml.parse(yaml))).isEqualTo(json);
    }

    @Test
    void words_that_yaml_1_1_took_for_booleans_are_strings() {
        reads(
                "[on, off, yes, no, y, n, On, true, False]",
                "[\"on\",\"off\",\"yes\",\"no\",\"y\",\"n\",\"On\",true,false]");
    }

    @Test
    void dates_times_and_sexagesimals_are_strings() {
        reads("[2024-01-31, 2024-01-31T10:00:00Z, 12:30:45]", "[\"2024-01-31\",\"2024-01-31T10:00:00Z\",\"12:30:45\"]");
    }

    @Test
    void numbers_are_those_of_yaml_1_2_and_keep_every_digit() {
        reads(
                "[012, 0, 0.5, 02138, 0o17, 0x1F, 1_000, +3, -4, .5, 1e3]",
                "[\"012\",0,0.5,\"02138\",15,31,\"1_000\",3,-4,0.5,1000]");
        reads("1.10", "1.10");
        reads("123456789012345678901234567890", "123456789012345678901234567890");
        reads("0.1234567890123456789012345", "0.1234567890123456789012345");
        reads("[.inf, .nan, 1.2.3, '1', \"2\"]", "[\".inf\",\".nan\",\"1.2.3\",\"1\",\"2\"]");
    }

    @Test
    void tags_and_quotes_say_what_a_scalar_is() {
        reads(
                "[!!str 12, !!int '12', !<tag:yaml.org,2002:timestamp> 2024-01-01, ! 7]",
                "[\"12\",12,\"2024-01-01\",\"7\"]");
    }

    @Test
    void null_has_five_spellings() {
        reads("{a: , b: ~, c: null, d: Null, e: NULL}", "{\"a\":null,\"b\":null,\"c\":null,\"d\":null,\"e\":null}");
    }

    @Test
    void keys_are_strings_as_written() {
        reads(
                "{200: a, 012: b, yes: c, null: d, 1.0: e}",
                "{\"200\":\"a\",\"012\":\"b\",\"yes\":\"c\",\"null\":\"d\",\"1.0\":\"e\"}");
    }

    @Test
    void of_equal_keys_the_last_one_counts_as_in_json() {
        reads("{a: 1, a: 2}", "{\"a\":2}");
        assertThat(Json.parse("{\"a\": 1, \"a\": 2}")).isEqualTo(Yaml.parse("{a: 1, a: 2}"));
    }

    @Test
    void aliases_are_copies() {
        JsonNode root = Yaml.parse("a: &x {k: [1]}\nb: *x\n");
        assertThat(root.get("b")).isEqualTo(root.get("a")).isNotSameAs(root.get("a"));
    }

    @Test
    void merge_keys_fill_in_what_is_missing() {
        reads(
                "base: &b {x: 1, y: 2}\nmore: &m {y: 3, z: 4}\nall:\n  <<: [*b, *m]\n  x: 0\n",
                "{\"base\":{\"x\":1,\"y\":2},\"more\":{\"y\":3,\"z\":4},\"all\":{\"x\":0,\"y\":2,\"z\":4}}");
        reads("'<<': {a: 1}", "{\"<<\":{\"a\":1}}");
    }

    @Test
    void aliases_that_unfold_without_end_are_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String one = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, one))));
        }
        assertThatThrownBy(() -> Yaml.parse(bomb.toString()))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("unfold to more than");
        assertThatThrownBy(() -> Yaml.parse("&a [*a]"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void errors_name_line_and_column() {
        assertThatThrownBy(() -> Yaml.parse("a: 1\nb: [1, 2\nc: 3\n"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("(line 3, column 2)");
        assertThatThrownBy(() -> Yaml.parse("a: 1\nb: \u0001\n"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("U+0001")
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Yaml.parse("a: 1\n---\nb: 2\n"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("second YAML document")
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Yaml.parse("? [a, b]\n: 1\n"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("scalar");
        assertThatThrownBy(() -> Yaml.parse("[".repeat(2000))).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Yaml.parse("# nothing\n"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void texts_longer_than_three_million_characters_are_read() {
        StringBuilder text = new StringBuilder("values:\n");
        for (int i = 0; i < 200_000; i++) {
            text.append("  - value number ").append(i).append('\n');
        }
        assertThat(Yaml.parse(text.toString()).get("values")).hasSize(200_000);
    }
}

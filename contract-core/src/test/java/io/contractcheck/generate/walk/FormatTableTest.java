package io.contractcheck.generate.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.contractcheck.generate.Generators;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.format.Formats;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every string format: made, asserted, and just missed; by another implementation's opinion too, where it has one. */
class FormatTableTest {
    private static final int VALUES = 300;

    /** Another opinion on formats by name, and on others by the format that they are a part of: {@code %s} stands for the text. */
    private static final String TABLE = """
            date           | date                  | %s
            time           | time                  | %s
            date-time      | date-time             | %s
            full-date      | date                  | %s
            full-time      | time                  | %s
            partial-time   | time                  | %sZ
            date-fullyear  | date                  | %s-01-01
            date-month     | date                  | 2024-%s-01
            date-mday      | date                  | 2024-01-%s
            time-hour      | time                  | %s:00:00Z
            time-minute    | time                  | 00:%s:00Z
            time-second    | time                  | 00:00:%sZ
            time-secfrac   | time                  | 00:00:00%sZ
            time-numoffset | time                  | 00:00:00%s
            time-offset    | time                  | 00:00:00%s
            duration       | duration              | %s
            hostname       | hostname              | %s
            uri            | uri                   | %s
            uri-reference  | uri-reference         | %s
            iri            | iri                   | %s
            iri-reference  | iri-reference         | %s
            uri-template   | uri-template          | %s
            uuid           | uuid                  | %s
            json-pointer   | json-pointer          | %s
            relative-json-pointer | relative-json-pointer | %s
            regex          | regex                 | %s
            email          |                       |
            idn-email      |                       |
            idn-hostname   |                       |
            ipv4           |                       |
            ipv6           |                       |
            byte           |                       |
            color          |                       |
            """;

    /** What the other implementation, which asks the JDK, accepts though RFC 3339 wants seconds and an offset, and RFC 6570 names. */
    private static final List<String> LENIENT = List.of(
            "time 12:00Z",
            "full-time 12:00Z",
            "partial-time 12:00",
            "partial-time 12:00:00.",
            "time-secfrac .",
            "date-time 2024-01-01T12:00:00",
            "uri-template /books/{}",
            "uri-template /books/{a b}",
            "uri-template /books/id}");

    private static final ValidatorFactory SECOND = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .withEvaluatorFactory(new FormatEvaluatorFactory())
            .withDisabledSchemaValidation(true);

    private static Schema schema(String format) {
        return Schema.parse("{\"type\":\"string\",\"format\":\"" + format + "\"}");
    }

    private static boolean second(String format, String template, String text) {
        ObjectNode schema = Json.NODES.objectNode().put("format", format);
        return SECOND.validate((JsonNode) schema, (JsonNode) Json.NODES.textNode(template.replace("%s", text)))
                .isValid();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void what_is_made_has_the_format(String format, String other, String template) {
        Schema schema = schema(format);
        var generator = Generators.valid(schema).generator(1000);
        Set<String> made = new LinkedHashSet<>();
        Random random = new Random(6);
        for (int i = 0; i < VALUES; i++) {
            JsonNode value = generator.next(random).value();
            assertThat(schema.validate(value)).as("%s", value).isEmpty();
            made.add(value.textValue());
        }
        assertThat(made).hasSizeGreaterThan(format.endsWith("template") || format.endsWith("pointer") ? 4 : 5);
        if (other != null) {
            assertThat(made).allMatch(text -> second(other, template, text));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void what_just_misses_does_not(String format, String other, String template) {
        List<String> misses =
                Objects.requireNonNull(Formats.standard().named(format)).nearMisses();
        assertThat(misses).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        for (String miss : misses) {
            assertThat(schema(format).accepts(Json.NODES.textNode(miss)))
                    .as(miss)
                    .isFalse();
            if (other != null) {
                assertThat(second(other, template, miss)).as(miss).isEqualTo(LENIENT.contains(format + " " + miss));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void the_walk_tries_what_just_misses(String format, String other, String template) {
        List<WalkedValue> walked = Walked.broken(schema(format))
                .filter(w -> w.keyword().orElseThrow().equals("format"))
                .toList();
        assertThat(walked).hasSizeGreaterThan(1);
        assertThat(Objects.requireNonNull(Formats.standard().named(format)).nearMisses())
                .contains(walked.get(0).value().textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "password", "my-own"})
    void a_format_that_any_text_has_is_never_missed(String format) {
        assertThat(Walked.broken(schema(format)))
                .noneMatch(w -> w.keyword().orElseThrow().equals("format"));
        assertThat(Walked.valid(schema(format))).isNotEmpty();
    }

    @Test
    void every_standard_format_of_strings_is_in_the_table() {
        assertThat(TABLE.lines().map(line -> line.split("\\|")[0].strip()))
                .containsExactlyInAnyOrderElementsOf(Formats.standard().names().stream()
                        .filter(name ->
                                !List.of("int32", "int64", "float", "double").contains(name))
                        .toList());
    }
}

package io.contractcheck.generate.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.generate.TextRules;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaWalkTest {
    @Test
    void every_value_says_where_and_why() {
        assertThat(walk("{'type':'object','properties':{'name':{'type':'string','maxLength':80}}}"))
                .anySatisfy(walked -> {
                    assertThat(walked.valid()).isFalse();
                    assertThat(walked.scenario()).isEqualTo("string_above_max_length");
                    assertThat(walked.pointer()).hasToString("/name");
                    assertThat(walked.keyword()).contains("maxLength");
                    assertThat(walked.description()).isEqualTo("name: one character longer than maxLength 80");
                    assertThat(walked.value().path("name").textValue()).hasSize(81);
                });
    }

    @Test
    void lengths_on_and_beyond_the_bounds() {
        List<WalkedValue> all = walk("{'type':'string','minLength':3,'maxLength':5}");
        assertThat(all)
                .filteredOn(WalkedValue::valid)
                .extracting(w -> length(w.value()))
                .contains(3, 4, 5);
        assertThat(all)
                .filteredOn(w -> !w.valid() && w.value().isTextual())
                .extracting(w -> length(w.value()))
                .containsExactly(2, 6);
        assertThat(all)
                .filteredOn(w -> w.scenario().equals("incorrect_type"))
                .extracting(w -> Json.write(w.value()))
                .containsExactly("0", "0.5", "false", "null", "[null,null]", "{}");
    }

    @Test
    void strings_keep_the_rules_of_their_place() {
        TextRules path = new TextRules(1, c -> c >= 'a' && c <= 'z');
        for (String schema : List.of(
                "{'type':'string'}",
                "{'type':'string','pattern':'^[a-y/]+$','minLength':1}",
                "{'type':'string','maxLength':3}")) {
            assertThat(SchemaWalk.of(Schema.parse(schema.replace('\'', '"')), path)
                            .filter(w -> w.value().isTextual()))
                    .isNotEmpty()
                    .allMatch(w -> w.value().textValue().matches("[a-z]+"));
        }
    }

    @Test
    void a_broken_reference_is_walked_around() {
        assertThat(walk("{'type':'object','properties':{'a':{'$ref':'#/nowhere'},'b':{'type':'integer','minimum':3}}}"))
                .anyMatch(w -> w.valid() && w.value().path("b").asInt() == 3)
                .noneMatch(w -> w.value().has("a"));
    }

    @Test
    void what_is_valid_by_its_type_alone_is_found() {
        assertThat(walk("{'contains':false}"))
                .anyMatch(w -> w.valid() && w.value().isNull());
    }

    private static int length(JsonNode value) {
        return value.textValue().codePointCount(0, value.textValue().length());
    }

    private static List<WalkedValue> walk(String schema) {
        return SchemaWalk.of(Schema.parse(schema.replace('\'', '"'))).toList();
    }
}

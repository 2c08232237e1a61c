package io.contractcheck.testcase;

import static io.contractcheck.testcase.Operations.body;
import static io.contractcheck.testcase.Operations.parameters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.generate.walk.WalkedValue;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartWalkTest {
    private static PartWalk parameter(String rest) {
        Operation operation = parameters(rest.startsWith("in: path") ? "/a/{n}" : "/a", "{name: n, " + rest + "}");
        return PartWalk.of(operation, operation.parameters().get(0));
    }

    private static PartWalk query(String schema) {
        Operation operation = parameters("/a", "{name: n, in: query, schema: " + schema + "}");
        return PartWalk.of(operation, operation.parameters().get(0));
    }

    private static PartWalk content(String mediaType, String schema) {
        MediaTypeContent content = body(mediaType, "{schema: " + schema + "}")
                .requestBody()
                .orElseThrow()
                .content()
                .get(0);
        return PartWalk.of(content, mediaType);
    }

    private static List<String> valid(PartWalk walk) {
        return walk.values()
                .filter(WalkedValue::valid)
                .map(w -> Json.write(w.value()))
                .distinct()
                .toList();
    }

    private static List<String> invalid(PartWalk walk) {
        return walk.values()
                .filter(w -> !w.valid())
                .map(w -> Json.write(w.value()))
                .toList();
    }

    private static List<String> named(PartWalk walk) {
        return walk.values()
                .filter(w -> !w.valid())
                .map(w -> w.keyword().orElseThrow() + " " + Json.write(w.value()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{type: string}", "{type: string, description: any text}"})
    void a_text_without_rules_has_no_wrong_value(String schema) {
        assertThat(invalid(query(schema))).isEmpty();
    }

    @Test
    void yaml_that_is_told_to_be_a_text_may_be_any_yaml() {
        assertThat(invalid(content("application/yaml", "{type: string}"))).isEmpty();
        assertThat(valid(content("application/yaml", "{type: string}"))).isNotEmpty();
        assertThat(invalid(content("application/yaml", "{type: object}"))).contains("0");
        assertThat(invalid(content("application/json", "{type: string}"))).contains("0", "{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{type: boolean}", "{type: [boolean, integer]}"})
    void truth_values_are_not_refused_by_a_text_that_some_read_as_one(String schema) {
        assertThat(invalid(query(schema)))
                .isNotEmpty()
                .doesNotContain("0", "1", "\"0\"", "\"1\"", "true", "false", "\"true\"");
    }

    @Test
    void numbers_are_refused_by_no_text_that_is_one() {
        assertThat(invalid(query("{type: integer, minimum: 3}")))
                .contains("2", "0.5", "null", "\"AAA\"")
                .doesNotContain("\"3\"", "[4]");
    }

    @Test
    void what_is_wrong_is_named_as_it_arrives() {
        assertThat(named(query("{type: string, enum: [a, b]}"))).contains("enum 0", "enum false", "enum \"ax\"");
        assertThat(named(query("{type: array, items: {type: integer}}"))).contains("type 0.5");
        assertThat(query("{type: array, items: {type: integer}}")
                        .values()
                        .filter(w -> !w.valid())
                        .map(WalkedValue::description))
                .contains("[0]: must be an integer, but is \"AAA\"");
    }

    @Test
    void several_values_are_wrong_where_none_of_them_is_right() {
        assertThat(invalid(query("{type: integer}"))).contains("[null,null]");
        assertThat(invalid(query("{type: string, maxLength: 5}"))).doesNotContain("[null,null]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in: query, style: deepObject, explode: true",
                "in: query, style: form, explode: true",
                "in: header",
                "in: path, required: true, style: matrix"
            })
    void an_object_is_not_replaced_by_what_a_service_overlooks(String place) {
        PartWalk walk = parameter(place + ", schema: {type: object, required: [k], properties: {k: {type: integer}}}");
        assertThat(invalid(walk)).isNotEmpty().allMatch(v -> v.startsWith("{"));
    }

    @Test
    void a_stranger_among_exploded_members_is_another_parameter() {
        String closed = "schema: {type: object, properties: {k: {type: integer}}, additionalProperties: false}";
        assertThat(invalid(parameter("in: query, " + closed))).noneMatch(v -> v.contains("unknown"));
        assertThat(invalid(parameter("in: query, explode: false, " + closed))).anyMatch(v -> v.contains("unknown"));
    }

    @Test
    void an_empty_text_is_wrong_where_it_must_be_there() {
        String schema = "schema: {type: string, minLength: 2}";
        assertThat(invalid(parameter("in: query, required: true, " + schema))).contains("\"\"");
        assertThat(invalid(parameter("in: query, " + schema))).doesNotContain("\"\"");
        assertThat(invalid(parameter("in: query, required: true, schema: {type: integer}")))
                .doesNotContain("\"\"");
    }

    @Test
    void a_path_gets_no_value_that_would_make_it_another_path() {
        PartWalk walk = parameter("in: path, required: true, schema: {type: string, maxLength: 3}");
        assertThat(valid(walk)).isNotEmpty().noneMatch(v -> v.equals("\"\"") || v.matches("\"\\.{1,2}\""));
        assertThat(walk.values().map(w -> w.value().asText())).noneMatch(t -> t.contains("/") || t.isEmpty());
    }

    @Test
    void headers_have_every_listed_value_and_keep_to_their_characters() {
        PartWalk walk = parameter("in: header, schema: {type: string, enum: [in progress, done, \"\\u20ac\"]}");
        assertThat(valid(walk)).containsExactlyInAnyOrder("\"in progress\"", "\"done\"");
        assertThat(parameter("in: header, schema: {type: string, minLength: 2, maxLength: 40}")
                        .values()
                        .map(w -> w.value().asText()))
                .allMatch(t -> t.chars().allMatch(c -> c > 0x20 && c < 0x7F));
    }

    @Test
    void the_template_is_an_example_or_else_readable() {
        assertThat(Json.write(parameter("in: query, schema: {type: integer}, example: 42")
                        .template()))
                .isEqualTo("42");
        assertThat(Json.write(parameter("in: query, schema: {type: integer}, example: x")
                        .template()))
                .isEqualTo("0");
        assertThat(query("{type: string}").template().asText()).matches("[A-Za-z0-9]+");
        assertThat(content("application/json", "{type: object, properties: {mail: {type: string, format: email}}}")
                        .template()
                        .path("mail")
                        .asText())
                .contains("@");
    }

    @Test
    void the_template_comes_first() {
        PartWalk walk = query("{type: integer, minimum: 1, maximum: 100}");
        assertThat(walk.values().findFirst().orElseThrow().value()).isEqualTo(walk.template());
    }

    @Test
    void text_and_bytes_are_not_refused_for_their_type() {
        assertThat(invalid(content("text/plain", "{type: string}"))).isEmpty();
        assertThat(invalid(content("text/plain", "{type: string, minLength: 3}")))
                .contains("\"u8\"");
        assertThat(invalid(content("image/png", "{type: string, format: binary}")))
                .isEmpty();
        assertThat(valid(content("image/png", "{type: string, format: binary}")))
                .hasSize(2);
        assertThat(invalid(content(
                        "multipart/form-data",
                        "{type: object, required: [f], properties: {f: {type: string, format: binary}}}")))
                .doesNotContain("{\"f\":{}}", "{\"f\":0}", "{\"f\":[null,null]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/x-www-form-urlencoded", "multipart/form-data"})
    void documents_and_forms_are_objects_whatever_they_hold(String mediaType) {
        List<String> invalid = invalid(content(
                mediaType,
                "{type: object, required: [k, s], properties: {k: {type: integer}, s: {type: string, enum: [a]}}}"));
        assertThat(invalid)
                .isNotEmpty()
                .allMatch(v -> v.startsWith("{"))
                .anyMatch(v -> v.contains("\"k\":\"AAA\""))
                .noneMatch(v -> v.contains("\"s\":null"))
                .noneMatch(v -> v.contains("[null,null]"));
    }

    @Test
    void a_body_of_which_nothing_is_said_has_one_value() {
        MediaTypeContent content = body("application/json", "{}")
                .requestBody()
                .orElseThrow()
                .content()
                .get(0);
        assertThat(PartWalk.of(content, "application/json").values()).hasSize(1);
    }

    @Test
    void a_part_without_valid_values_has_no_walk() {
        assertThatThrownBy(() -> query("{type: integer, minimum: 2, maximum: 1}"))
                .isInstanceOf(UnsatisfiableException.class);
        assertThatThrownBy(() -> parameter("in: cookie, schema: {type: string, enum: [\"a;b\"]}"))
                .isInstanceOf(UnsatisfiableException.class);
        assertThatThrownBy(() ->
                        parameter("in: cookie, content: {application/json: {schema: {type: object, required: [k]}}}"))
                .isInstanceOf(UnsatisfiableException.class);
    }
}

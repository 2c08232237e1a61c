package io.contractcheck.testcase;

import static io.contractcheck.testcase.Operations.BASE;
import static io.contractcheck.testcase.Operations.body;
import static io.contractcheck.testcase.Operations.given;
import static io.contractcheck.testcase.Operations.parameters;
import static io.contractcheck.testcase.Operations.withBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.http.Request;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a request dies on its way, or arrives as something else. */
class FramingTrapsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            "a/b"     ~ a%2Fb
            "a b"     ~ a%20b
            "a+b"     ~ a%2Bb
            "a%2Fb"   ~ a%252Fb
            "{id}"    ~ %7Bid%7D
            "\\u0000" ~ %00
            "é"       ~ %C3%A9
            """)
    void what_a_path_segment_cannot_hold_is_encoded_once_and_comes_back(String json, String segment) {
        String value = json.replace("\\\\", "\\");
        Operation operation = parameters("/x/{n}", "{name: n, in: path, required: true, schema: {type: string}}");
        Request request = Wire.write(given(operation, value), BASE);
        assertThat(request.path()).isEqualTo("/api/x/" + segment);
        assertThat(Wire.read(operation, request, BASE).parameters().get(0).value())
                .isEqualTo(Json.parse(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\".\"]", "[\"..\"]", "[\"\"]"})
    void a_path_is_never_drawn_empty_or_of_dots(String listed) {
        Operation operation = parameters(
                "/x/{n}", "{name: n, in: path, required: true, schema: {type: string, enum: " + listed + "}}");
        assertThatThrownBy(() -> CaseGenerator.of(operation)).hasMessageContaining("path parameter 'n'");
    }

    @Test
    void what_an_enumeration_lists_is_sent_though_it_holds_a_slash() {
        Operation operation =
                parameters("/x/{n}", "{name: n, in: path, required: true, schema: {type: string, enum: [a/b]}}");
        assertThat(Wire.write(CaseGenerator.of(operation).next(new Random(1)).value(), BASE)
                        .path())
                .isEqualTo("/api/x/a%2Fb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\" a\"", "\"a \"", "\"\\t\"", "\"a\\r\\nb\"", "\"\\u0000\"", "\"\\u007f\"", "\"€\""})
    void a_header_holds_no_control_characters_nor_outer_spaces_nor_more_than_latin_1(String json) {
        Operation operation = parameters("/x", "{name: n, in: header, schema: {type: string}}");
        assertThatThrownBy(() -> Wire.write(given(operation, json), BASE))
                .isInstanceOf(UnwritableException.class)
                .hasMessageStartingWith("header parameter 'n': ");
    }

    @Test
    void too_few_items_in_a_query_is_a_fault_only_where_the_parameter_must_be_there() {
        String list = "{name: n, in: query, required: %s, schema: {type: array, minItems: 1, items: {type: string}}}";
        Operation optional = parameters("/x", list.formatted("false"));
        Operation required = parameters("/x", list.formatted("true"));
        assertThat(Fault.of(Wire.read(optional, Wire.write(given(optional, "[]"), BASE), BASE)))
                .isEmpty();
        assertThat(Fault.of(Wire.read(required, Wire.write(given(required, "[]"), BASE), BASE)))
                .singleElement()
                .satisfies(f -> assertThat(f.keyword()).isEqualTo("required"));
    }

    @Test
    void an_empty_form_breaks_the_rule_that_there_is_a_body() {
        Operation operation =
                body("application/x-www-form-urlencoded", "{schema: {type: object, properties: {a: {type: integer}}}}");
        Request request = Wire.write(withBody(operation, Json.parse("{}")), BASE);
        assertThat(Judgement.of(operation, request, BASE).faults())
                .singleElement()
                .satisfies(f -> assertThat(f.keyword()).isEqualTo("required"));
        assertThat(CaseGenerator.of(operation).next(new Random(4)).value().body())
                .hasValueSatisfying(b -> assertThat(b.value()).isNotEmpty());
    }

    @Test
    void a_file_part_that_must_be_there_is_missed() {
        Operation operation = body(
                "multipart/form-data",
                "{schema: {type: object, required: [f], properties: {f: {type: string, format: binary}, t: {type:"
                        + " string}}}}");
        Request request = Wire.write(withBody(operation, Json.parse("{\"t\":\"a\"}")), BASE);
        assertThat(Judgement.of(operation, request, BASE).faults())
                .singleElement()
                .satisfies(f -> assertThat(f.describe()).contains("f"));
    }

    @ParameterizedTest
    @CsvSource({"application/octet-stream,binary", "image/png,binary", "text/plain,password"})
    void any_bytes_and_any_text_are_valid(String mediaType, String format) {
        Operation operation = body(mediaType, "{schema: {type: string, format: " + format + "}}");
        for (String text : new String[] {"7", "null", "{}", "é"}) {
            Request request = Wire.write(withBody(operation, Json.NODES.textNode(text)), BASE);
            assertThat(Judgement.of(operation, request, BASE).faults()).isEmpty();
        }
    }
}

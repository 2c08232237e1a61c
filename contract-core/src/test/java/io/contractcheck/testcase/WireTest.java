package io.contractcheck.testcase;

import static io.contractcheck.testcase.Operations.BASE;
import static io.contractcheck.testcase.Operations.given;
import static io.contractcheck.testcase.Operations.parameters;
import static io.contractcheck.testcase.Operations.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {

    private static List<String> roundTrip(Operation operation, String... values) {
        return values(Wire.read(operation, Wire.write(given(operation, values), BASE), BASE));
    }

    private static List<String> read(Operation operation, String target, Header... headers) {
        return values(Wire.read(
                operation,
                new Request("POST", "http://localhost:8080", "/api" + target, List.of(headers), null),
                BASE));
    }

    @Test
    void every_part_stands_where_it_belongs() {
        Operation operation = parameters(
                "/a/{id}/b",
                "{in: path, name: id, required: true, schema: {type: string}},"
                        + "{in: query, name: q, schema: {type: array, items: {type: integer}}},"
                        + "{in: header, name: X-H, schema: {type: boolean}},"
                        + "{in: cookie, name: c, schema: {type: integer}},"
                        + "{in: cookie, name: d, schema: {type: array, items: {type: string}}}");
        Request request = Wire.write(given(operation, "\"\u00fc/x\"", "[1,2]", "true", "7", "[\"x\",\"y\"]"), BASE);
        assertThat(request)
                .isEqualTo(new Request(
                        "POST",
                        "http://localhost:8080",
                        "/api/a/%C3%BC%2Fx/b?q=1&q=2",
                        List.of(
                                new Header("Accept", "*/*"),
                                new Header("X-H", "true"),
                                new Header("Cookie", "c=7; d=x; d=y")),
                        null));
        assertThat(values(Wire.read(operation, request, BASE)))
                .containsExactly("id=\"\u00fc/x\"", "q=[1,2]", "X-H=true", "c=7", "d=[\"x\",\"y\"]");
    }

    @Test
    void a_base_url_may_be_bare() {
        Operation operation = parameters("/a", "");
        Request request = Wire.write(given(operation), "https://example.org");
        assertThat(request.url()).isEqualTo("https://example.org/a");
    }

    @Test
    void a_segment_of_dots_is_encoded() {
        Operation operation = parameters("/a/{id}", "{in: path, name: id, required: true, schema: {type: string}}");
        assertThat(Wire.write(given(operation, "\"..\""), BASE).target()).isEqualTo("/api/a/%2E%2E");
        assertThat(Wire.write(given(operation, "\".\""), BASE).target()).isEqualTo("/api/a/%2E");
        assertThat(Wire.write(given(operation, "\"a..\""), BASE).target()).isEqualTo("/api/a/a..");
        assertThat(roundTrip(operation, "\"..\"")).containsExactly("id=\"..\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"\"", "[]", "{}", "[\"\"]"})
    void what_is_empty_has_no_form_in_a_path_and_the_message_names_the_parameter(String json) {
        Operation operation = parameters("/a/{id}", "{in: path, name: id, required: true, schema: {}}");
        assertThatThrownBy(() -> Wire.write(given(operation, json), BASE))
                .isInstanceOf(UnwritableException.class)
                .hasMessageStartingWith("path parameter 'id': ");
    }

    @Test
    void a_path_parameter_without_a_value_is_named() {
        Operation operation = parameters("/a/{id}", "{in: path, name: id, required: true, schema: {}}");
        assertThatThrownBy(() -> Wire.write(given(operation), BASE))
                .isInstanceOf(UnwritableException.class)
                .hasMessage("path parameter 'id' has no value");
    }

    @Test
    void a_header_name_must_be_a_token() {
        Operation operation = parameters("/a", "{in: header, name: 'a b', schema: {type: string}}");
        assertThatThrownBy(() -> Wire.write(given(operation, "\"x\""), BASE))
                .isInstanceOf(UnwritableException.class)
                .hasMessageContaining("'a b' is no token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "path|simple|false", "path|simple|true", "path|label|false", "path|label|true",
                "path|matrix|false", "path|matrix|true", "query|form|false", "query|form|true",
                "query|deepObject|true", "header|simple|false", "header|simple|true", "cookie|form|true"
            })
    void objects_are_read_back_in_every_style(String in, String style, boolean explode) {
        Operation operation = parameters(
                in.equals("path") ? "/a/{n}" : "/a",
                "{in: " + in + ", name: n, required: true, style: " + style + ", explode: " + explode
                        + ", schema: {type: object, properties: {k: {type: string}, i: {type: integer},"
                        + " b: {type: boolean}, z: {type: ['null', number]}}}}");
        assertThat(roundTrip(operation, "{\"k\":\"7\",\"i\":7,\"b\":false,\"z\":null}"))
                .containsExactly("n={\"k\":\"7\",\"i\":7,\"b\":false,\"z\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path|simple|false",
                "path|simple|true",
                "path|label|false",
                "path|label|true",
                "path|matrix|false",
                "path|matrix|true",
                "query|form|false",
                "query|form|true",
                "query|spaceDelimited|false",
                "query|pipeDelimited|false",
                "query|pipeDelimited|true",
                "header|simple|false",
                "cookie|form|true"
            })
    void arrays_are_read_back_in_every_style_whatever_their_length(String in, String style, boolean explode) {
        Operation operation = parameters(
                in.equals("path") ? "/a/{n}" : "/a",
                "{in: " + in + ", name: n, required: true, style: " + style + ", explode: " + explode
                        + ", schema: {type: array, items: {type: [string, 'null']}}}");
        assertThat(roundTrip(operation, "[\"7\"]")).containsExactly("n=[\"7\"]");
        assertThat(roundTrip(operation, "[\"7\",null,\"true\"]")).containsExactly("n=[\"7\",null,\"true\"]");
    }

    @Test
    void an_empty_array_in_a_query_is_an_absent_parameter() {
        Operation operation = parameters("/a", "{in: query, name: n, schema: {type: array, items: {type: string}}}");
        assertThat(Wire.write(given(operation, "[]"), BASE).target()).isEqualTo("/api/a");
        assertThat(roundTrip(operation, "[]")).isEmpty();
    }

    @Test
    void exploded_objects_leave_other_parameters_their_names() {
        Operation operation = parameters(
                "/a",
                "{in: query, name: filter, schema: {type: object, additionalProperties: {type: integer}}},"
                        + "{in: query, name: page, schema: {type: integer}}");
        assertThat(read(operation, "/a?x=1&page=2")).containsExactly("filter={\"x\":1}", "page=2");
        assertThat(read(operation, "/a?page=2")).containsExactly("page=2");
    }

    @Test
    void deep_objects_nest() {
        Operation operation = parameters(
                "/a",
                "{in: query, name: f, style: deepObject, explode: true, schema: {type: object, properties:"
                        + " {a: {type: object, additionalProperties: {type: integer}}, l: {type: array, items:"
                        + " {type: integer}}}}}");
        assertThat(roundTrip(operation, "{\"a\":{\"b\":1},\"l\":[1,2]}"))
                .containsExactly("f={\"a\":{\"b\":1},\"l\":[1,2]}");
        assertThat(read(operation, "/a?f[l][]=1&f[l][]=2")).containsExactly("f={\"l\":[1,2]}");
        assertThat(read(operation, "/a?f[l]=1")).containsExactly("f={\"l\":[1]}");
    }

    @Test
    void content_parameters_are_json_text() {
        Operation operation =
                parameters("/a", "{in: query, name: f, content: {application/json: {schema: {type: object}}}}");
        assertThat(Wire.write(given(operation, "{\"a\":[1]}"), BASE).target())
                .isEqualTo("/api/a?f=%7B%22a%22%3A%5B1%5D%7D");
        assertThat(roundTrip(operation, "{\"a\":[1]}")).containsExactly("f={\"a\":[1]}");
        assertThatThrownBy(() -> read(operation, "/a?f=%7B"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("query parameter 'f': no JSON");
    }

    @Test
    void swagger_collection_formats_have_their_delimiters() {
        Operation operation = Operations.of(
                "2.0",
                "/a",
                "parameters: [{in: query, name: a, type: array, collectionFormat: pipes, items: {type: array,"
                        + " items: {type: integer}}}, {in: query, name: b, type: array, collectionFormat: multi,"
                        + " items: {type: string}}, {in: header, name: c, type: array, collectionFormat: ssv,"
                        + " items: {type: string}}]");
        Request request = Wire.write(given(operation, "[[1,2],[3]]", "[\"x\",\"y\"]", "[\"p\",\"q\"]"), BASE);
        assertThat(request.target()).isEqualTo("/api/a?a=1,2%7C3&b=x&b=y");
        assertThat(request.header("c")).contains("p q");
        assertThat(values(Wire.read(operation, request, BASE)))
                .containsExactly("a=[[1,2],[3]]", "b=[\"x\",\"y\"]", "c=[\"p\",\"q\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{type: string}|7|\"7\"",
                "{type: string}|true|\"true\"",
                "{type: integer}|7|7",
                "{type: integer}|7x|\"7x\"",
                "{type: integer}|%2B7|7",
                "{type: integer, minimum: 8}|7|7",
                "{type: number}|1.50|1.50",
                "{type: boolean}|true|true",
                "{type: boolean}|1|true",
                "{type: [boolean, integer]}|1|1",
                "{type: [string, integer]}|7|7",
                "{type: [string, 'null']}|null|null",
                "{anyOf: [{type: integer, minimum: 10}, {type: string}]}|7|\"7\"",
                "{type: array, items: {type: integer}}|7|[7]",
                "{type: integer}|7&n=8|7",
                "{enum: [1, x]}|1|1",
                "{allOf: [{type: [string, integer]}, {type: [integer, boolean]}]}|7|7"
            })
    void a_text_means_what_its_schema_accepts(String schema, String text, String meaning) {
        Operation operation = parameters("/a", "{in: query, name: n, schema: " + schema + "}");
        assertThat(read(operation, "/a?n=" + text)).containsExactly("n=" + meaning);
    }

    @Test
    void alternatives_of_whole_objects_are_tried_one_by_one() {
        Operation operation = parameters(
                "/a",
                "{in: query, name: n, style: deepObject, explode: true, schema: {oneOf: ["
                        + "{type: object, properties: {t: {const: a}, v: {type: integer}}},"
                        + "{type: object, properties: {t: {const: b}, v: {type: string}}}]}}");
        assertThat(read(operation, "/a?n[t]=b&n[v]=1")).containsExactly("n={\"t\":\"b\",\"v\":\"1\"}");
        assertThat(read(operation, "/a?n[t]=a&n[v]=1")).containsExactly("n={\"t\":\"a\",\"v\":1}");
    }

    @Test
    void a_path_that_does_not_fit_cannot_be_read() {
        Operation operation = parameters("/a/{id}", "{in: path, name: id, required: true, schema: {type: string}}");
        for (String target : List.of("/b/1", "/a/", "/a/1/2")) {
            assertThatThrownBy(() -> read(operation, target)).isInstanceOf(UnreadableException.class);
        }
    }

    @Test
    void faults_name_what_is_missing_and_what_is_invalid() {
        Operation operation = Operations.of(
                "3.1.0",
                "/a",
                "parameters: [{in: query, name: p, required: true, schema: {type: string}}, {in: header, name: h,"
                        + " schema: {type: integer, maximum: 3}}]\nrequestBody: {required: true, content: {text/plain: {}}}");
        TestCase read = Wire.read(
                operation,
                new Request("POST", "http://localhost:8080", "/api/a", List.of(new Header("H", "4")), new byte[0]),
                BASE);
        assertThat(Fault.of(read))
                .extracting(f -> f.location() + " " + f.parameter().orElse("") + " " + f.keyword())
                .containsExactly("QUERY p required", "HEADER h maximum", "BODY  required");
    }
}

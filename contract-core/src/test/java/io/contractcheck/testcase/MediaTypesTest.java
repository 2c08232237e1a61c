package io.contractcheck.testcase;

import static io.contractcheck.testcase.Operations.BASE;
import static io.contractcheck.testcase.Operations.body;
import static io.contractcheck.testcase.Operations.withBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Request;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {

    private static Request write(Operation operation, String json) {
        return Wire.write(withBody(operation, Json.parse(json)), BASE);
    }

    private static String text(Request request) {
        return new String(Objects.requireNonNull(request.body()), StandardCharsets.UTF_8);
    }

    private static JsonNode roundTrip(Operation operation, String json) {
        return Wire.read(operation, write(operation, json), BASE)
                .body()
                .orElseThrow()
                .value();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "application/json|{}|{\"a\":1.50}|{\"a\":1.50}",
                "application/problem+json|{}|[1]|[1]",
                "text/json; v=1|{}|null|null",
                "application/x-ndjson|{}|[1,{\"a\":2}]|1\\n{\"a\":2}\\n",
                "application/yaml|{}|{\"a\":[true]}|{\"a\":[true]}",
                "text/plain|{schema: {type: boolean}}|true|true",
                "text/csv|{schema: {type: string}}|\"a,b\"|a,b"
            })
    void values_are_written_as_the_media_type_says_and_read_back(
            String mediaType, String content, String json, String text) {
        Operation operation = body(mediaType, content);
        Request request = write(operation, json);
        assertThat(text(request)).isEqualTo(text.replace("\\n", "\n"));
        assertThat(request.header("Content-Type")).contains(mediaType);
        assertThat(roundTrip(operation, json)).isEqualTo(Json.parse(json));
    }

    @Test
    void text_beyond_ascii_says_its_charset() {
        Operation operation = body("text/plain", "{schema: {type: string}}");
        Request request = write(operation, "\"\u20ac\"");
        assertThat(request.header("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(roundTrip(operation, "\"\u20ac\"")).isEqualTo(Json.parse("\"\u20ac\""));
    }

    @Test
    void bytes_are_sent_as_they_are() {
        Operation operation = body("image/*", "{}");
        byte[] bytes = {0, (byte) 0xFF, 1};
        Request request = Wire.write(withBody(operation, Json.NODES.binaryNode(bytes)), BASE);
        assertThat(request.body()).isEqualTo(bytes);
        assertThat(request.header("Content-Type")).contains("image/png");
        assertThat(Wire.read(operation, request, BASE).body().orElseThrow().value())
                .isEqualTo(Json.NODES.binaryNode(bytes));
        assertThatThrownBy(() -> write(operation, "{}"))
                .isInstanceOf(UnwritableException.class)
                .hasMessageStartingWith("body (image/png): ");
    }

    @Test
    void forms_repeat_arrays_and_hold_objects_as_json() {
        Operation operation = body(
                "application/x-www-form-urlencoded",
                "{schema: {type: object, properties: {a: {type: string}, l: {type: array, items: {type: integer}},"
                        + " o: {type: object}, c: {type: array, items: {type: string}}, n: {type: ['null', integer]},"
                        + " d: {type: object, additionalProperties: {type: integer}}}},"
                        + " encoding: {c: {style: form, explode: false}, d: {style: deepObject, explode: true}}}");
        String json = "{\"a\":\"x y&\",\"l\":[1,2],\"o\":{\"k\":1},\"c\":[\"p\",\"q\"],\"n\":null,\"d\":{\"e\":3}}";
        assertThat(text(write(operation, json)))
                .isEqualTo("a=x%20y%26&l=1&l=2&o=%7B%22k%22%3A1%7D&c=p,q&n=null&d%5Be%5D=3");
        assertThat(Json.equal(roundTrip(operation, json), Json.parse(json))).isTrue();
    }

    @Test
    void an_empty_form_is_a_body_of_no_bytes_and_so_no_body() {
        Operation operation = body("application/x-www-form-urlencoded", "{schema: {type: object}}");
        Request request = write(operation, "{}");
        assertThat(request.body()).isEmpty();
        assertThat(Wire.read(operation, request, BASE).body()).isEmpty();
    }

    @Test
    void multipart_parts_have_the_media_type_of_their_encoding_or_their_kind() {
        Operation operation = body(
                "multipart/form-data",
                "{schema: {type: object, properties: {t: {type: string}, o: {type: object}, f: {type: string, format:"
                        + " binary}, l: {type: array, items: {type: integer}}, p: {type: string},"
                        + " lo: {type: array, items: {type: object}}}}, encoding: {p: {contentType: 'image/*'}}}");
        String json =
                "{\"t\":\"7\",\"o\":{\"k\":1},\"f\":\"bytes\",\"l\":[1],\"p\":\"png\",\"lo\":[{\"a\":1},{\"a\":2}]}";
        String text = text(write(operation, json));
        assertThat(text)
                .contains("name=\"t\"\r\nContent-Type: text/plain;charset=UTF-8\r\n\r\n7\r\n")
                .contains("name=\"o\"\r\nContent-Type: application/json\r\n\r\n{\"k\":1}\r\n")
                .contains("name=\"f\"; filename=\"file\"\r\nContent-Type: application/octet-stream\r\n\r\nbytes\r\n")
                .contains("name=\"p\"; filename=\"file\"\r\nContent-Type: image/png\r\n\r\npng\r\n")
                .contains("name=\"lo\"\r\nContent-Type: application/json\r\n\r\n{\"a\":2}\r\n");
        assertThat(roundTrip(operation, json)).isEqualTo(Json.parse(json));
    }

    @Test
    void swagger_files_are_files() {
        Operation operation = Operations.of(
                "2.0",
                "/a",
                "consumes: [multipart/form-data]\nparameters: [{in: formData, name: f, type: file, required: true}]");
        assertThat(text(write(operation, "{\"f\":\"x\"}"))).contains("name=\"f\"; filename=\"file\"");
    }

    @Test
    void xml_follows_the_hints_of_the_schema() {
        Operation operation = body(
                "application/xml",
                "{schema: {type: object, xml: {name: pet, namespace: 'urn:p', prefix: p}, properties: {id: {type:"
                        + " integer, xml: {attribute: true}}, name: {type: string, xml: {name: title}}, tags: {type:"
                        + " array, xml: {wrapped: true}, items: {type: string, xml: {name: tag}}}, nums: {type: array,"
                        + " items: {type: integer}}, none: {type: ['null', string]}}}}");
        String json = "{\"name\":\"a<b\",\"id\":7,\"tags\":[\"x\"],\"nums\":[1],\"none\":null}";
        assertThat(text(write(operation, json)))
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><p:pet xmlns:p=\"urn:p\" id=\"7\">"
                                + "<title>a&lt;b</title><tags><tag>x</tag></tags><nums>1</nums>"
                                + "<none xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"></none></p:pet>");
        assertThat(Json.equal(roundTrip(operation, json), Json.parse(json))).isTrue();
    }

    @Test
    void an_xml_root_is_named_as_its_component_and_arrays_may_be_roots() {
        Operation pet = body("application/xml", "{schema: {$ref: '#/components/schemas/Pet'}}");
        assertThat(text(write(pet, "{\"name\":\"Rex\",\"age\":3}")))
                .endsWith("<Pet><name>Rex</name><age>3</age></Pet>");
        assertThat(roundTrip(pet, "{\"name\":\"Rex\",\"age\":3}"))
                .isEqualTo(Json.parse("{\"name\":\"Rex\",\"age\":3}"));
        Operation list = body("text/xml", "{schema: {type: array, items: {type: integer, xml: {name: n}}}}");
        assertThat(text(write(list, "[1,2]"))).endsWith("<root><n>1</n><n>2</n></root>");
        assertThat(roundTrip(list, "[1,2]")).isEqualTo(Json.parse("[1,2]"));
    }

    @Test
    void what_is_no_xml_cannot_be_written() {
        Operation operation = body("application/xml", "{schema: {type: object}}");
        for (String json : new String[] {"{\"a b\":1}", "{\"a\":\"\\u0001\"}", "{\"a\":\"\\r\"}"}) {
            assertThatThrownBy(() -> write(operation, json)).isInstanceOf(UnwritableException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'*/*',{},application/json",
        "'*/*','{schema: {type: string, format: binary}}',application/octet-stream",
        "'image/*',{},image/png",
        "'text/*',{},text/plain",
        "'application/json; charset=utf-8',{},'application/json; charset=utf-8'"
    })
    void ranges_are_made_concrete(String documented, String content, String sent) {
        Operation operation = body(documented, content);
        assertThat(MediaTypes.concrete(
                        operation.requestBody().orElseThrow().content().get(0)))
                .isEqualTo(sent);
    }

    @Test
    void a_message_is_matched_to_the_narrowest_entry() {
        Operation operation = Operations.of(
                "3.1.0",
                "/a",
                "requestBody: {content: {'*/*': {}, 'application/*': {}, 'application/json': {},"
                        + " 'application/json;v=2': {}}}");
        var contents = operation.requestBody().orElseThrow().content();
        assertThat(MediaTypes.match(contents, "text/plain").orElseThrow().mediaType())
                .isEqualTo("*/*");
        assertThat(MediaTypes.match(contents, "application/xml").orElseThrow().mediaType())
                .isEqualTo("application/*");
        assertThat(MediaTypes.match(contents, "Application/JSON; charset=x")
                        .orElseThrow()
                        .mediaType())
                .isEqualTo("application/json");
        assertThat(MediaTypes.match(contents, "application/json; v=2")
                        .orElseThrow()
                        .mediaType())
                .isEqualTo("application/json;v=2");
    }

    @Test
    void a_body_that_is_not_its_media_type_cannot_be_read() {
        Operation operation = body("application/json", "{}");
        Request request = write(operation, "{}");
        Request broken = new Request("POST", request.origin(), request.target(), request.headers(), new byte[] {'{'});
        assertThatThrownBy(() -> Wire.read(operation, broken, BASE))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("body (application/json): no JSON");
        assertThatThrownBy(() -> Wire.read(operation, request.withHeader("Content-Type", "text/plain"), BASE))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("'text/plain' is not documented");
    }
}

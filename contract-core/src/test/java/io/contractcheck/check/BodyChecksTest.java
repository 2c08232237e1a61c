package io.contractcheck.check;

import static io.contractcheck.check.Fixture.JSON;
import static io.contractcheck.check.Fixture.failures;
import static io.contractcheck.check.Fixture.only;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Header;
import io.contractcheck.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks that judge Content-Type and body: each speaks of its fault alone, and none of what is right. */
class BodyChecksTest {
    private static final String BOOK = "{\"title\":\"Emma\",\"price\":7.5}";
    private static final String RESPONSES = """
            '200':
              description: ok
              content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}
            '204': {description: nothing}
            default:
              description: trouble
              content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}""";

    private final Fixture get = Fixture.get(RESPONSES);

    private static Fixture content(String content) {
        return Fixture.get("'200': {description: ok, content: {" + content + "}}");
    }

    // what is right

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"Emma\",\"price\":0}",
                "{\"title\":\"Emma\",\"price\":1e2,\"isbn\":null}",
                "{\"title\":\"Emma\",\"price\":1,\"isbn\":\"1234567890123\",\"unknown\":{\"field\":[1]}}",
                "{\"title\":\"Emma\",\"price\":1,\"published\":\"1815-12-23\",\"tags\":[],\"stock\":{\"a\":1}}",
                " \n\t{\"price\":1,\"title\":\"\\u0000\"}\r\n"
            })
    void a_valid_body_is_fine(String body) {
        assertThat(failures(get.answer(200, body, JSON))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "APPLICATION/JSON",
                "application/json ; v=1"
            })
    void parameters_and_letter_case_of_the_type_do_not_matter(String type) {
        assertThat(failures(get.answer(200, BOOK, "content-type: " + type))).isEmpty();
    }

    @Test
    void answers_without_content_have_none_to_judge() {
        Fixture documented = Fixture.get(RESPONSES.replace("'204': {description: nothing}", """
                '204':
                  description: nothing
                  content: {application/json: {schema: {type: object}}}
                '304':
                  description: the same
                  content: {application/json: {schema: {type: object}}}"""));
        assertThat(failures(documented.answer(204, ""))).isEmpty();
        assertThat(failures(documented.answer(304, ""))).isEmpty();
        assertThat(failures(documented.answer(304, "", JSON))).isEmpty();
        assertThat(failures(Fixture.head(RESPONSES).answer(200, ""))).isEmpty();
        assertThat(failures(Fixture.head(RESPONSES).answer(200, "", JSON, "Content-Length: 30")))
                .isEmpty();
        assertThat(failures(get.answer(204, ""))).isEmpty();
    }

    @Test
    void a_problem_document_under_default_is_fine() {
        assertThat(failures(get.answer(
                        404, "{\"title\":\"Not Found\",\"status\":404}", "Content-Type: application/problem+json")))
                .isEmpty();
    }

    @Test
    void vendor_types_and_ranges_are_found() {
        assertThat(failures(content("application/vnd.shop.v1+json: {schema: {type: object}}")
                        .answer(200, "{}", "Content-Type: application/vnd.shop.v1+json")))
                .isEmpty();
        for (String range : List.of("'*/*'", "application/*", "application/*+json")) {
            Fixture ranged = content(range + ": {schema: {$ref: '#/components/schemas/Book'}}");
            assertThat(failures(ranged.answer(200, BOOK, "Content-Type: application/hal+json")))
                    .isEmpty();
            assertThat(only(ranged.answer(200, "{\"title\":\"a\"}", "Content-Type: application/hal+json"))
                            .id()
                            .check())
                    .isEqualTo("response_schema_conformance");
        }
    }

    @Test
    void the_most_precise_documented_type_decides() {
        Fixture both = content("'*/*': {schema: {type: integer}}, application/json: {schema: {type: string}}");
        assertThat(failures(both.answer(200, "\"a\"", JSON))).isEmpty();
        assertThat(failures(both.answer(200, "1", "Content-Type: text/json"))).isEmpty();
        assertThat(failures(both.answer(200, "1", JSON))).hasSize(1);
    }

    @Test
    void of_types_that_differ_in_parameters_one_suffices() {
        Fixture versions = content(
                "application/json;v=1: {schema: {type: integer}}, application/json;v=2: {schema: {type: string}}");
        assertThat(failures(versions.answer(200, "\"a\"", JSON))).isEmpty();
        assertThat(failures(versions.answer(200, "1", JSON))).isEmpty();
        assertThat(failures(versions.answer(200, "true", JSON))).hasSize(1);
        assertThat(failures(versions.answer(200, "\"a\"", JSON + ";v=1"))).hasSize(1);
    }

    @Test
    void content_that_is_not_documented_or_has_no_schema_is_not_judged() {
        assertThat(failures(Fixture.get("'200': {description: ok}").answer(200, "<<<", "Content-Type: x")))
                .isEmpty();
        assertThat(failures(content("application/json: {}").answer(200, "[1,{}]", JSON)))
                .isEmpty();
        assertThat(failures(content("application/xml: {schema: {type: object}}")
                        .answer(200, "<a/>", "Content-Type: application/xml")))
                .isEmpty();
        assertThat(failures(content("image/png: {schema: {type: string, format: binary}}")
                        .answer(200, new byte[] {1, 2}, "Content-Type: image/png")))
                .isEmpty();
        assertThat(failures(content("text/event-stream: {schema: {type: object}}")
                        .answer(200, "data: 1\n\n", "Content-Type: text/event-stream")))
                .isEmpty();
        assertThat(failures(content("application/x-ndjson: {schema: {type: object}}")
                        .answer(200, "{}\n{}\n", "Content-Type: application/x-ndjson")))
                .isEmpty();
    }

    @Test
    void coded_content_is_decoded_first() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(BOOK.getBytes(UTF_8));
        }
        assertThat(failures(get.answer(200, zipped.toByteArray(), JSON, "Content-Encoding: gzip")))
                .isEmpty();
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(deflated)) {
            deflate.write("{}".getBytes(UTF_8));
        }
        assertThat(failures(get.answer(200, deflated.toByteArray(), JSON, "Content-Encoding: deflate")))
                .hasSize(2);
        assertThat(failures(get.answer(200, new byte[] {1, 2, 3}, JSON, "Content-Encoding: br")))
                .isEmpty();
        assertThat(new ResponseSchemaConformance()
                        .check(get.answer(200, new byte[] {1, 2, 3}, JSON, "Content-Encoding: br")))
                .isEqualTo(Verdict.skipped("the body of an answer: its Content-Encoding is br, which is not undone"));
        Failure broken = only(get.answer(200, new byte[] {1, 2, 3}, JSON, "Content-Encoding: gzip"));
        assertThat(broken.title()).isEqualTo("Response cannot be decoded");
    }

    @Test
    void a_truncated_body_is_not_judged() {
        assertThat(failures(get.answer(new Response(
                        200, "", List.of(new Header("Content-Type", "application/json")), new byte[] {'{'}, true))))
                .isEmpty();
    }

    @Test
    void json_in_a_declared_charset_is_read_in_it() {
        assertThat(failures(get.answer(
                        200, "{\"title\":\"Ü\",\"price\":1}".getBytes(ISO_8859_1), JSON + ";charset=iso-8859-1")))
                .isEmpty();
        assertThat(failures(get.answer(200, BOOK.getBytes(UTF_16), JSON + ";charset=utf-16")))
                .isEmpty();
    }

    @Test
    void plain_text_is_judged_as_text_or_as_a_scalar() {
        Fixture text = content("text/plain: {schema: {type: string, minLength: 3}}");
        assertThat(failures(text.answer(200, "abc", "Content-Type: text/plain;charset=utf-8")))
                .isEmpty();
        assertThat(failures(text.answer(200, "123", "Content-Type: text/plain")))
                .isEmpty();
        assertThat(only(text.answer(200, "ab", "Content-Type: text/plain")).message())
                .contains("minLength");
        Fixture number = content("text/plain: {schema: {type: integer, minimum: 5}}");
        assertThat(failures(number.answer(200, "7", "Content-Type: text/plain")))
                .isEmpty();
        assertThat(only(number.answer(200, "3", "Content-Type: text/plain")).message())
                .contains("minimum");
        assertThat(failures(number.answer(200, "many", "Content-Type: text/plain")))
                .hasSize(1);
        assertThat(failures(
                        content("text/plain: {schema: {type: object}}").answer(200, "a=b", "Content-Type: text/plain")))
                .isEmpty();
        assertThat(failures(content("'*/*': {schema: {$ref: '#/components/schemas/Book'}}")
                        .answer(200, "hello", "Content-Type: text/html")))
                .isEmpty();
    }

    // what is wrong

    @Test
    void every_violation_is_a_failure_of_its_own() {
        List<Failure> failures = failures(get.answer(
                200,
                "{\"title\":\"\",\"price\":-1,\"tags\":[\"longer\",\"ok\",\"longest\"],\"stock\":{\"x7\":\"a\"}}",
                JSON));
        assertThat(failures).allMatch(f -> f.id().check().equals("response_schema_conformance"));
        assertThat(failures)
                .extracting(f -> f.id().cause())
                .containsExactlyInAnyOrder(
                        "200 minLength at /title",
                        "200 minimum at /price",
                        "200 maxLength at /tags/*",
                        "200 type at /stock/*");
        assertThat(failures.get(0).message())
                .contains("shop.yaml#/paths/~1books~1{id}/get/responses/200/content/application~1json/schema")
                .contains("Broken at /title")
                .contains("What came: {\"title\":\"\",");
        assertThat(failures)
                .filteredOn(f -> f.id().cause().startsWith("200 maxLength"))
                .allMatch(f -> f.message().contains("/tags/0") && f.message().contains("at 1 more like it"));
    }

    @Test
    void every_missing_property_is_a_failure_of_its_own() {
        assertThat(failures(get.answer(200, "{\"tags\":[]}", JSON)))
                .extracting(f -> f.id().cause())
                .containsExactlyInAnyOrder("200 required title", "200 required price");
    }

    @Test
    void another_type_is_the_content_type_checks_matter_alone() {
        Failure failure = only(get.answer(200, "<html/>", "Content-Type: text/html;charset=utf-8"));
        assertThat(failure.id())
                .isEqualTo(new FailureId("GET /books/{id}", "content_type_conformance", "200 text/html"));
        assertThat(failure.message())
                .contains("application/json")
                .contains("shop.yaml#/paths/~1books~1{id}/get/responses/200/content")
                .contains("text/html;charset=utf-8");
        assertThat(only(get.answer(404, "{}", JSON)).title()).isEqualTo("Undocumented Content-Type");
    }

    @Test
    void a_missing_or_malformed_type_is_told_once() {
        assertThat(only(get.answer(200, "{}")).title()).isEqualTo("Missing Content-Type");
        assertThat(only(get.answer(200, "{}", "Content-Type: json")).title()).isEqualTo("Malformed Content-Type");
    }

    @Test
    void an_empty_body_where_json_is_promised_is_told_once() {
        assertThat(only(get.answer(200, "")).title()).isEqualTo("Empty response body");
        assertThat(only(get.answer(200, "", JSON)).title()).isEqualTo("Empty response body");
        assertThat(failures(
                        content("text/plain: {schema: {type: string}}").answer(200, "", "Content-Type: text/plain")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "hello", "{}{}", "{'a':1}", "[1,]", "NaN", "{\"a\":1} x", "\u0001"})
    void malformed_json_is_told_once_with_its_place(String body) {
        Failure failure = only(get.answer(200, body, JSON));
        assertThat(failure.title()).isEqualTo("Response is no JSON");
        assertThat(failure.id().cause()).isEqualTo("200 malformed JSON");
        assertThat(failure.message()).contains("line 1").contains("What came: ");
    }

    @Test
    void malformed_json_is_told_without_a_schema_too() {
        assertThat(only(content("application/json: {}").answer(200, "{", JSON)).title())
                .isEqualTo("Response is no JSON");
    }

    @Test
    void a_byte_order_mark_is_told_by_name() {
        Failure failure = only(get.answer(200, "\ufeff" + BOOK, JSON));
        assertThat(failure.title()).isEqualTo("JSON begins with a byte order mark");
        assertThat(failure.severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void json_deeper_than_is_read_is_not_called_malformed() {
        Failure failure =
                only(content("application/json: {schema: {}}").answer(200, "[".repeat(2000) + "]".repeat(2000), JSON));
        assertThat(failure.title()).isEqualTo("Response is JSON that readers refuse");
        assertThat(failure.message()).contains("it is nested more than 1000 levels deep");
    }

    @Test
    void json_longer_than_is_read_is_not_judged_and_said_so() {
        assertThat(new ResponseSchemaConformance()
                        .check(content("application/json: {schema: {type: object}}")
                                .answer(200, "[" + "1,".repeat(500_000) + "1]", JSON)))
                .isInstanceOfSatisfying(
                        Verdict.Skipped.class,
                        skipped -> assertThat(skipped.reason().orElseThrow()).contains("longer than what is judged"));
    }

    // law

    @Test
    void no_check_throws_on_any_answer() {
        Random random = new Random(7);
        String[] types = {
            "application/json", "text/plain", "x", "", "a/b;;;=\"", "application/json;charset=\u0000", "*/*"
        };
        String[] codings = {"gzip", "deflate", "br", ",,", "gzip, gzip"};
        Fixture[] fixtures = {get, Fixture.post(RESPONSES), Fixture.head(RESPONSES), HeaderCheckTest.documented()};
        for (int i = 0; i < 3000; i++) {
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);
            if (random.nextBoolean()) {
                body = "{\"title\":[1,null],\"message\":{\"a\":[]},\"errors\":[null,{}]}"
                        .substring(0, random.nextInt(56))
                        .getBytes(UTF_8);
            }
            byte[] value = new byte[random.nextInt(12)];
            random.nextBytes(value);
            List<Header> headers = List.of(
                    new Header("Content-Type", types[random.nextInt(types.length)]),
                    new Header(
                            random.nextInt(4) == 0 ? "Content-Encoding" : "X", codings[random.nextInt(codings.length)]),
                    new Header("X-Any", new String(value, ISO_8859_1)),
                    new Header("X-List", ",".repeat(random.nextInt(5)) + new String(value, UTF_8)),
                    new Header("X-Object", "=,a=," + new String(value, UTF_8)));
            CheckContext context = fixtures[random.nextInt(fixtures.length)].answer(
                    new Response(random.nextInt(700), "\u0007", headers, body, random.nextInt(10) == 0));
            for (Failure failure : failures(context)) {
                assertThat(failure.id().cause()).isNotBlank().hasSizeLessThan(400);
                assertThat(failure.message()).isNotBlank();
                assertThat(failure.message().lines()).allMatch(line -> line.length() < 330);
                assertThat(failure.message().lines())
                        .filteredOn(line -> !line.startsWith("What came: ") && !line.startsWith("The service said: "))
                        .allMatch(line -> line.length() < 200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'*/*': {schema: {type: string, format: binary}}",
                "application/json: {schema: {type: string, format: binary}}",
                "'*/*': {schema: {allOf: [{type: string, format: binary}]}}"
            })
    void a_file_is_any_bytes_whatever_its_type(String file) {
        assertThat(failures(content(file).answer(200, "{\"type\":\"record\"}", JSON)))
                .isEmpty();
        assertThat(failures(content(file).answer(200, "no json", JSON))).isEmpty();
    }
}

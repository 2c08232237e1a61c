package io.contractcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.json.Json;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Intent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegativeDataRejectionTest {
    private static final String DOCUMENT = """
            /books:
              get:
                parameters:
                  - {name: limit, in: query, schema: {type: integer, minimum: 1}}
                  - {name: sold, in: query, schema: {type: boolean}}
                  - {name: q, in: query, schema: {type: string, minLength: 2}}
                  - {name: kind, in: query, schema: {type: string, enum: [a, b]}}
                  - {name: ids, in: query, schema: {type: array, items: {type: integer}}}
                  - {name: page, in: query, style: deepObject, explode: true,
                     schema: {type: object, additionalProperties: false, properties: {size: {type: integer}}}}
                  - {name: X-Kind, in: header, schema: {type: string, enum: [a, b]}}
                  - {name: X-Size, in: header, schema: {type: integer}}
                  - {name: If-Modified-Since, in: header, schema: {type: string, format: date-time}}
                responses: {default: {description: all, content: {application/json: {}}}}
              post:
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [title, price]
                        additionalProperties: false
                        properties:
                          id: {type: integer, readOnly: true}
                          title: {type: string, minLength: 1, maxLength: 5, pattern: '^[a-z]*$'}
                          price: {type: integer, minimum: 0}
                          tags: {type: array, items: {type: string, maxLength: 3}}
                responses: {default: {description: all}}
            /books/{isbn}:
              get:
                parameters:
                  - {name: isbn, in: path, required: true, schema: {type: string, pattern: '^[0-9.]{3}$'}}
                responses: {default: {description: all}}
            /numbers/{n}:
              get:
                parameters:
                  - {name: n, in: path, required: true, schema: {type: integer}}
                responses: {default: {description: all}}
            /lists/{list}:
              get:
                parameters:
                  - {name: list, in: path, required: true, schema: {type: array, items: {type: integer}}}
                responses: {default: {description: all}}
            /bytes:
              put:
                requestBody: {content: {application/octet-stream: {}}}
                responses: {default: {description: all}}
            /texts:
              post:
                requestBody: {content: {text/plain: {schema: {type: string}}}}
                responses: {default: {description: all}}
            /short:
              get:
                parameters:
                  - {name: code, in: query, required: true, schema: {type: integer}}
                responses: {'302': {description: there}, '404': {description: none}}
              post:
                parameters:
                  - {name: code, in: query, required: true, schema: {type: integer}}
                responses: {'201': {description: made}, '302': {description: log in}}
            """;

    private static final String REQUIRED = """
            /required:
              post:
                requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                responses: {'201': {description: made}}
            """;

    private final Sent list = Sent.to("GET /books", DOCUMENT);
    private final Sent create = Sent.to("POST /books", DOCUMENT);
    private final Sent low = list.giving("limit", "0").wrong("QUERY limit", "", "minimum");
    private final Sent long5 = create.body("{\"title\":\"abcdef\",\"price\":1}").wrong("BODY", "/title", "maxLength");

    @Test
    void an_accepted_invalid_request_is_a_finding_that_says_what_is_wrong_and_what_to_do() {
        Failure failure = Fixture.only(long5.answered(201));
        assertThat(failure.id())
                .isEqualTo(new FailureId("POST /books", "negative_data_rejection", "body maxLength at /title"));
        assertThat(failure.title()).isEqualTo("Invalid request accepted");
        assertThat(failure.message())
                .contains("answered 201")
                .contains("the body at /title: ", "at most 5")
                .contains(
                        "shop.yaml#/paths/~1books/post/requestBody/content/application~1json/schema/properties/title/maxLength")
                .contains("any of 207, 3xx, 4xx, 5xx will do");
        assertThat(failure.advice())
                .contains(
                        "<expectedStatuses>negative_data_rejection POST /books: 207 3xx 4xx 5xx 201</expectedStatuses>");
        assertThat(Fixture.only(low.answered(200)).message())
                .contains("the query parameter 'limit': ")
                .contains("shop.yaml#/paths/~1books/get/parameters/0/schema/minimum");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {207, 301, 302, 303, 304, 400, 401, 403, 404, 405, 406, 409, 412, 413, 414, 415, 422, 428, 429, 431})
    void these_statuses_accept_nothing(int status) {
        assertThat(low.findings(status)).isEmpty();
    }

    @Test
    void of_a_server_error_only_not_a_server_error_speaks() {
        assertThat(low.findings(500)).singleElement().asString().startsWith("not_a_server_error");
    }

    @Test
    void a_redirect_that_is_the_only_documented_success_accepts() {
        assertThat(Sent.to("GET /short", DOCUMENT)
                        .wrong("QUERY code", "", "required")
                        .findings(302))
                .containsExactly("negative_data_rejection: query code required");
        assertThat(Sent.to("POST /short", DOCUMENT)
                        .wrong("QUERY code", "", "required")
                        .findings(302))
                .isEmpty();
    }

    @Test
    void expected_statuses_replace_the_accepted_ones() {
        assertThat(low.expecting("negative_data_rejection", "200 400").findings(200))
                .isEmpty();
        assertThat(low.expecting("negative_data_rejection", "400").findings(404))
                .hasSize(1);
        assertThat(low.expecting("negative_data_rejection", "400").findings(429))
                .isEmpty();
    }

    @Test
    void each_place_and_keyword_is_a_cause_of_its_own_and_values_are_none() {
        assertThat(create.body("{\"price\":1}").wrong("BODY", "", "required").findings(200))
                .containsExactly("negative_data_rejection: body required title");
        assertThat(create.body("{\"title\":\"a\"}")
                        .wrong("BODY", "", "required")
                        .findings(200))
                .containsExactly("negative_data_rejection: body required price");
        assertThat(create.body("{\"title\":\"a\",\"price\":1,\"x17\":2}")
                        .wrong("BODY", "", "additionalProperties")
                        .findings(200))
                .containsExactly("negative_data_rejection: body additionalProperties at /*");
        assertThat(create.body("{\"title\":\"a\",\"price\":1,\"tags\":[\"a\",\"abcd\"]}")
                        .wrong("BODY", "/tags/1", "maxLength")
                        .findings(200))
                .containsExactly("negative_data_rejection: body maxLength at /tags/*");
        assertThat(create.body("{\"title\":7,\"price\":1}")
                        .wrong("BODY", "/title", "type")
                        .findings(200))
                .containsExactly("negative_data_rejection: body type at /title");
        assertThat(create.wrong("BODY", "", "required").findings(200))
                .containsExactly("negative_data_rejection: body required");
        assertThat(list.giving("limit", "\"a\"")
                        .wrong("QUERY limit", "", "type")
                        .findings(200))
                .containsExactly("negative_data_rejection: query limit type");
    }

    @Test
    void forms_whose_schema_names_no_type_are_judged() {
        Sent form = Sent.to("PUT /x", """
                /x:
                  put:
                    requestBody:
                      required: true
                      content:
                        application/x-www-form-urlencoded:
                          schema: {required: [a], properties: {a: {type: string, maxLength: 2}, b: {type: string}}}
                    responses: {default: {description: all}}
                """);
        assertThat(form.body("{\"b\":\"x\"}").wrong("BODY", "", "required").findings(200))
                .containsExactly("negative_data_rejection: body required a");
        assertThat(form.body("{\"a\":\"x,y\"}").wrong("BODY", "/a", "maxLength").findings(200))
                .containsExactly("negative_data_rejection: body maxLength at /a");
    }

    @Test
    void of_several_media_types_each_has_causes_of_its_own() {
        Sent several = Sent.to("PUT /x", """
                /x:
                  put:
                    requestBody:
                      content: {application/json: {schema: {type: integer}}, application/yaml: {schema: {type: integer}}}
                    responses: {default: {description: all}}
                """);
        assertThat(several.body("true").wrong("BODY", "", "type").findings(200))
                .containsExactly("negative_data_rejection: body as application/json type");
    }

    @Test
    void valid_requests_and_other_methods_are_none_of_its_business() {
        assertThat(list.findings(200)).isEmpty();
        assertThat(list.otherMethod("PUT").findings(405, "Allow: GET")).isEmpty();
    }

    // Exemption 1: undeclared parameters
    @Test
    void an_undeclared_parameter_leaves_a_request_valid() {
        Sent extra = list.but(new Deviation.ExtraQuery("x", "42")).wrong("QUERY x", "", "additionalProperties");
        assertThat(extra.label()).isInstanceOf(Intent.Positive.class);
        assertThat(extra.findings(200)).isEmpty();
        assertThat(extra.findings(400)).isEmpty();
        Sent spread = list.giving("page", "{\"other\":1}").wrong("QUERY page", "", "additionalProperties");
        assertThat(spread.label()).isInstanceOf(Intent.Negative.class);
        assertThat(spread.findings(200)).isEmpty();
    }

    // Exemption 2: bodies that are text anyway
    @Test
    void anything_is_a_valid_text() {
        Sent number = Sent.to("POST /texts", DOCUMENT).body("7").wrong("BODY", "", "type");
        assertThat(number.label()).isInstanceOf(Intent.Positive.class);
        assertThat(number.findings(200)).isEmpty();
    }

    // Exemption 3: a list where one value is expected
    @Test
    void of_a_list_in_place_of_one_value_a_service_may_take_a_valid_one() {
        assertThat(list.giving("limit", "[\"a\",\"3\"]")
                        .wrong("QUERY limit", "", "type")
                        .findings(200))
                .isEmpty();
        assertThat(list.giving("limit", "[\"a\",\"b\"]")
                        .wrong("QUERY limit", "", "type")
                        .findings(200))
                .hasSize(1);
        assertThat(list.giving("X-Size", "[3,4]")
                        .wrong("HEADER X-Size", "", "type")
                        .findings(200))
                .isEmpty();
    }

    // Exemption 4: numbers in disguise
    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "7", "[7]"})
    void a_text_that_reads_as_the_number_is_the_number(String value) {
        Sent same = Sent.to("GET /numbers/{n}", DOCUMENT).giving("n", value).wrong("PATH n", "", "type");
        assertThat(same.label()).isInstanceOf(Intent.Positive.class);
        assertThat(same.findings(200)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"+1\"", "\"007\"", "\"1.0\"", "\"1e2\"", "\" 7\"", "\"7 \""})
    void a_number_written_in_another_way_may_be_accepted(String value) {
        assertThat(Sent.to("GET /numbers/{n}", DOCUMENT)
                        .giving("n", value)
                        .wrong("PATH n", "", "type")
                        .findings(200))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"AAA\"", "0.5", "null", "true", "\"1,5\"", "\"1e999999999\""})
    void what_is_no_whole_number_in_any_writing_is_not(String value) {
        assertThat(Sent.to("GET /numbers/{n}", DOCUMENT)
                        .giving("n", value)
                        .wrong("PATH n", "", "type")
                        .findings(200))
                .containsExactly("negative_data_rejection: path n type");
    }

    // Exemption 5: lists in a path
    @Test
    void a_text_that_becomes_the_list_when_it_is_split_may_be_accepted() {
        Sent path = Sent.to("GET /lists/{list}", DOCUMENT);
        assertThat(path.giving("list", "7").wrong("PATH list", "", "type").label())
                .isInstanceOf(Intent.Positive.class);
        assertThat(path.giving("list", "\"1,2\"").wrong("PATH list", "", "type").findings(200))
                .isEmpty();
        assertThat(path.giving("list", "\"1,b\"").wrong("PATH list", "", "type").findings(200))
                .hasSize(1);
        assertThat(list.giving("ids", "[\"1,2\",3]")
                        .wrong("QUERY ids", "/0", "type")
                        .findings(200))
                .isEmpty();
        assertThat(list.giving("ids", "[\"a\",3]")
                        .wrong("QUERY ids", "/0", "type")
                        .findings(200))
                .containsExactly("negative_data_rejection: query ids type at /*");
    }

    // Exemption 6, several mutations at once, cannot be written: an intent has one. Exemption 7: what validates after
    // all
    @Test
    void what_is_valid_as_it_is_sent_is_no_negative() {
        Sent valid = list.giving("limit", "1").wrong("QUERY limit", "", "minimum");
        assertThat(valid.label()).isInstanceOf(Intent.Positive.class);
        assertThat(valid.findings(200)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"yes,0", "1,0", "ON,0", "2,1", "AAA,1", "'',0"})
    void booleans_have_many_writings(String text, int findings) {
        assertThat(list.giving("sold", "\"" + text + "\"")
                        .wrong("QUERY sold", "", "type")
                        .findings(200))
                .hasSize(findings);
    }

    @Test
    void an_empty_optional_parameter_may_count_as_absent_unless_emptiness_is_what_is_forbidden() {
        assertThat(list.giving("limit", "\"\"").wrong("QUERY limit", "", "type").findings(200))
                .isEmpty();
        assertThat(list.giving("X-Kind", "\"\"")
                        .wrong("HEADER X-Kind", "", "enum")
                        .findings(200))
                .isEmpty();
        assertThat(list.giving("q", "\"\"").wrong("QUERY q", "", "minLength").findings(200))
                .hasSize(1);
    }

    @Test
    void space_around_a_value_may_be_cut_off() {
        assertThat(list.giving("kind", "\"a \"").wrong("QUERY kind", "", "enum").findings(200))
                .isEmpty();
        assertThat(create.body("{\"title\":\"abc \",\"price\":1}")
                        .wrong("BODY", "/title", "pattern")
                        .findings(200))
                .isEmpty();
        assertThat(create.body("{\"title\":\"a b\",\"price\":1}")
                        .wrong("BODY", "/title", "pattern")
                        .findings(200))
                .hasSize(1);
    }

    @Test
    void in_json_a_text_is_no_number_but_a_whole_number_may_have_a_fraction_of_zero() {
        assertThat(create.body("{\"title\":\"a\",\"price\":\"7\"}")
                        .wrong("BODY", "/price", "type")
                        .findings(200))
                .containsExactly("negative_data_rejection: body type at /price");
        assertThat(create.body("{\"title\":\"a\",\"price\":1.0}")
                        .wrong("BODY", "/price", "type")
                        .findings(200))
                .isEmpty();
        assertThat(create.body("{\"title\":\"a\",\"price\":1.5}")
                        .wrong("BODY", "/price", "type")
                        .findings(200))
                .hasSize(1);
    }

    @Test
    void null_may_stand_for_an_optional_member_but_for_no_required_one() {
        assertThat(create.body("{\"title\":\"a\",\"price\":1,\"tags\":null}")
                        .wrong("BODY", "/tags", "type")
                        .findings(200))
                .isEmpty();
        assertThat(create.body("{\"title\":null,\"price\":1}")
                        .wrong("BODY", "/title", "type")
                        .findings(200))
                .containsExactly("negative_data_rejection: body type at /title");
        assertThat(create.body("{\"title\":\"a\",\"price\":1,\"tags\":[null]}")
                        .wrong("BODY", "/tags/0", "type")
                        .findings(200))
                .containsExactly("negative_data_rejection: body type at /tags/*");
    }

    @Test
    void what_is_read_only_may_be_ignored() {
        assertThat(create.body("{\"title\":\"a\",\"price\":1,\"id\":7}")
                        .wrong("BODY", "/id", "readOnly")
                        .findings(200))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/b", "a;b", "a\\\\b"})
    void what_servers_rewrite_in_a_path_proves_nothing(String isbn) {
        assertThat(Sent.to("GET /books/{isbn}", DOCUMENT)
                        .giving("isbn", "\"" + isbn + "\"")
                        .wrong("PATH isbn", "", "pattern")
                        .findings(200))
                .isEmpty();
        assertThat(Sent.to("GET /books/{isbn}", DOCUMENT)
                        .giving("isbn", "\"1.\"")
                        .wrong("PATH isbn", "", "pattern")
                        .findings(200))
                .hasSize(1);
    }

    @Test
    void headers_whose_malformed_values_http_ignores_prove_nothing() {
        assertThat(list.giving("If-Modified-Since", "\"soon\"")
                        .wrong("HEADER If-Modified-Since", "", "format")
                        .findings(200))
                .isEmpty();
        assertThat(list.giving("X-Kind", "\"c\"")
                        .wrong("HEADER X-Kind", "", "enum")
                        .findings(200))
                .containsExactly("negative_data_rejection: header X-Kind enum");
    }

    @Test
    void malformed_json_is_to_be_refused() {
        Sent cut = create.body("{}")
                .but(new Deviation.RawBody("{\"a".getBytes(StandardCharsets.UTF_8), "application/json"))
                .wrong("FRAMING", "", "syntax");
        assertThat(cut.findings(200)).containsExactly("negative_data_rejection: framing syntax");
        assertThat(Fixture.only(cut.answered(200)).message()).contains("What is wrong: a description of what is wrong");
        assertThat(cut.findings(400)).isEmpty();
    }

    @Test
    void an_unsupported_content_type_is_to_be_refused_but_weighs_little() {
        Sent other = create.body(Json.parse("{\"title\":\"a\",\"price\":1}"))
                .but(new Deviation.ContentType("application/x-unknown"))
                .wrong("FRAMING Content-Type", "", "content");
        assertThat(other.findings(415)).isEmpty();
        Failure failure = Fixture.only(other.answered(201));
        assertThat(failure.id().cause()).isEqualTo("framing Content-Type content");
        assertThat(failure.severity()).isEqualTo(Severity.LOW);
        assertThat(failure.message()).contains("as with 415");
    }

    @Test
    void a_required_body_that_is_missing_may_be_called_a_missing_type_without_documentation() {
        assertThat(Sent.to("POST /required", REQUIRED)
                        .wrong("BODY", "", "required")
                        .findings(415))
                .isEmpty();
        assertThat(Sent.to("POST /required", REQUIRED)
                        .wrong("BODY", "", "required")
                        .findings(400))
                .containsExactly("status_code_conformance: 400 as application/json");
    }

    @Test
    void what_takes_bytes_may_take_them_by_any_name() {
        Sent upload = Sent.to("PUT /bytes", DOCUMENT)
                .body(Json.NODES.binaryNode(new byte[] {1}))
                .but(new Deviation.ContentType("application/x-unknown"))
                .wrong("FRAMING Content-Type", "", "content");
        assertThat(upload.findings(200)).isEmpty();
    }

    @Test
    void a_wish_that_nobody_serves_may_be_answered_in_any_documented_way() {
        Sent wish = list.but(new Deviation.Accept("application/x-unknown")).wrong("FRAMING Accept", "", "content");
        assertThat(wish.findings(200)).isEmpty();
        assertThat(wish.findings(406, "Content-Type: text/html")).isEmpty();
        assertThat(wish.findings(200, "Content-Type: text/html"))
                .containsExactly("content_type_conformance: default text/html");
    }
}

package io.contractcheck.testcase;

import static io.contractcheck.testcase.Operations.BASE;
import static io.contractcheck.testcase.Operations.given;
import static io.contractcheck.testcase.Operations.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.http.Request;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Mutation.Location;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent is called what it is, whatever it was meant to be. */
class LabelTest {
    private static final Operation LIMIT = parameters("/x", "{in: query, name: limit, schema: {type: integer}}");
    private static final Operation PET = Operations.of(
            "3.1.0",
            "/pets",
            "requestBody: {required: true, content: {application/json: {schema: {type: object, required: [name],"
                    + " properties: {name: {type: string, maxLength: 3}}}}}}");

    private static Intent negative(Location location, String parameter) {
        return new Intent.Negative(new Mutation(
                location,
                Optional.ofNullable(parameter),
                JsonPointer.empty(),
                Optional.empty(),
                "a value of another type"));
    }

    private static Label label(TestCase testCase) {
        return Label.of(testCase, Wire.write(testCase, BASE), BASE);
    }

    private static TestCase sent(Label label) {
        assertThat(label).isInstanceOf(Label.True.class);
        return ((Label.True) label).testCase();
    }

    private static Mutation mutation(Label label) {
        assertThat(sent(label).intent()).isInstanceOf(Intent.Negative.class);
        return ((Intent.Negative) sent(label).intent()).mutation();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer|\"7\"",
                "integer|[67]",
                "boolean|1",
                "boolean|\"true\"",
                "[string, 'null']|null",
                "string|7"
            })
    void a_negative_whose_text_is_valid_becomes_a_positive(String type, String value) {
        Operation operation = parameters("/x", "{in: query, name: q, schema: {type: " + type + "}}");
        TestCase meant = given(operation, value).withIntent(negative(Location.QUERY, "q"));
        assertThat(sent(label(meant)).intent()).isInstanceOf(Intent.Positive.class);
        assertThat(Proofs.holds(meant)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"integer|\"AAA\"", "integer|0.5", "integer|[1,2]", "boolean|2", "boolean|0.5"})
    void a_negative_whose_text_is_invalid_stays_one(String type, String value) {
        Operation operation = parameters("/x", "{in: query, name: q, schema: {type: " + type + "}}");
        TestCase meant = given(operation, value).withIntent(negative(Location.QUERY, "q"));
        assertThat(sent(label(meant))).isEqualTo(meant);
        assertThat(Proofs.holds(meant)).isTrue();
    }

    @Test
    void a_positive_that_is_not_valid_is_not_sent_and_the_reason_names_the_part() {
        assertThat(label(given(LIMIT, "\"AAA\"")))
                .isInstanceOfSatisfying(
                        Label.Untrue.class, u -> assertThat(u.reason()).contains("query parameter 'limit'", "AAA"));
    }

    @Test
    void a_part_that_hooks_took_away_is_missing() {
        TestCase meant = given(
                parameters("/x", "{in: header, name: X-Tenant, required: true, schema: {type: string}}"), "\"acme\"");
        Request without = Wire.write(meant, BASE).withoutHeader("X-Tenant");
        assertThat(Label.of(meant, without, BASE))
                .isEqualTo(new Label.Untrue(
                        "header parameter 'X-Tenant': required header parameter 'X-Tenant' is missing"));
    }

    @Test
    void a_part_that_hooks_added_is_there() {
        Operation operation = parameters("/x", "{in: header, name: X-Tenant, required: true, schema: {type: string}}");
        TestCase meant = given(operation).withIntent(negative(Location.HEADER, "X-Tenant"));
        assertThat(mutation(label(meant)).parameter()).contains("X-Tenant");
        Request with = Wire.write(meant, BASE).withHeader("X-Tenant", "acme");
        assertThat(sent(Label.of(meant, with, BASE)).intent()).isInstanceOf(Intent.Positive.class);
    }

    @Test
    void a_negative_that_breaks_something_else_is_told_so() {
        TestCase meant =
                Operations.withBody(PET, Json.parse("{\"name\":\"abcd\"}")).withIntent(negative(Location.QUERY, "q"));
        Mutation told = mutation(label(meant));
        assertThat(told.location()).isEqualTo(Location.BODY);
        assertThat(told.pointer()).hasToString("/name");
        assertThat(told.keyword()).contains("maxLength");
        assertThat(Proofs.doubt(meant)).hasValueSatisfying(d -> assertThat(d).contains("body at /name"));
    }

    @Test
    void another_method_is_the_only_fault_of_a_request() {
        TestCase meant = given(LIMIT, "\"AAA\"").with(new Deviation.Method("PATCH"));
        assertThat(mutation(label(meant.withIntent(negative(Location.METHOD, null))))
                        .location())
                .isEqualTo(Location.METHOD);
        assertThat(label(meant)).isEqualTo(new Label.Untrue("method: the document has no PATCH on /x"));
    }

    @Test
    void head_is_allowed_where_get_is() {
        Operation get = Operations.ofDocument("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /x:\n"
                + "    get: {responses: {'200': {description: ok}}}\n");
        assertThat(label(given(get).with(new Deviation.Method("HEAD")))).isInstanceOf(Label.True.class);
        assertThat(label(given(LIMIT).with(new Deviation.Method("HEAD")))).isInstanceOf(Label.Untrue.class);
    }

    @Test
    void bytes_that_are_no_json_are_wrong_in_their_framing() {
        TestCase meant = Operations.withBody(PET, Json.parse("{\"name\":\"abc\"}"))
                .with(new Deviation.RawBody("{\"name\":".getBytes(StandardCharsets.UTF_8), "application/json"))
                .withIntent(negative(Location.FRAMING, null));
        assertThat(mutation(label(meant))).isEqualTo(((Intent.Negative) meant.intent()).mutation());
        assertThat(Proofs.doubt(meant)).isEmpty();
    }

    @Test
    void a_media_type_nobody_documents_is_wrong_in_its_header() {
        TestCase meant = Operations.withBody(PET, Json.parse("{\"name\":\"abc\"}"))
                .with(new Deviation.ContentType("text/csv"))
                .withIntent(negative(Location.FRAMING, "Content-Type"));
        assertThat(Proofs.doubt(meant)).isEmpty();
        assertThat(mutation(label(meant)).parameter()).contains("Content-Type");
    }

    @Test
    void a_body_left_out_is_a_fault_of_the_body_only_where_it_is_required() {
        TestCase none = new TestCase(PET, List.of(), Optional.empty(), negative(Location.BODY, null));
        assertThat(Proofs.doubt(none)).isEmpty();
        Operation optional =
                Operations.of("3.1.0", "/pets", "requestBody: {content: {application/json: {schema: {type: object}}}}");
        TestCase left = new TestCase(optional, List.of(), Optional.empty(), new Intent.Positive("no body"));
        assertThat(Proofs.doubt(left)).isEmpty();
    }

    @Test
    void an_accept_header_is_a_fault_if_nothing_documented_serves_it() {
        Operation json = Operations.ofDocument("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /x:\n"
                + "    get: {responses: {'200': {description: ok, content: {application/json: {}, 'text/*': {}}}}}\n");
        Intent accept = negative(Location.FRAMING, "Accept");
        TestCase meant = given(json).withIntent(accept);
        assertThat(Proofs.doubt(meant.with(new Deviation.Accept("image/png")))).isEmpty();
        assertThat(Proofs.doubt(meant.with(new Deviation.Accept("image/png, text/csv"))))
                .isPresent();
        assertThat(Proofs.doubt(meant.with(new Deviation.Accept("*/*")))).isPresent();
        TestCase silent = given(LIMIT).withIntent(accept).with(new Deviation.Accept("image/png"));
        assertThat(Proofs.doubt(silent)).isPresent();
    }

    @Test
    void a_query_parameter_sent_twice_is_a_fault_unless_it_is_a_list() {
        Intent twice = negative(Location.QUERY, "limit");
        TestCase meant = given(LIMIT, "1").with(new Deviation.ExtraQuery("limit", "1"));
        assertThat(Proofs.doubt(meant.withIntent(twice))).isEmpty();
        Operation list = parameters("/x", "{in: query, name: limit, schema: {type: array, items: {type: integer}}}");
        TestCase more = given(list, "[1]").with(new Deviation.ExtraQuery("limit", "1"));
        assertThat(label(more.withIntent(twice)))
                .isInstanceOfSatisfying(
                        Label.True.class, t -> assertThat(t.testCase().intent()).isInstanceOf(Intent.Positive.class));
    }

    @Test
    void an_undeclared_query_parameter_is_nothing_the_document_forbids() {
        TestCase meant = given(LIMIT, "1").with(new Deviation.ExtraQuery("x-unknown", "a b&c"));
        assertThat(Wire.write(meant, BASE).target()).isEqualTo("/api/x?limit=1&x-unknown=a%20b%26c");
        assertThat(Proofs.doubt(meant)).isEmpty();
    }
}

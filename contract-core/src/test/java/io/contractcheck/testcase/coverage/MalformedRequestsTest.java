package io.contractcheck.testcase.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Framing;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Api;
import io.contractcheck.testcase.Label;
import io.contractcheck.testcase.Mode;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;

class MalformedRequestsTest {
    private static final CoverageSettings MALFORMED = new CoverageSettings(Mode.ALL, false, false, false, false, true);

    private static final Api API = Shops.paths("""
            "/books": {
              get: {parameters: [{in: query, name: q, schema: {type: string}}], responses: {'200': {description: ok}}},
              post: {requestBody: {required: true, content: {application/json: {schema: {type: object, required: [a],
                properties: {a: {type: string}}}}}}, responses: {'200': {description: ok}}}},
            "/books/{id}": {
              put: {parameters: [{in: path, name: id, required: true, schema: {type: integer}}],
                requestBody: {required: true, content: {application/json: {schema: {type: integer}}}},
                responses: {'200': {description: ok}}},
              delete: {parameters: [{in: path, name: id, required: true, schema: {type: integer}}],
                responses: {'200': {description: ok}}}}""");

    private static List<TestCase> of(String label) {
        return Shops.cases(API, MALFORMED).stream()
                .filter(c -> c.operation().label().equals(label) && framing(c) != null)
                .toList();
    }

    private static Framing framing(TestCase testCase) {
        return Wire.write(testCase, Shops.BASE).framing().orElse(null);
    }

    @Test
    void an_operation_gets_what_can_reach_it() {
        assertThat(of("DELETE /books/{id}"))
                .extracting(MalformedRequestsTest::framing)
                .containsExactly(Framing.PERCENT, Framing.NUL, Framing.LONG_HEADER);
        assertThat(of("PUT /books/{id}"))
                .extracting(MalformedRequestsTest::framing)
                .containsExactly(
                        Framing.SHORT_BODY,
                        Framing.BROKEN_CHUNK_SIZE,
                        Framing.PERCENT,
                        Framing.NUL,
                        Framing.LONG_HEADER);
    }

    @Test
    void what_servers_deal_with_is_sent_once_with_an_operation_that_changes_nothing() {
        List<TestCase> once = of("GET /books");
        assertThat(once)
                .extracting(MalformedRequestsTest::framing)
                .contains(Framing.NO_HOST, Framing.UNKNOWN_VERSION, Framing.TWO_LENGTHS, Framing.METHOD)
                .doesNotHaveDuplicates()
                .hasSize(13);
        assertThat(of("POST /books"))
                .extracting(MalformedRequestsTest::framing)
                .contains(Framing.CUT_CHUNKS)
                .doesNotContain(Framing.NO_HOST);
        List<Framing> all = Shops.cases(API, MALFORMED).stream()
                .map(MalformedRequestsTest::framing)
                .filter(f -> f != null)
                .distinct()
                .toList();
        assertThat(all).containsExactlyInAnyOrder(Framing.values());
    }

    @Test
    void a_percent_sign_is_broken_where_it_is_said_to_be() {
        TestCase path = of("DELETE /books/{id}").get(0);
        assertThat(Wire.write(path, Shops.BASE).target()).isEqualTo("/api/books/%zz");
        assertThat(path.intent().description())
                .isEqualTo(
                        "path parameter 'id' is %zz: a percent sign without hexadecimal digits (RFC 3986, section 2.1)");
        TestCase query = of("GET /books").get(0);
        assertThat(Wire.write(query, Shops.BASE).target()).isEqualTo("/api/books?q=%zz");
    }

    @Test
    void a_request_that_a_hook_has_made_anew_is_no_longer_malformed() {
        TestCase testCase = of("POST /books").get(0);
        Request sent = Wire.write(testCase, Shops.BASE);
        Request anew = new Request(sent.method(), sent.origin(), sent.target(), sent.headers(), sent.body());
        assertThat(Label.of(testCase, sent, Shops.BASE)).isEqualTo(new Label.True(testCase));
        Label label = Label.of(testCase, anew, Shops.BASE);
        assertThat(((Label.True) label).testCase().intent().description())
                .startsWith("was to be invalid (the body ends before its Content-Length is reached");
    }

    @Test
    void none_is_made_where_nobody_looks_at_the_answers() {
        CoverageSettings off = new CoverageSettings(Mode.ALL, true, true, true, true, false);
        assertThat(Shops.cases(API, off)).allMatch(c -> framing(c) == null);
        CoverageSettings positive = new CoverageSettings(Mode.POSITIVE, true, true, true, true, true);
        assertThat(Shops.cases(API, positive)).allMatch(c -> framing(c) == null);
    }
}

package io.contractcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What in the document gives each check something to look at. */
class ConcernsTest {
    private static List<String> concerned(String operation) {
        URI uri = URI.create("file:///shop.yaml");
        String document =
                "openapi: 3.0.3\ninfo: {title: Shop, version: '1'}\npaths:\n  /books:\n" + operation.indent(4);
        Operation first = ApiReader.read(Documents.of(uri, Yaml.parse(document)).root(uri))
                .operations()
                .get(0);
        return Checks.standard().stream()
                .filter(c -> c.concerns(first))
                .map(Check::name)
                .toList();
    }

    private static boolean concerns(String check, String operation) {
        return concerned(operation).contains(check);
    }

    @Test
    void a_document_that_says_nothing_concerns_only_checks_that_need_nothing() {
        assertThat(concerned("delete: {responses: {'204': {description: gone}}}"))
                .containsExactly(
                        "not_a_server_error",
                        "status_code_conformance",
                        "positive_data_acceptance",
                        "unsupported_method",
                        "max_response_time");
    }

    @Test
    void headers_concern_where_every_success_has_them() {
        String headers = "headers: {X-Total: {schema: {type: integer}}}";
        assertThat(concerns(
                        "response_headers_conformance",
                        "get: {responses: {'200': {description: ok, " + headers + "}}}"))
                .isTrue();
        assertThat(concerns(
                        "response_headers_conformance",
                        "get: {responses: {'200': {description: ok}, '429': {description: wait, " + headers + "}}}"))
                .isFalse();
        assertThat(concerns(
                        "response_headers_conformance",
                        "get: {responses: {'200': {description: ok}, '202': {description: later, " + headers + "}}}"))
                .isFalse();
        assertThat(concerns(
                        "response_headers_conformance",
                        "get: {responses: {default: {description: any, " + headers + "}}}"))
                .isTrue();
    }

    @Test
    void bodies_concern_where_what_comes_can_be_read() {
        String get = "get: {responses: {'200': {description: ok, content: {%s: {schema: {%s}}}}}}";
        assertThat(concerned(get.formatted("application/json", "type: object")))
                .contains("content_type_conformance", "response_schema_conformance", "head_conformance");
        assertThat(concerned(get.formatted("application/problem+json", "type: object")))
                .contains("response_schema_conformance");
        assertThat(concerned(get.formatted("image/png", "type: string, format: binary")))
                .contains("content_type_conformance")
                .doesNotContain("response_schema_conformance");
        assertThat(concerned(get.formatted("application/json", "type: object").replace("get:", "head:")))
                .doesNotContain("content_type_conformance", "response_schema_conformance", "head_conformance");
    }

    @Test
    void what_can_be_wrong_concerns_the_refusal_of_invalid_requests() {
        String query =
                "get: {parameters: [{name: q, in: %s, required: %s, schema: {%s}}], responses: {'200': {description: ok}}}";
        assertThat(concerned(query.formatted("query", "false", "type: integer")))
                .contains("negative_data_rejection");
        assertThat(concerned(query.formatted("query", "false", "type: string")))
                .doesNotContain("negative_data_rejection");
        assertThat(concerned(query.formatted("header", "true", "type: string")))
                .contains("missing_required_header")
                .doesNotContain("negative_data_rejection");
        assertThat(concerned(query.formatted("header", "false", "type: string")))
                .doesNotContain("missing_required_header");
        String body =
                "post: {requestBody: {content: {application/json: {schema: {%s}}}}, responses: {'200': {description: ok}}}";
        assertThat(concerned(body.formatted("type: object, properties: {a: {type: integer}}")))
                .contains("negative_data_rejection");
        assertThat(concerned(body.formatted(""))).doesNotContain("negative_data_rejection");
    }

    @Test
    void a_path_with_every_method_leaves_none_to_be_refused() {
        String every =
                "get: &a {responses: {'200': {description: ok}}}\nput: *a\npost: *a\ndelete: *a\npatch: *a\nhead: *a";
        assertThat(concerned(every)).doesNotContain("unsupported_method", "head_conformance");
    }
}

package io.contractcheck.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Responses;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseLineTest {
    private static final URI WHERE = URI.create("memory:/api.json");
    private static final Located ROOT = Documents.of(WHERE, Json.parse("{}")).root(WHERE);
    private static final Operation OPERATION = new Operation(
            "POST",
            "/users",
            List.of(),
            "",
            Optional.empty(),
            List.of(),
            false,
            List.of(),
            Optional.empty(),
            new Responses(List.of()),
            List.of(),
            ROOT);
    private static final Intent POSITIVE = new Intent.Positive("as it should be");

    private static JsonNode line(Intent intent, Request request) {
        TestCase testCase = new TestCase(OPERATION, List.of(), Optional.empty(), intent);
        try {
            return new ObjectMapper().readTree(CaseLine.of("coverage", testCase, request));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Request sent(String contentType, String body) {
        return new Request(
                "POST",
                "http://localhost",
                "/users?",
                List.of(new Header("Content-Type", contentType)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_positive_without_a_body_has_no_more_than_it_needs() {
        Request request = new Request("GET", "http://localhost", "/a%20b", List.of(new Header("Accept", "*/*")), null);
        assertThat(line(POSITIVE, request))
                .hasToString("{\"operation\":\"POST /users\",\"phase\":\"coverage\",\"intent\":\"positive\","
                        + "\"description\":\"as it should be\",\"method\":\"GET\",\"path\":\"/a%20b\","
                        + "\"headers\":{\"Accept\":\"*/*\"}}");
    }

    @Test
    void a_negative_says_what_is_wrong_where_and_by_which_rule() {
        Intent intent = new Intent.Negative(new Mutation(
                Mutation.Location.BODY,
                Optional.empty(),
                JsonPointer.compile("/a~1b/0"),
                Optional.of("minLength"),
                "too short"));
        JsonNode line = line(intent, sent("application/json", "{\"a/b\":[\"\"]}"));
        assertThat(line.get("intent").textValue()).isEqualTo("negative");
        assertThat(line.get("mutation"))
                .hasToString("{\"location\":\"body\",\"pointer\":\"/a~1b/0\",\"keyword\":\"minLength\","
                        + "\"description\":\"too short\"}");
        assertThat(line.get("query").textValue()).isEmpty();
    }

    @Test
    void the_whole_value_has_the_empty_pointer_and_a_parameter_its_name() {
        Intent intent = new Intent.Negative(new Mutation(
                Mutation.Location.FRAMING, Optional.of("Accept"), JsonPointer.empty(), Optional.empty(), "unserved"));
        assertThat(line(intent, sent("text/plain", "x")).get("mutation"))
                .hasToString("{\"location\":\"framing\",\"parameter\":\"Accept\",\"pointer\":\"\","
                        + "\"description\":\"unserved\"}");
    }

    @Test
    void a_header_sent_twice_has_a_list() {
        Request request = new Request(
                "GET",
                "http://localhost",
                "/",
                List.of(new Header("X-A", "1"), new Header("X-B", "2"), new Header("x-a", "3")),
                null);
        assertThat(line(POSITIVE, request).get("headers")).hasToString("{\"X-A\":[\"1\",\"3\"],\"X-B\":\"2\"}");
    }

    @Test
    void a_body_is_a_value_only_where_it_is_json_and_bytes_always() {
        JsonNode json = line(POSITIVE, sent("application/problem+json; charset=utf-8", "[1.0, \"\\u00e9\"]"));
        assertThat(json.get("mediaType").textValue()).isEqualTo("application/problem+json");
        assertThat(json.get("body")).hasToString("[1.0,\"é\"]");
        for (Request other : List.of(sent("application/json", "{\"a\":"), sent("text/csv", "1,2"))) {
            JsonNode line = line(POSITIVE, other);
            assertThat(line.has("body")).isFalse();
            assertThat(Base64.getDecoder().decode(line.get("bodyBase64").textValue()))
                    .isEqualTo(other.body());
        }
    }

    @Test
    void a_body_that_cannot_be_written_within_the_line_still_has_its_bytes() {
        String deep = "[".repeat(1000) + "]".repeat(1000);
        String large = "[1e99999]";
        for (String body : List.of(deep, large)) {
            JsonNode line = line(POSITIVE, sent("application/json", body));
            assertThat(line.has("body")).isFalse();
            assertThat(line.get("bodyBase64").textValue())
                    .isEqualTo(Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void a_file_is_there_once_it_is_whole(@TempDir Path folder) {
        Path file = folder.resolve("sub").resolve("cases.ndjson");
        TestCase testCase = new TestCase(OPERATION, List.of(), Optional.empty(), POSITIVE);
        try (CaseFile cases = CaseFile.create(file)) {
            cases.add("fuzzing", testCase, sent("text/plain", "a\u2028\ud800"));
            cases.add("fuzzing", testCase, sent("text/plain", "b"));
            assertThat(file).doesNotExist();
            cases.finish();
        }
        assertThat(file).content(StandardCharsets.UTF_8).hasLineCount(2);
        try (CaseFile cases = CaseFile.create(file)) {
            cases.add("fuzzing", testCase, sent("text/plain", "never finished"));
        }
        assertThat(folder.resolve("sub")).isEmptyDirectory();
    }
}

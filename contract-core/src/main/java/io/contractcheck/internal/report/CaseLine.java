package io.contractcheck.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.http.Header;
import io.contractcheck.http.MediaType;
import io.contractcheck.http.Request;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A case as one JSON object. What a case does not have is left out: {@code mutation} of a positive, {@code malformed} of what is HTTP, {@code query}, {@code mediaType} and
 * {@code bodyBase64} where none is sent, {@code body} where it is not JSON. A header that is sent several times has a list of values, in
 * order; all others have text.
 */
final class CaseLine {
    private CaseLine() {}

    static String of(String phase, TestCase testCase, Request request) {
        ObjectNode line = Json.NODES.objectNode();
        line.put("operation", testCase.operation().label());
        line.put("phase", phase);
        line.put("intent", testCase.intent() instanceof Intent.Positive ? "positive" : "negative");
        if (testCase.intent() instanceof Intent.Negative negative) {
            line.set("mutation", mutation(negative.mutation()));
        }
        line.put("description", testCase.intent().description());
        request.framing().ifPresent(fault -> line.put("malformed", fault.keyword()));
        line.put("method", request.method());
        line.put("path", request.path());
        request.query().ifPresent(query -> line.put("query", query));
        line.set("headers", headers(request.headers()));
        byte[] body = request.body();
        if (body != null) {
            request.header("Content-Type")
                    .ifPresent(type -> line.put("mediaType", MediaType.of(type).essence()));
            json(testCase, request, body).ifPresent(value -> line.set("body", value));
            line.put("bodyBase64", Base64.getEncoder().encodeToString(body));
        }
        try {
            return Json.write(line);
        } catch (IllegalStateException e) {
            // a text that can be read but, a level deeper or with its numbers spelt out, not written again
            line.remove("body");
            return Json.write(line);
        }
    }

    private static ObjectNode mutation(Mutation mutation) {
        ObjectNode node = Json.NODES.objectNode();
        node.put("location", mutation.location().name().toLowerCase(Locale.ROOT));
        mutation.parameter().ifPresent(name -> node.put("parameter", name));
        node.put("pointer", mutation.pointer().toString());
        mutation.keyword().ifPresent(keyword -> node.put("keyword", keyword));
        node.put("description", mutation.description());
        return node;
    }

    private static ObjectNode headers(List<Header> headers) {
        Map<String, ArrayNode> values = new LinkedHashMap<>();
        for (Header header : headers) {
            String name =
                    values.keySet().stream().filter(header::is).findFirst().orElse(header.name());
            values.computeIfAbsent(name, n -> Json.NODES.arrayNode()).add(header.value());
        }
        ObjectNode node = Json.NODES.objectNode();
        values.forEach((name, all) -> node.set(name, all.size() == 1 ? all.get(0) : all));
        return node;
    }

    private static Optional<JsonNode> json(TestCase testCase, Request request, byte[] body) {
        boolean sent = request.header("Content-Type")
                .filter(type -> MediaType.of(type).isJson())
                .isPresent();
        boolean meant = testCase.body()
                .filter(value -> MediaType.of(value.mediaType()).isJson())
                .isPresent();
        if (!sent && !meant) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.parse(body));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}

package io.contractcheck.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.BodyValue;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.TestCase;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation of a small book shop, and answers of it made by hand. */
record Fixture(
        Operation operation,
        CheckSettings settings,
        Intent intent,
        List<ParameterValue> parameters,
        @Nullable JsonNode body) {
    static final String JSON = "Content-Type: application/json";

    private static final String DOCUMENT = """
            openapi: %s
            info: {title: Shop, version: '1'}
            paths:
              /books/{id}:
                %s:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                  %s
                  responses:
            %s
            components:
              schemas:
                Book:
                  type: object
                  required: [title, price]
                  properties:
                    title: {type: string, minLength: 1}
                    price: {type: number, minimum: 0}
                    isbn: {type: string, nullable: true, pattern: '^[0-9]{13}$'}
                    published: {type: string, format: date}
                    tags: {type: array, items: {type: string, maxLength: 5}}
                    stock: {type: object, additionalProperties: {type: integer}}
                Problem:
                  type: object
                  required: [title]
                  properties:
                    title: {type: string}
                    status: {type: integer}
            """;

    private static final String BODY =
            "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}";

    static Fixture get(String responses) {
        return read("3.0.3", "get", "", responses);
    }

    static Fixture head(String responses) {
        return read("3.0.3", "head", "", responses);
    }

    static Fixture post(String responses) {
        return read("3.0.3", "post", BODY, responses);
    }

    static Fixture get31(String responses) {
        return read("3.1.0", "get", "", responses);
    }

    private static Fixture read(String version, String method, String body, String responses) {
        String document =
                DOCUMENT.formatted(version, method, body, responses.indent(8).stripTrailing());
        URI uri = URI.create("file:///shop.yaml");
        Operation operation = ApiReader.read(
                        Documents.of(uri, Yaml.parse(document)).root(uri))
                .operations()
                .get(0);
        return new Fixture(operation, CheckSettings.defaults(), new Intent.Positive("a valid case"), List.of(), null);
    }

    Fixture expecting(String check, String statuses) {
        List<CheckSettings.Expected> expected = new ArrayList<>(settings.expected());
        expected.add(new CheckSettings.Expected(check, Optional.empty(), new StatusSet(statuses)));
        return new Fixture(
                operation, new CheckSettings(expected, settings.maxResponseTime()), intent, parameters, body);
    }

    Fixture within(Duration limit) {
        return new Fixture(
                operation, new CheckSettings(settings.expected(), Optional.of(limit)), intent, parameters, body);
    }

    Fixture with(Intent other) {
        return new Fixture(operation, settings, other, parameters, body);
    }

    Fixture sending(String id, @Nullable JsonNode sent) {
        return new Fixture(
                operation,
                settings,
                intent,
                List.of(new ParameterValue(operation.parameters().get(0), Json.NODES.textNode(id))),
                sent);
    }

    /** An answer; headers are written as {@code Name: value}. */
    CheckContext answer(int status, String content, String... headers) {
        return answer(status, content.getBytes(UTF_8), headers);
    }

    CheckContext answer(int status, byte[] content, String... headers) {
        List<Header> fields = new ArrayList<>();
        for (String header : headers) {
            fields.add(new Header(
                    header.substring(0, header.indexOf(':')),
                    header.substring(header.indexOf(':') + 1).trim()));
        }
        return answer(new Response(status, "", fields, content, false));
    }

    CheckContext answer(Response response) {
        String id = parameters.isEmpty() ? "1" : parameters.get(0).value().asText();
        String target = "/books/" + URLEncoder.encode(id, UTF_8).replace("+", "%20");
        Request request = new Request(operation.method(), "http://127.0.0.1", target, List.of(), null);
        Optional<BodyValue> sent = Optional.ofNullable(body)
                .map(value -> new BodyValue(
                        operation.requestBody().orElseThrow().content().get(0), "application/json", value));
        return new CheckContext(
                new TestCase(operation, parameters, sent, intent),
                new Exchange(request, response, Duration.ofMillis(5)),
                settings);
    }

    /** The failures of all built-in checks, in the order in which they speak. */
    static List<Failure> failures(CheckContext context) {
        return Checks.standard().stream()
                .map(check -> check.check(context))
                .filter(Verdict.Failed.class::isInstance)
                .flatMap(verdict -> ((Verdict.Failed) verdict).failures().stream())
                .toList();
    }

    /** The one failure there is. */
    static Failure only(CheckContext context) {
        List<Failure> failures = failures(context);
        if (failures.size() != 1) {
            throw new AssertionError("expected one failure, but there are " + failures);
        }
        return failures.get(0);
    }
}

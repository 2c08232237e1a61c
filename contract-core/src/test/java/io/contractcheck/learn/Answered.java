package io.contractcheck.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.testcase.BodyValue;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.Taken;
import io.contractcheck.testcase.TestCase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call of a book shop, and what it was answered. */
record Answered(TestCase sent, Exchange exchange) {
    private static final URI FILE = URI.create("file:///api/shop.yaml");

    static final Api SHOP = api("""
            openapi: 3.0.3
            info: {title: Shop, version: '1'}
            paths:
              /shelves/{shelf}/books:
                post:
                  parameters:
                    - {in: path, name: shelf, required: true, schema: {type: string}}
                    - {in: query, name: limit, schema: {type: integer}}
                    - {in: query, name: from, schema: {type: string}}
                    - {in: header, name: X-Tenant, schema: {type: string}}
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Book'}
                  responses: {'201': {description: made}}
            components:
              schemas:
                Book:
                  type: object
                  properties:
                    title: {type: string}
                    isbn: {type: string}
                    pages: {type: integer}
                    price: {type: number}
                    published: {type: string}
                    genre: {type: string}
                    publisherId: {type: string}
                    tags: {type: array, items: {type: string}}
                    lines:
                      type: array
                      items: {type: object, properties: {sku: {type: string}, amount: {type: integer}}}
                    author: {$ref: '#/components/schemas/Author'}
                Author:
                  type: object
                  properties:
                    name: {type: string, nullable: true}
                    email: {type: string}
                    published: {type: boolean}
            """);

    static final Operation BOOKS = SHOP.operations().get(0);

    static Api api(String yaml) {
        Api api = ApiReader.read(Documents.of(FILE, Yaml.parse(yaml)).root(FILE));
        if (!api.broken().isEmpty()) {
            throw new AssertionError(api.broken());
        }
        return api;
    }

    /** A book as YAML, refused with 400. */
    static Answered refused(String book, String answer) {
        return of(BOOKS, Map.of(), book, new Intent.Positive("random"), 400, answer);
    }

    /** Parameters as YAML, refused with 400. */
    static Answered refused(Map<String, String> parameters, String answer) {
        return of(BOOKS, parameters, "", new Intent.Positive("random"), 400, answer);
    }

    static Answered of(
            Operation operation,
            Map<String, String> parameters,
            String body,
            Intent intent,
            int status,
            String answer) {
        List<ParameterValue> values = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameters.containsKey(parameter.name())) {
                values.add(new ParameterValue(parameter, Yaml.parse(parameters.get(parameter.name()))));
            }
        }
        Optional<JsonNode> sent = body.isEmpty() ? Optional.empty() : Optional.of(Yaml.parse(body));
        MediaTypeContent content = sent.isPresent()
                ? operation.requestBody().orElseThrow().content().get(0)
                : null;
        TestCase testCase = new TestCase(
                operation, values, sent.map(value -> new BodyValue(content, "application/json", value)), intent);
        Request request = new Request(operation.method(), "http://localhost", operation.path(), List.of(), null);
        Response response = new Response(status, "", List.of(), answer.getBytes(StandardCharsets.UTF_8), false);
        return new Answered(testCase, new Exchange(request, response, Duration.ZERO));
    }

    void tell(Learner learner) {
        String label = sent.operation().label();
        learner.saw(new CaseId(new ScenarioId("fuzzing", label, 0), label, 0), sent, exchange);
    }

    /** As the answer to a call that took something. */
    void led(Learner learner, Taken taken, Operation producer) {
        learner.led(taken, producer, sent, exchange);
    }

    /** What is learnt of this answer alone. */
    List<String> rules() {
        Learner learner = new Learner(Knowledge.NONE);
        tell(learner);
        return learner.knowledge().of(sent.operation()).stream()
                .map(Rule::describe)
                .toList();
    }
}

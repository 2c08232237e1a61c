package io.contractcheck.internal.doubt;

import io.contractcheck.ContractConfig;
import io.contractcheck.auth.Callers;
import io.contractcheck.auth.Granted;
import io.contractcheck.event.ApiOutline;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.CheckResult;
import io.contractcheck.event.Doubt;
import io.contractcheck.event.Doubt.Kind;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.event.Sender;
import io.contractcheck.event.Summarizer;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A run as it might have been, told event by event. */
final class Course {
    static final String SHOP = """
            openapi: 3.0.3
            info: {title: Shop, version: '1'}
            servers: [{url: https://shop.example/api/v1}]
            components:
              securitySchemes:
                bearer: {type: http, scheme: bearer}
                key: {type: apiKey, in: header, name: X-Key}
                login: {type: oauth2, flows: {}}
            paths:
              /open: {get: {responses: {'200': {description: ok}}}}
              /books: {get: {security: [{bearer: []}], responses: {'200': {description: ok}}}}
              /books/{id}: {get: {security: [{bearer: []}], parameters: [&id {name: id, in: path, required: true, schema: {type: integer}}], responses: {'200': {description: ok}}}}
              /admin: {get: {security: [{login: ['admin:read']}], responses: {'200': {description: ok}}}}
            """;

    private final Api api;
    private final String baseUrl;
    private final Summarizer summarizer = new Summarizer();
    private List<Granted> users = List.of();
    private int index;
    private byte[] said = new byte[0];

    private Course(Api api, String baseUrl) {
        this.api = api;
        this.baseUrl = baseUrl;
    }

    static Course of(String document, String baseUrl) {
        URI uri = URI.create("file:///shop.yaml");
        Course course = new Course(
                ApiReader.read(Documents.of(uri, Yaml.parse(document)).root(uri)), baseUrl);
        return course.told(new RunEvent.RunStarted(
                "0.1.0",
                "shop.yaml",
                "OpenAPI 3.0.3",
                "Shop",
                "1",
                baseUrl,
                42,
                Instant.EPOCH,
                course.api.operations().stream().map(Operation::label).toList(),
                List.of("coverage"),
                List.of()));
    }

    /** Of a shop with one open operation and three secured ones. */
    static Course ofShop() {
        return of(SHOP, "http://127.0.0.1:8080");
    }

    Course told(RunEvent event) {
        summarizer.on(event);
        return this;
    }

    Course user(String name, String credential) {
        users = List.of(new Granted(name, Optional.empty()));
        return told(new RunEvent.CredentialReady(name, credential, "a token of 20 characters"));
    }

    /** From now on the service says this. */
    Course saying(String words) {
        said = words.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** So many valid cases were answered so. */
    Course valid(String operation, int status, int times) {
        return answered(operation, status, times, true, false);
    }

    /** Likewise, with credentials on them. */
    Course credentialed(String operation, int status, int times) {
        return answered(operation, status, times, true, true);
    }

    Course invalid(String operation, int status, int times) {
        return answered(operation, status, times, false, false);
    }

    private Course answered(String operation, int status, int times, boolean positive, boolean credentialed) {
        String[] label = operation.split(" ");
        for (int i = 0; i < times; i++) {
            told(new RunEvent.CallAnswered(
                    new CaseId(new ScenarioId("coverage", operation, index++), operation, 0),
                    Purpose.CASE,
                    positive,
                    "a case",
                    new Sender(credentialed, Optional.empty()),
                    new Exchange(
                            new Request(label[0], baseUrl, label[1], List.of(), null),
                            new Response(status, "", List.of(), said, false),
                            Duration.ofMillis(1)),
                    List.of(new CheckResult("not_a_server_error", CheckResult.Outcome.PASSED, List.of()))));
        }
        return this;
    }

    Evidence evidence() {
        return new Evidence(
                summarizer.summary(),
                ApiOutline.of(api, new Callers(users, List.of("/api/login")), LinkGraph.of(api)),
                users.stream().map(Granted::user).toList(),
                baseUrl);
    }

    RunSummary summary() {
        return summarizer.summary();
    }

    List<Doubt> doubts() {
        return Doubts.of(evidence(), ContractConfig.DEFAULT_FAIL_ON);
    }

    List<Kind> kinds() {
        return doubts().stream().map(Doubt::kind).toList();
    }

    /** The message of the only doubt. */
    String only(Kind kind) {
        List<Doubt> doubts = doubts();
        if (doubts.size() != 1 || doubts.get(0).kind() != kind) {
            throw new AssertionError("expected one doubt, " + kind + ", but there are " + doubts);
        }
        return doubts.get(0).message();
    }
}

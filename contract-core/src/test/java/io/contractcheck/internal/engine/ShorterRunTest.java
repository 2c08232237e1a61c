package io.contractcheck.internal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.Users;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.check.Checks;
import io.contractcheck.event.Prelude;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.Finding;
import io.contractcheck.event.Shard;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.internal.engine.EngineSettings.Limits;
import io.contractcheck.internal.phase.Known;
import io.contractcheck.internal.phase.PhaseSettings;
import io.contractcheck.internal.phase.Phases;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.json.Yaml;
import io.contractcheck.learn.Knowledge;
import io.contractcheck.learn.Learner;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was refused on the way to a failure, or brought nothing, is not shown with it. */
class ShorterRunTest {
    private static final URI WHERE = URI.create("memory:/books.yaml");
    private static final Api API =
            ApiReader.read(Documents.of(WHERE, Yaml.parse("""
            openapi: 3.0.3
            info: {title: Books, version: '1'}
            paths:
              /authors:
                post:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Named'}}}}
                  responses:
                    '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Author'}}}}
                    '400': {description: refused}
                    '403': {description: not yours}
                get:
                  responses: {'200': {description: all, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Author'}}}}}}
              /books:
                post:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewBook'}}}}
                  responses:
                    '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
                    '400': {description: refused}
                    '404': {description: no such author}
                get:
                  responses: {'200': {description: all, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Book'}}}}}}
              /books/{bookId}:
                parameters: [{name: bookId, in: path, required: true, schema: {type: integer}}]
                get:
                  responses: {'200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}, '404': {description: none}}
            components:
              schemas:
                Named: {type: object, required: [name], properties: {name: {type: string}}, example: {name: Ada}}
                Author: {type: object, required: [id, name], properties: {id: {type: integer}, name: {type: string}}}
                NewBook:
                  type: object
                  required: [title, authorId]
                  properties: {title: {type: string}, authorId: {type: integer}}
                  example: {title: Emma, authorId: 1}
                Book:
                  type: object
                  required: [id, title]
                  properties: {id: {type: integer}, title: {type: string}}
            """)).root(WHERE));

    private final List<RunEvent> events = new ArrayList<>();

    private RunSummary run(Function<Request, Response> service) {
        Transport transport = new Transport() {
            @Override
            public Exchange send(Request request) {
                return new Exchange(request, service.apply(request), Duration.ofMillis(1));
            }

            @Override
            public void close() {}
        };
        Secrets secrets = new Secrets();
        Known known = new Known(() -> LinkGraph.of(API), Knowledge.NONE);
        String url = "http://127.0.0.1:1";
        new Engine(
                        new EngineSettings(url, 5, new PhaseSettings(5), CheckSettings.defaults())
                                .with(() -> known, new Learner(Knowledge.NONE))
                                .with(new Limits(1, Duration.ofHours(1), OptionalInt.empty(), true, new Shard(1, 1))),
                        transport,
                        Users.of(
                                AuthSettings.NONE,
                                List.of(),
                                API,
                                new Users.Surroundings(transport, url, secrets, Clock.systemUTC(), w -> {})),
                        secrets,
                        new HookList(List.<Plugged>of()),
                        Checks.standard(),
                        events::add)
                .run(
                        API,
                        Phases.standard().stream()
                                .filter(phase -> phase.name().equals("fuzzing"))
                                .toList());
        return RunSummary.of(events);
    }

    private static Response answer(int status, String json) {
        return new Response(
                status, "", List.of(new Header("Content-Type", "application/json")), json.getBytes(UTF_8), false);
    }

    private static List<String> calls(Finding finding) {
        return Stream.concat(
                        finding.chain().stream().map(Prelude.Call::operation),
                        Stream.of(finding.id().operation()))
                .toList();
    }

    private static Finding finding(RunSummary summary, String operation, String check) {
        return summary.findings().stream()
                .filter(f ->
                        f.id().operation().equals(operation) && f.id().check().equals(check))
                .findFirst()
                .orElseThrow(() -> new AssertionError(summary.findings().toString()));
    }

    /** Of each retry for that reason, what was sent. */
    private List<List<String>> retries(Purpose purpose) {
        List<List<String>> retries = new ArrayList<>();
        List<String> last = List.of();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.CallAnswered call && call.purpose() == purpose) {
                if (call.id().step() == 0) {
                    last = new ArrayList<>();
                    retries.add(last);
                }
                Request sent = call.exchange().request();
                last.add(sent.method() + " " + sent.path() + " "
                        + (sent.body() == null ? "" : new String(sent.body(), UTF_8)));
            }
        }
        return retries;
    }

    @Test
    void refused_creations_before_a_list_that_brings_it_are_left_out_at_once() {
        RunSummary summary = run(request -> {
            if (request.method().equals("POST")) {
                return request.path().equals("/authors") ? answer(403, "{}") : answer(400, "{}");
            }
            return switch (request.path()) {
                case "/authors" -> answer(200, "[]");
                case "/books" -> answer(200, "[{\"id\": 7, \"title\": \"Old\"}]");
                case "/books/7" -> answer(200, "{\"id\": 7}");
                default -> answer(404, "{}");
            };
        });

        Finding finding = finding(summary, "GET /books/{bookId}", "response_schema_conformance");
        assertThat(calls(finding)).containsExactly("GET /books", "GET /books/{bookId}");
        assertThat(retries(Purpose.SHRINK).stream()
                        .filter(run -> run.get(run.size() - 1).startsWith("GET /books/7"))
                        .findFirst())
                .hasValue(List.of("GET /books ", "GET /books/7 "));
    }

    @Test
    void a_creation_that_is_taken_the_second_time_is_the_only_one() {
        Map<String, String> books = new LinkedHashMap<>();
        RunSummary summary = run(request -> {
            if (request.path().equals("/authors")) {
                return request.method().equals("POST")
                        ? answer(201, "{\"id\": 3, \"name\": \"Ada\"}")
                        : answer(200, "[{\"id\": 3, \"name\": \"Ada\"}]");
            }
            if (request.method().equals("POST")) {
                if (!Json.parse(request.body()).path("title").asText().equals("Emma")) {
                    return answer(400, "{}");
                }
                int id = 100 + books.size();
                books.put("/books/" + id, "{\"id\": " + id + "}");
                return answer(201, "{\"id\": " + id + ", \"title\": \"Emma\"}");
            }
            return request.path().equals("/books")
                    ? answer(200, "[]")
                    : books.containsKey(request.path()) ? answer(200, books.get(request.path())) : answer(404, "{}");
        });

        Finding finding = finding(summary, "GET /books/{bookId}", "response_schema_conformance");
        assertThat(calls(finding)).endsWith("POST /books", "GET /books/{bookId}");
        List<String> again = reads(Purpose.CONFIRMATION).get(0);
        assertThat(again)
                .hasSize(4)
                .element(1)
                .asString()
                .startsWith("POST /books ")
                .doesNotContain("Emma");
        assertThat(reads(Purpose.SHRINK))
                .anySatisfy(shorter -> assertThat(shorter).hasSize(3).startsWith(again.get(0), again.get(2)));
    }

    /** Those that end with a book that is read. */
    private List<List<String>> reads(Purpose purpose) {
        return retries(purpose).stream()
                .filter(run -> run.get(run.size() - 1).startsWith("GET /books/1"))
                .toList();
    }
}

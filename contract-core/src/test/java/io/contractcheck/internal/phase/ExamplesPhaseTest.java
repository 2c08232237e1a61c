package io.contractcheck.internal.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.learn.Knowledge;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With a service that has the thing 1 from the beginning, and makes the thing 7. */
class ExamplesPhaseTest {
    private static final String BOOKS = """
            /books:
              post:
                responses: {"201": {description: made, content: {application/json: {schema: {type: object, properties: {id: {type: integer}}}}}}}
            /books/{id}:
              parameters: [{name: id, in: path, required: true, EXAMPLE schema: {type: integer, minimum: 1}}]
              get: {responses: {"200": {description: it}}}
              delete: {responses: {"204": {description: gone}}}
            """;

    private static Response answer(Request request) {
        return switch (request.method()) {
            case "POST" -> Shelf.answer(201, Json.parse("{\"id\": 7}"));
            default -> Shelf.answer(request.path().matches("/books/[17]") ? 200 : 404);
        };
    }

    /** Method and path of the calls of each scenario. */
    private static List<List<String>> calls(String paths, String label) {
        Api api = Shelf.api(paths);
        PhaseSettings settings = new PhaseSettings(5).with(new Known(() -> LinkGraph.of(api), Knowledge.NONE));
        Operation operation = api.operations().stream()
                .filter(o -> o.label().equals(label))
                .findFirst()
                .orElseThrow();
        List<List<String>> calls = new ArrayList<>();
        new ExamplesPhase().plan(api, settings, warning -> {}).of(operation).forEach(scenario -> {
            Shelf shelf = new Shelf(3, ExamplesPhaseTest::answer);
            scenario.body().run(shelf);
            calls.add(shelf.requests.stream()
                    .map(request -> request.method() + " " + request.path())
                    .toList());
        });
        return calls;
    }

    private static String with(String example) {
        return BOOKS.replace("EXAMPLE", example);
    }

    @Test
    void what_the_document_shows_is_read_too_and_not_only_what_was_made_for_it() {
        assertThat(calls(with("example: 1,"), "GET /books/{id}"))
                .containsExactly(List.of("POST /books", "GET /books/7"), List.of("GET /books/1"));
    }

    @Test
    void what_the_document_shows_is_not_deleted_where_the_scenario_can_make_one() {
        assertThat(calls(with("example: 1,"), "DELETE /books/{id}"))
                .containsExactly(List.of("POST /books", "DELETE /books/7"));
    }

    @Test
    void nothing_is_read_that_the_document_does_not_show() {
        assertThat(calls(with(""), "GET /books/{id}")).isEmpty();
    }
}

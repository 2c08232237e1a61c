package io.contractcheck.internal.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.json.Json;
import io.contractcheck.learn.Experience;
import io.contractcheck.learn.Knowledge;
import io.contractcheck.learn.Rule;
import io.contractcheck.learn.Values;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaysTest {
    private static final Api API = Shelf.api("""
            /books:
              post:
                requestBody:
                  required: true
                  content: {application/json: {schema: {type: object, required: [title], properties: {title: {type: string}}}}}
                responses: {"201": {description: made, content: {application/json: {schema: {type: object, properties: {id: {type: integer}}}}}}}
              get: {responses: {"200": {description: all, content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: integer}}}}}}}}}
            /books/{id}:
              parameters: [{name: id, in: path, required: true, schema: {type: integer, minimum: 1}}]
              get: {responses: {"200": {description: it}, "404": {description: none}}}
            """);
    private static final int SEEDS = 400;

    /** The calls of many scenarios that read a book, each with how often it was made. */
    private static Map<String, Integer> calls(Knowledge knowledge) {
        Operation read = API.operations().get(2);
        Chain chain = new Chain(new Known(() -> LinkGraph.of(API), knowledge));
        Map<String, Integer> calls = new LinkedHashMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Shelf shelf = new Shelf(seed, request -> switch (request.method() + " " + request.path()) {
                case "POST /books" -> Shelf.answer(403);
                case "GET /books" -> Shelf.answer(200, Json.parse("[{\"id\": 7}]"));
                case "GET /books/7" -> Shelf.answer(200);
                default -> Shelf.answer(404);
            });
            chain.call(shelf, shelf.draw("case", CaseGenerator.of(read)), 0);
            shelf.calls.forEach(call -> calls.merge(call, 1, Integer::sum));
        }
        return calls;
    }

    private static Knowledge knowing(Experience experience) {
        return new Knowledge(Map.of(), Values.NONE, experience);
    }

    private static Experience refusing(String label) {
        return new Experience(Map.of(label, new Experience.Count(40, 0)), Map.of(), Map.of());
    }

    @Test
    void what_never_worked_is_tried_now_and_then_only() {
        assertThat(calls(Knowledge.NONE))
                .containsEntry("POST /books 403", SEEDS)
                .containsEntry("GET /books/{id} 200", SEEDS);

        Map<String, Integer> calls = calls(knowing(refusing("POST /books")));

        assertThat(calls.get("POST /books 403")).isBetween(SEEDS / 16, SEEDS / 4);
        assertThat(calls).containsEntry("GET /books/{id} 200", SEEDS);
    }

    @Test
    void the_same_seed_tries_the_same() {
        Knowledge knowledge = knowing(refusing("POST /books"));

        assertThat(calls(knowledge)).isEqualTo(calls(knowledge));
    }

    @Test
    void what_is_known_better_by_now_is_tried_again() {
        Knowledge better = new Knowledge(
                Map.of(
                        "POST /books",
                        List.of(new Rule(Spot.ofBody(List.of("title")), "maxLength", Json.parse("20"), ""))),
                Values.NONE,
                refusing("POST /books"));

        assertThat(calls(better)).containsEntry("POST /books 403", SEEDS);
    }

    @Test
    void what_was_brought_and_never_found_comes_last() {
        Operation create = API.operations().get(0);
        Operation read = API.operations().get(2);
        Target id = new Target.OfParameter(ParameterLocation.PATH, "id");
        Experience lost = new Experience(
                Map.of(),
                Map.of(new Experience.Way(create.label(), read.label(), id), new Experience.Count(9, 0)),
                Map.of());
        List<String> first = new ArrayList<>();
        Known known = new Known(() -> LinkGraph.of(API), knowing(lost));
        Chain chain = new Chain(known);
        for (int seed = 0; seed < SEEDS; seed++) {
            Shelf shelf = new Shelf(seed, request -> Shelf.answer(500));
            first.add(chain.producers(shelf, read, chain.needs(read).get(0))
                    .get(0)
                    .label());
        }

        assertThat(first.stream().filter("GET /books"::equals).count()).isGreaterThan(SEEDS * 3 / 4);
        assertThat(first).contains("POST /books");
    }
}

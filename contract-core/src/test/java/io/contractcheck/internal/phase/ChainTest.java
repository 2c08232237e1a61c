package io.contractcheck.internal.phase;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.learn.Knowledge;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.TestCase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final String BOOKS = """
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
            """;

    private static Operation operation(Api api, String label) {
        return api.operations().stream()
                .filter(o -> o.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** What is called for a valid case of an operation. */
    private static Shelf called(Api api, String label, Function<Request, Response> service) {
        Shelf shelf = new Shelf(7, service);
        Chain chain = new Chain(new Known(() -> LinkGraph.of(api), Knowledge.NONE));
        TestCase drawn = shelf.draw("case", CaseGenerator.of(operation(api, label)));
        chain.call(shelf, drawn);
        return shelf;
    }

    @Test
    void what_is_read_was_created_before() {
        Api api = Shelf.api(BOOKS);
        Set<String> made = new LinkedHashSet<>();

        Shelf shelf = called(api, "GET /books/{id}", request -> {
            if (request.method().equals("POST")) {
                made.add("/books/77");
                return Shelf.answer(201, Json.NODES.objectNode().put("id", 77));
            }
            return Shelf.answer(made.contains(request.path()) ? 200 : 404);
        });

        assertThat(shelf.calls).containsExactly("POST /books 201", "GET /books/{id} 200");
        assertThat(shelf.cases.get(1).taken())
                .singleElement()
                .hasToString(shelf.cases.get(1).taken().get(0).toString())
                .satisfies(taken -> assertThat(taken.describe()).isEqualTo("path.id = $response.body#/id of call 1"));
    }

    @Test
    void where_nothing_can_be_created_one_of_a_list_is_taken() {
        Shelf shelf = called(Shelf.api(BOOKS), "GET /books/{id}", request -> {
            if (request.method().equals("POST")) {
                return Shelf.answer(400);
            }
            return request.path().equals("/books")
                    ? Shelf.answer(200, Json.parse("[{\"id\": 4}, {\"id\": 5}]"))
                    : Shelf.answer(List.of("/books/4", "/books/5").contains(request.path()) ? 200 : 404);
        });

        assertThat(shelf.calls).containsExactly("POST /books 400", "GET /books 200", "GET /books/{id} 200");
    }
}

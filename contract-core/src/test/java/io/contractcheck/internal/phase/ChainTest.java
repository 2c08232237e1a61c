package io.contractcheck.internal.phase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.learn.Knowledge;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.TestCase;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** With services in memory that know only what they were asked to create. */
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
              get:
                parameters: [{name: q, in: query, schema: {type: integer}}]
                responses: {"200": {description: it}, "404": {description: none}}
              put:
                requestBody:
                  required: true
                  content: {application/json: {schema: {type: object, required: [title], properties: {title: {type: string}}}}}
                responses: {"200": {description: it}, "404": {description: none}}
            """;

    /** Things by their paths, numbered from 100 on. */
    private static final class Store implements Function<Request, Response> {
        private final Set<String> things = new LinkedHashSet<>();
        private final Function<String, Response> made;
        private int last = 100;

        /** @param made what is answered to who made a thing at a path */
        private Store(Function<String, Response> made) {
            this.made = made;
        }

        @Override
        public Response apply(Request request) {
            String path = request.path();
            String parent = path.substring(0, path.lastIndexOf('/'));
            boolean inside = parent.isEmpty() || things.contains(parent);
            if (request.method().equals("POST")) {
                if (!inside) {
                    return Shelf.answer(404);
                }
                things.add(path + "/" + ++last);
                return made.apply(path + "/" + last);
            }
            if (request.method().equals("PUT")) {
                return Shelf.answer(things.add(path) ? 201 : 200);
            }
            return Shelf.answer(things.contains(path) ? 200 : 404);
        }
    }

    private static Operation operation(Api api, String label) {
        return api.operations().stream()
                .filter(o -> o.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** What is called for a valid case of an operation. */
    private static Shelf called(Api api, String label, Function<Request, Response> service) {
        return called(api, label, service, UnaryOperator.identity());
    }

    private static Shelf called(
            Api api, String label, Function<Request, Response> service, UnaryOperator<TestCase> change) {
        Shelf shelf = new Shelf(7, service);
        Chain chain = new Chain(new Known(() -> LinkGraph.of(api), Knowledge.NONE));
        TestCase drawn = shelf.draw("case", CaseGenerator.of(operation(api, label)));
        chain.call(shelf, change.apply(drawn), 0);
        return shelf;
    }

    private static int id(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Response created(String path) {
        return Shelf.answer(201, Json.NODES.objectNode().put("id", id(path)));
    }

    private static Response located(String path) {
        return Shelf.answer(201, new Header("Location", "/api" + path));
    }

    private static Response enveloped(String path) {
        return Shelf.answer(201, Json.parse("{\"data\": {\"id\": " + id(path) + ", \"kind\": \"thing\"}}"));
    }

    @Test
    void what_is_read_was_created_before() {
        Shelf shelf = called(Shelf.api(BOOKS), "GET /books/{id}", new Store(ChainTest::created));

        assertThat(shelf.calls).containsExactly("POST /books 201", "GET /books/{id} 200");
        assertThat(shelf.cases.get(1).taken())
                .singleElement()
                .satisfies(taken -> assertThat(taken.describe()).isEqualTo("path.id = $response.body#/id of call 1"));
        assertThat(shelf.cases.get(0).intent()).isEqualTo(new Intent.Positive("brings path.id of GET /books/{id}"));
    }

    @Test
    void where_nothing_can_be_created_one_of_a_list_is_taken() {
        Shelf shelf = called(Shelf.api(BOOKS), "GET /books/{id}", request -> {
            if (request.method().equals("POST")) {
                return Shelf.answer(403);
            }
            return request.path().equals("/books")
                    ? Shelf.answer(200, Json.parse("[{\"id\": 4}, {\"id\": 5}, {\"id\": \"none\"}]"))
                    : Shelf.answer(List.of("/books/4", "/books/5").contains(request.path()) ? 200 : 404);
        });

        assertThat(shelf.calls).containsExactly("POST /books 403", "GET /books 200", "GET /books/{id} 200");
    }

    @Test
    void what_the_run_did_not_make_is_not_changed_where_it_could_have_been_made() {
        Shelf shelf = called(
                Shelf.api(BOOKS),
                "PUT /books/{id}",
                request -> request.method().equals("POST")
                        ? Shelf.answer(403)
                        : Shelf.answer(200, Json.parse("[{\"id\": 4}, {\"id\": 5}]")));

        assertThat(shelf.calls).containsExactly("POST /books 403", "PUT /books/{id} 200");
        assertThat(shelf.cases.get(1).taken()).isEmpty();
    }

    @Test
    void what_the_run_did_not_make_is_not_changed_for_the_sake_of_another_value_of_it() {
        String named = "{type: object, required: [clientId], properties: {clientId: {type: string}}}";
        Shelf shelf = called(
                Shelf.api("""
                        /clients:
                          post:
                            requestBody: {required: true, content: {application/json: {schema: NAMED}}}
                            responses: {"201": {description: made, content: {application/json: {schema: NAMED}}}}
                          get: {responses: {"200": {description: all, content: {application/json: {schema: {type: array, items: NAMED}}}}}}
                        /clients/{id}:
                          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                          put:
                            requestBody: {required: true, content: {application/json: {schema: NAMED}}}
                            responses: {"200": {description: it}}
                        """.replace("NAMED", named)),
                "PUT /clients/{id}",
                request -> request.method().equals("POST")
                        ? Shelf.answer(403)
                        : Shelf.answer(200, Json.parse("[{\"clientId\": \"admin-cli\"}]")));

        assertThat(shelf.calls).endsWith("PUT /clients/{id} 200");
        assertThat(shelf.requests.get(shelf.requests.size() - 1).path()).doesNotContain("admin-cli");
    }

    @Test
    void what_nothing_makes_is_changed_as_a_list_shows_it() {
        Shelf shelf = called(
                Shelf.api(BOOKS.replaceFirst("(?s)  post:.*?(?=  get:)", "")),
                "PUT /books/{id}",
                request -> Shelf.answer(200, Json.parse("[{\"id\": 4}, {\"id\": 5}]")));

        assertThat(shelf.calls).containsExactly("GET /books 200", "PUT /books/{id} 200");
        assertThat(shelf.cases.get(1).taken()).hasSize(1);
    }

    @Test
    void what_was_made_comes_before_what_a_list_shows_and_is_made_for_what_changes_it() {
        Api api = Shelf.api(BOOKS);
        Store store = new Store(ChainTest::created);
        Function<Request, Response> service =
                request -> request.method().equals("GET") && request.path().equals("/books")
                        ? Shelf.answer(200, Json.parse("[{\"id\": 4}]"))
                        : store.apply(request);

        assertThat(inTurn(api, service, "POST /books", "GET /books", "GET /books/{id}"))
                .containsExactly("POST /books 201", "GET /books 200", "GET /books/{id} 200");
        assertThat(inTurn(api, service, "GET /books", "PUT /books/{id}"))
                .containsExactly("GET /books 200", "POST /books 201", "PUT /books/{id} 200");
    }

    @Test
    void what_a_list_showed_is_read_as_it_is() {
        Api api = Shelf.api(BOOKS);
        assertThat(inTurn(
                        api,
                        request -> request.path().equals("/books")
                                ? Shelf.answer(200, Json.parse("[{\"id\": 4}]"))
                                : Shelf.answer(request.path().equals("/books/4") ? 200 : 404),
                        "GET /books",
                        "GET /books/{id}"))
                .containsExactly("GET /books 200", "GET /books/{id} 200");
    }

    /** What is called for random valid cases of operations, one after the other in one scenario. */
    private static List<String> inTurn(Api api, Function<Request, Response> service, String... labels) {
        Shelf shelf = new Shelf(7, service);
        Chain chain = new Chain(new Known(() -> LinkGraph.of(api), Knowledge.NONE));
        Trail trail = new Trail(shelf, true);
        for (String label : labels) {
            TestCase drawn = shelf.draw(label, CaseGenerator.of(operation(api, label)));
            trail.call(chain.led(trail, drawn));
        }
        return shelf.calls;
    }

    @Test
    void what_was_refused_for_its_values_is_tried_with_others() {
        Store store = new Store(ChainTest::created);
        Shelf shelf = called(Shelf.api(BOOKS), "GET /books/{id}", new Function<>() {
            private boolean refused;

            @Override
            public Response apply(Request request) {
                if (!refused && request.method().equals("POST")) {
                    refused = true;
                    return Shelf.answer(409);
                }
                return store.apply(request);
            }
        });

        assertThat(shelf.calls).containsExactly("POST /books 409", "POST /books 201", "GET /books/{id} 200");
        assertThat(shelf.requests.get(0).body())
                .isNotEqualTo(shelf.requests.get(1).body());
    }

    @Test
    void what_is_refused_with_all_that_may_be_said_is_made_with_what_must_be_said() {
        String client = "{type: object, required: [name], properties: {name: {type: string}, owner: {type: string},"
                + " auth: {type: object, required: [kind], properties: {kind: {type: string}, secret: {type: string}}}}}";
        Store store = new Store(ChainTest::created);
        Shelf shelf = called(
                Shelf.api(BOOKS.replace(
                        "{type: object, required: [title], properties: {title: {type: string}}}", client)),
                "GET /books/{id}",
                request -> {
                    JsonNode sent = request.body() == null ? Json.NODES.objectNode() : Json.parse(request.body());
                    return sent.has("owner") || sent.has("auth") ? Shelf.answer(422) : store.apply(request);
                });

        assertThat(shelf.calls).containsSubsequence("POST /books 201", "GET /books/{id} 200");
    }

    @Test
    void the_drawn_value_stays_where_nothing_is_brought() {
        Shelf shelf = called(Shelf.api(BOOKS), "GET /books/{id}", request -> Shelf.answer(500));

        assertThat(shelf.calls).containsExactly("POST /books 500", "GET /books 500", "GET /books/{id} 500");
        assertThat(shelf.cases.get(2).taken()).isEmpty();
    }

    private static final String ORDERS = """
            /users:
              post:
                requestBody: {required: true, content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}}}}
                responses: {"201": CREATED}
            /users/{userId}/orders:
              parameters: [{name: userId, in: path, required: true, schema: {type: integer}}]
              post:
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema: {type: object, required: [user_id, n], properties: {user_id: {type: integer}, n: {type: integer}}}
                responses: {"201": CREATED}
            /users/{userId}/orders/{orderId}:
              parameters:
                - {name: userId, in: path, required: true, schema: {type: integer}}
                - {name: orderId, in: path, required: true, schema: {type: integer}}
              get: {responses: {"200": {description: it}}}
              delete: {responses: {"204": {description: gone}}}
            /payments:
              post:
                requestBody:
                  required: true
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [orderId, lines]
                        properties:
                          orderId: {type: integer}
                          lines: {type: array, minItems: 2, items: {type: object, required: [userId], properties: {userId: {type: integer}}}}
                responses: {"200": {description: paid}}
            """;
    private static final String WITH_BODY =
            "{description: made, content: {application/json: {schema: {type: object, properties: {id: {type: integer}}}}}}";
    private static final String WITH_LOCATION = "{description: made, headers: {Location: {schema: {type: string}}}}";
    private static final String WITH_ENVELOPE =
            "{description: made, content: {application/json: {schema: {type: object, properties: {data: {type: object, properties:"
                    + " {id: {type: integer}, kind: {type: string}}}}}}}}";

    private static Shelf ordered(String response, Function<String, Response> made, String operation) {
        return called(Shelf.api(ORDERS.replace("CREATED", response)), operation, new Store(made));
    }

    private static final List<String> FAMILY =
            List.of("POST /users 201", "POST /users/{userId}/orders 201", "GET /users/{userId}/orders/{orderId} 200");

    @Test
    void the_parent_is_made_before_its_child() {
        Shelf shelf = ordered(WITH_BODY, ChainTest::created, "GET /users/{userId}/orders/{orderId}");

        assertThat(shelf.calls).containsExactlyElementsOf(FAMILY);
        assertThat(shelf.cases.get(2).taken()).hasSize(2);
    }

    @Test
    void what_names_the_parent_in_a_body_is_the_parent_in_the_path() {
        Shelf shelf = ordered(WITH_BODY, ChainTest::created, "POST /users/{userId}/orders");

        assertThat(shelf.calls).containsExactly("POST /users 201", "POST /users/{userId}/orders 201");
        assertThat(body(shelf, 1).path("user_id").intValue()).isEqualTo(101);
    }

    @Test
    void ids_only_in_location_lead_on() {
        assertThat(ordered(WITH_LOCATION, ChainTest::located, "GET /users/{userId}/orders/{orderId}").calls)
                .containsExactlyElementsOf(FAMILY);
    }

    @Test
    void ids_in_envelopes_lead_on() {
        assertThat(ordered(WITH_ENVELOPE, ChainTest::enveloped, "GET /users/{userId}/orders/{orderId}").calls)
                .containsExactlyElementsOf(FAMILY);
    }

    @Test
    void references_in_bodies_and_in_the_elements_of_lists_are_brought() {
        Shelf shelf = ordered(WITH_BODY, ChainTest::created, "POST /payments");

        assertThat(shelf.calls)
                .startsWith("POST /users 201", "POST /users/{userId}/orders 201")
                .hasSize(3);
        assertThat(body(shelf, 2).path("orderId").intValue()).isEqualTo(102);
        assertThat(body(shelf, 2).path("lines"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("userId").intValue()).isEqualTo(101));
    }

    @Test
    void for_what_is_far_within_a_body_nothing_is_called() {
        String order = "{type: object, required: [userId], properties: {userId: {type: integer}}}";
        String within = "{type: object, required: [order], properties: {order: " + order + "}}";
        String paths = ORDERS.replace("CREATED", WITH_BODY) + """
                /imports:
                  post:
                    requestBody:
                      required: true
                      content: {application/json: {schema: {type: object, required: [first], properties: {first: WITHIN}}}}
                    responses: {"200": {description: read}}
                """;

        Shelf far = called(Shelf.api(paths.replace("WITHIN", within)), "POST /imports", new Store(ChainTest::created));
        Shelf near = called(Shelf.api(paths.replace("WITHIN", order)), "POST /imports", new Store(ChainTest::created));

        assertThat(far.calls).singleElement().asString().startsWith("POST /imports");
        assertThat(near.calls).startsWith("POST /users 201").hasSize(2);
    }

    private static final String GROUPS = """
            /groups:
              get: {responses: {"200": {description: all, content: {application/json: {schema: {type: array, items: GROUP}}}}}}
              post:
                requestBody: {required: true, content: {application/json: {schema: GROUP}}}
                responses: {"201": {description: made, content: {application/json: {schema: GROUP}}}}
            /groups/{groupId}:
              get:
                parameters: [{name: groupId, in: path, required: true, schema: {type: string}}]
                responses: {"200": {description: it}}
            """;

    @Test
    void the_name_of_what_is_to_be_made_is_not_one_that_is_there() {
        String group =
                "{type: object, required: [groupId], properties: {groupId: {type: string, pattern: '^[a-z]{9}$'}}}";

        Shelf shelf = called(Shelf.api(GROUPS.replace("GROUP", group)), "GET /groups/{groupId}", request -> {
            if (request.method().equals("POST")) {
                return Shelf.answer(201, Json.parse(request.body()));
            }
            return Shelf.answer(200, Json.parse("[{\"groupId\": \"listed\"}]"));
        });

        assertThat(shelf.calls).containsExactly("POST /groups 201", "GET /groups/{groupId} 200");
        assertThat(body(shelf, 0).path("groupId").textValue()).hasSize(9);
    }

    @Test
    void where_a_name_is_taken_a_longer_one_is_given() {
        String group = "{type: object, required: [groupId], properties: {groupId: {type: string, enum: [a]}}}";
        String free = "{type: object, required: [groupId], properties: {groupId: {type: string, maxLength: 40}}}";
        Function<Request, Response> full = request -> {
            if (request.method().equals("POST")) {
                JsonNode made = Json.parse(request.body());
                boolean more = made.path("groupId").textValue().matches("(?s).*[0-9a-f]{8}");
                return more ? Shelf.answer(201, made) : Shelf.answer(409);
            }
            return Shelf.answer(request.path().equals("/groups") ? 403 : 200);
        };

        assertThat(called(Shelf.api(GROUPS.replace("GROUP", free)), "GET /groups/{groupId}", full).calls)
                .containsExactly("POST /groups 409", "POST /groups 201", "GET /groups/{groupId} 200");
        assertThat(called(Shelf.api(GROUPS.replace("GROUP", group)), "GET /groups/{groupId}", full).calls)
                .startsWith("POST /groups 409", "POST /groups 409", "GET /groups 403");
    }

    private static JsonNode body(Shelf shelf, int call) {
        return Json.parse(shelf.requests.get(call).body());
    }

    @Test
    void a_parent_that_cannot_be_made_saves_the_call_of_its_child() {
        Shelf shelf = called(
                Shelf.api(ORDERS.replace("CREATED", WITH_BODY)),
                "GET /users/{userId}/orders/{orderId}",
                request -> Shelf.answer(503));

        assertThat(shelf.calls).containsExactly("POST /users 503", "GET /users/{userId}/orders/{orderId} 503");
    }

    @Test
    void names_that_the_caller_chooses_in_the_path_lead_on() {
        Api api = Shelf.api("""
                /shops/{code}/shelves/{shelf}:
                  parameters:
                    - {name: code, in: path, required: true, schema: {type: string, pattern: '^[a-z]{3}$'}}
                    - {name: shelf, in: path, required: true, schema: {type: string, pattern: '^[a-z]{3}$'}}
                  put: {responses: {"201": {description: made}}}
                  get: {responses: {"200": {description: it}}}
                  delete: {responses: {"204": {description: gone}}}
                """);

        Shelf read = called(api, "GET /shops/{code}/shelves/{shelf}", new Store(ChainTest::created));
        Shelf made = called(api, "PUT /shops/{code}/shelves/{shelf}", new Store(ChainTest::created));

        assertThat(read.calls)
                .containsExactly("PUT /shops/{code}/shelves/{shelf} 201", "GET /shops/{code}/shelves/{shelf} 200");
        assertThat(read.requests.get(0).path()).isEqualTo(read.requests.get(1).path());
        assertThat(made.calls).containsExactly("PUT /shops/{code}/shelves/{shelf} 201");
    }

    @Test
    void names_that_the_caller_chooses_in_the_body_lead_on() {
        Api api = Shelf.api("""
                /books:
                  post:
                    requestBody:
                      required: true
                      content: {application/json: {schema: {type: object, required: [isbn], properties: {isbn: {type: string, pattern: '^[0-9]{5}$'}}}}}
                    responses: {"204": {description: made}}
                /books/{isbn}:
                  parameters: [{name: isbn, in: path, required: true, schema: {type: string, pattern: '^[0-9]{5}$'}}]
                  get: {responses: {"200": {description: it}}}
                """);
        Set<String> books = new LinkedHashSet<>();
        Shelf shelf = called(api, "GET /books/{isbn}", request -> {
            if (request.method().equals("POST")) {
                books.add("/books/" + Json.parse(request.body()).path("isbn").textValue());
                return Shelf.answer(204);
            }
            return Shelf.answer(books.contains(request.path()) ? 200 : 404);
        });

        assertThat(shelf.calls).containsExactly("POST /books 204", "GET /books/{isbn} 200");
    }

    @Test
    void compound_names_come_from_one_element_of_a_list() {
        Api api = Shelf.api("""
                /seats:
                  get: {responses: {"200": {description: all, content: {application/json: {schema: {type: object, properties: {items: {type: array, items: {$ref: '#/components/schemas/Seat'}}}}}}}}}
                /seats/{row}/{number}:
                  parameters:
                    - {name: row, in: path, required: true, schema: {type: string}}
                    - {name: number, in: path, required: true, schema: {type: integer}}
                  get: {responses: {"200": {description: it}}}
                components: {}
                """.replace(
                        "$ref: '#/components/schemas/Seat'",
                        "type: object, properties: {row: {type: string}, number: {type: integer}}")
                .replace("components: {}\n", ""));

        for (int seed = 0; seed < 20; seed++) {
            Shelf shelf = new Shelf(
                    seed,
                    request -> request.path().equals("/seats")
                            ? Shelf.answer(200, Json.parse("""
                            {"items": [{"row": "A", "number": 1}, {"row": "B", "number": 2}, {"row": "C", "number": 3}]}"""))
                            : Shelf.answer(
                                    List.of("/seats/A/1", "/seats/B/2", "/seats/C/3")
                                                    .contains(request.path())
                                            ? 200
                                            : 404));
            Chain chain = new Chain(new Known(() -> LinkGraph.of(api), Knowledge.NONE));
            chain.call(shelf, shelf.draw("case", CaseGenerator.of(operation(api, "GET /seats/{row}/{number}"))), 0);

            assertThat(shelf.calls).containsExactly("GET /seats 200", "GET /seats/{row}/{number} 200");
        }
    }

    @Test
    void nothing_is_made_for_what_would_be_refused_before_or_is_not_the_runs_own() {
        Api api = Shelf.api(BOOKS);
        Mutation wrong = new Mutation(
                Mutation.Location.PATH, Optional.of("id"), JsonPointer.empty(), Optional.of("type"), "wrong");

        for (UnaryOperator<TestCase> change : List.<UnaryOperator<TestCase>>of(
                drawn -> drawn.withIntent(new Intent.Negative(wrong)),
                drawn -> drawn.withIntent(new Intent.Positive(
                        "id: minimum", new Focus.At(Mutation.Location.PATH, Optional.of("id"), JsonPointer.empty()))),
                drawn -> drawn.with(new Deviation.Method("BREW")))) {
            Shelf shelf = called(api, "GET /books/{id}", new Store(ChainTest::created), change);

            assertThat(shelf.calls).containsExactly("GET /books/{id} 404");
        }
    }

    @Test
    void what_is_wrong_elsewhere_meets_a_thing_that_is_there() {
        Mutation wrong = new Mutation(
                Mutation.Location.QUERY, Optional.of("q"), JsonPointer.empty(), Optional.of("type"), "wrong");
        Shelf shelf = called(
                Shelf.api(BOOKS),
                "GET /books/{id}",
                new Store(ChainTest::created),
                drawn -> drawn.withIntent(new Intent.Negative(wrong)));

        assertThat(shelf.calls).containsExactly("POST /books 201", "GET /books/{id} 200");
        assertThat(shelf.cases.get(1).intent()).isEqualTo(new Intent.Negative(wrong));
    }

    @Test
    void each_scenario_makes_its_own_and_the_same_one_the_same() {
        Api api = Shelf.api(BOOKS);
        Map<Integer, List<String>> bodies = new LinkedHashMap<>();
        for (int seed : List.of(1, 2)) {
            for (int time = 0; time < 2; time++) {
                Shelf shelf = new Shelf(seed, new Store(ChainTest::created));
                new Chain(new Known(() -> LinkGraph.of(api), Knowledge.NONE))
                        .call(shelf, shelf.draw("case", CaseGenerator.of(operation(api, "PUT /books/{id}"))), 0);
                List<String> sent = shelf.requests.stream()
                        .map(request -> request.method() + request.target() + Json.parse(request.body()))
                        .toList();

                assertThat(bodies.computeIfAbsent(seed, s -> sent)).isEqualTo(sent);
            }
        }
        assertThat(bodies.get(1)).isNotEqualTo(bodies.get(2));
    }

    @Test
    void what_others_made_is_deleted_by_the_first_cases_alone_and_read_by_all() {
        Api api = Shelf.api("""
                /books:
                  get: {responses: {"200": {description: all, content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: integer}}}}}}}}}
                /books/{id}:
                  parameters: [{name: id, in: path, required: true, schema: {type: integer, maximum: 0}}]
                  get: {responses: {"200": {description: it}}}
                  delete: {responses: {"204": {description: gone}}}
                """);
        Chain chain = new Chain(new Known(() -> LinkGraph.of(api), Knowledge.NONE));
        for (int index = 0; index < 20; index++) {
            Shelf shelf = new Shelf(
                    index,
                    request -> request.path().equals("/books")
                            ? Shelf.answer(200, Json.parse("[{\"id\": -7000}]"))
                            : Shelf.answer(request.path().equals("/books/-7000") ? 204 : 404));
            CaseGenerator deletes = CaseGenerator.of(operation(api, "DELETE /books/{id}"));
            CaseGenerator reads = CaseGenerator.of(operation(api, "GET /books/{id}"));
            chain.call(shelf, shelf.draw("case", deletes), index);
            chain.call(shelf, shelf.draw("case", reads), index);

            assertThat(shelf.calls.contains("DELETE /books/{id} 204")).isEqualTo(index < 3);
            assertThat(shelf.calls).endsWith("GET /books 200", "GET /books/{id} 204");
        }
    }

    @Test
    void what_the_document_lets_be_made_is_deleted_as_often_as_it_is_made() {
        Api api = Shelf.api(BOOKS + "  delete: {responses: {\"204\": {description: gone}}}\n");
        Chain chain = new Chain(new Known(() -> LinkGraph.of(api), Knowledge.NONE));
        Shelf shelf = new Shelf(3, new Store(ChainTest::created));
        chain.call(shelf, shelf.draw("case", CaseGenerator.of(operation(api, "DELETE /books/{id}"))), 50);

        assertThat(shelf.calls).startsWith("POST /books 201").hasSize(2);
        assertThat(shelf.cases.get(1).taken()).hasSize(1);
    }
}

package io.contractcheck.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.json.Documents;
import io.contractcheck.json.Yaml;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.ApiReader;
import io.contractcheck.openapi.Operation;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkGraphTest {
    private static final URI FILE = URI.create("file:///api/shop.yaml");

    private static LinkGraph graph(String paths, String schemas) {
        String text = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n" + paths.indent(2)
                + (schemas.isEmpty() ? "" : "components:\n  schemas:\n" + schemas.indent(4));
        Api api = ApiReader.read(Documents.of(FILE, Yaml.parse(text)).root(FILE));
        assertThat(api.broken()).isEmpty();
        return LinkGraph.of(api);
    }

    private static List<String> lines(LinkGraph graph) {
        return graph.links().stream()
                .map(link -> link.producer() + " " + link.status() + " -> " + link.consumer() + ": " + link.describe())
                .toList();
    }

    private static final String ID = "{name: id, in: path, required: true, schema: {type: string}}";

    @Test
    void what_is_created_is_read_changed_and_deleted() {
        LinkGraph graph = graph("""
                /books:
                  post:
                    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewBook'}}}}
                    responses: {201: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}}
                  get:
                    responses: {200: {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Book'}}}}}}
                /books/{id}:
                  parameters: [ID]
                  get: {responses: {200: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}}}
                  delete: {responses: {204: {description: gone}}}
                """.replace("ID", ID), """
                NewBook: {type: object, properties: {title: {type: string}}}
                Book: {type: object, properties: {id: {type: string}, title: {type: string}}}
                """);

        assertThat(lines(graph))
                .containsExactlyInAnyOrder(
                        "POST /books 201 -> GET /books/{id}: path.id = $response.body#/id",
                        "GET /books 200 -> GET /books/{id}: path.id = $response.body#/*/id",
                        "POST /books 201 -> DELETE /books/{id}: path.id = $response.body#/id",
                        "GET /books 200 -> DELETE /books/{id}: path.id = $response.body#/*/id");
        assertThat(graph.unmet()).isEmpty();
        assertThat(graph.to(graph.links().get(0).consumer()).get(0).producer()).hasToString("POST /books");
    }

    private static String json(String schema) {
        return "{description: ok, content: {application/json: {schema: " + schema + "}}}";
    }

    private static String parameter(String name) {
        return "{name: " + name + ", in: path, required: true, schema: {type: integer}}";
    }

    @Test
    void a_version_in_a_path_is_no_resource() {
        LinkGraph graph = graph(
                """
                /clients/v2:
                  post: {responses: {201: CLIENT}}
                /clients/v2/{id}:
                  parameters: [ID]
                  get: {responses: {200: CLIENT}}
                """.replace("ID", ID).replace(
                        "CLIENT", json("{type: object, properties: {uuid: {type: string}, clientId: {type: string}}}")),
                "");

        assertThat(lines(graph))
                .containsExactly("POST /clients/v2 201 -> GET /clients/v2/{id}: path.id = $response.body#/clientId");
    }

    @Test
    void children_take_the_parent_from_the_call_that_made_them() {
        LinkGraph graph = graph(
                """
                /users:
                  post: {responses: {201: USER}}
                /users/{userId}/orders:
                  parameters: [PARENT]
                  post: {responses: {201: ORDER}}
                /users/{userId}/orders/{orderId}:
                  parameters: [PARENT, CHILD]
                  get: {responses: {200: ORDER}}
                """.replace("USER", json("{type: object, properties: {id: {type: integer}}}"))
                        .replace(
                                "ORDER",
                                json("{type: object, properties: {id: {type: integer}, userId: {type: integer}}}"))
                        .replace("PARENT", parameter("userId"))
                        .replace("CHILD", parameter("orderId")),
                "");

        assertThat(lines(graph))
                .contains(
                        "POST /users 201 -> POST /users/{userId}/orders: path.userId = $response.body#/id",
                        "POST /users/{userId}/orders 201 -> GET /users/{userId}/orders/{orderId}:"
                                + " path.userId = $request.path.userId, path.orderId = $response.body#/id");
        assertThat(graph.unmet()).isEmpty();
    }

    @Test
    void a_location_names_what_was_created_and_what_is_below_it() {
        LinkGraph graph =
                graph("""
                /files:
                  post: {responses: {201: {description: created, headers: {Location: {schema: {type: string}}}}}}
                /files/{name}:
                  parameters: [NAME]
                  get: {responses: {200: {description: ok}}}
                /files/{name}/tags:
                  parameters: [NAME]
                  get: {responses: {200: {description: ok}}}
                """.replace("NAME", "{name: name, in: path, required: true, schema: {type: string}}"), "");

        assertThat(lines(graph))
                .containsExactlyInAnyOrder(
                        "POST /files 201 -> GET /files/{name}: path.name = $response.header.Location as /files/{name}, {name}",
                        "POST /files 201 -> GET /files/{name}/tags: path.name = $response.header.Location as /files/{name}, {name}");
    }

    @Test
    void envelopes_are_opened() {
        String consumer = """
                /pets/{petId}:
                  parameters: [PET]
                  get: {responses: {200: {description: ok}}}
                /pets:
                  get: {responses: {200: ANSWER}}
                """.replace("PET", parameter("petId"));
        String pets = "{type: array, items: {type: object, properties: {id: {type: integer}}}}";
        assertThat(List.of(
                        "{type: object, properties: {data: " + pets + ", total: {type: integer}}}",
                        "{type: object, properties: {_embedded: {type: object, properties: {pets: " + pets + "}}}}",
                        "{type: object, properties: {result: {type: object, properties: {items: " + pets + "}}}}",
                        "{type: object, properties: {pets: " + pets + ", next: {type: string}}}"))
                .allSatisfy(answer -> assertThat(lines(graph(consumer.replace("ANSWER", json(answer)), "")))
                        .singleElement()
                        .asString()
                        .startsWith("GET /pets 200 -> GET /pets/{petId}: path.petId = $response.body#/")
                        .endsWith("/*/id"));
        assertThat(lines(graph(consumer.replace("ANSWER", json("{type: array, items: {type: integer}}")), "")))
                .as("which numbers these are, nobody says")
                .isEmpty();
    }

    @Test
    void a_body_names_what_it_belongs_to() {
        LinkGraph graph = graph(
                """
                /customers:
                  post: {responses: {201: CUSTOMER}}
                /tags:
                  post: {responses: {201: TAG}}
                /orders:
                  post:
                    requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewOrder'}}}}
                    responses: {201: {description: ok}}
                """.replace("CUSTOMER", json("{$ref: '#/components/schemas/CustomerResponse'}"))
                        .replace("TAG", json("{$ref: '#/components/schemas/Tag1'}")),
                """
                CustomerResponse: {type: object, properties: {id: {type: integer}}}
                Tag1: {type: object, properties: {id: {type: integer}}}
                NewOrder: {type: object, required: [customerId], properties: {customerId: {type: integer}, tagIds: {type: array, items: {type: integer}}, shop: {type: object, properties: {id: {type: integer}}}}}
                """);

        assertThat(lines(graph))
                .containsExactlyInAnyOrder(
                        "POST /customers 201 -> POST /orders: body/customerId = $response.body#/id",
                        "POST /tags 201 -> POST /orders: body/tagIds/* = $response.body#/id");
        assertThat(graph.unmet()).as("a shop need not be named").isEmpty();
    }

    @Test
    void the_document_comes_first_and_is_not_said_twice() {
        LinkGraph graph = graph("""
                /books:
                  post:
                    responses:
                      201:
                        description: ok
                        content: {application/json: {schema: {type: object, properties: {id: {type: integer}}}}}
                        links:
                          read: {operationId: readBook, parameters: {path.id: $response.body#/id}}
                          lost: {operationId: nothing, parameters: {id: $response.body#/id}}
                /books/{id}:
                  parameters: [ID]
                  get: {operationId: readBook, responses: {200: {description: ok}}}
                """.replace("ID", parameter("id")), "");

        assertThat(graph.links()).singleElement().satisfies(link -> {
            assertThat(link.origin()).isEqualTo(ResourceLink.Origin.DOCUMENTED);
            assertThat(link.name()).isEqualTo("read");
        });
        assertThat(graph.warnings())
                .singleElement()
                .asString()
                .contains("/links/lost")
                .contains("nothing");
    }

    @Test
    void what_nobody_brings_is_told() {
        LinkGraph graph = graph("""
                /reports/{reportId}:
                  parameters: [ID]
                  get: {responses: {200: {description: ok}}}
                """.replace("ID", parameter("reportId")), "");

        assertThat(graph.links()).isEmpty();
        assertThat(graph.unmet().values()).singleElement().asString().contains("reportId");
    }

    @Test
    void unlike_things_are_not_linked() {
        LinkGraph graph = graph(
                """
                /users:
                  post: {responses: {201: USER}}
                /books/{id}:
                  parameters: [ID]
                  get: {responses: {200: {description: ok}}}
                """.replace("USER", json("{type: object, properties: {id: {type: integer}, name: {type: string}}}"))
                        .replace("ID", parameter("id")),
                "");

        assertThat(graph.links()).isEmpty();
    }

    @Test
    void people_see_who_brings_what_and_what_is_missing() {
        LinkGraph graph = graph(
                """
                /users:
                  post: {responses: {201: USER}}
                /users/{userId}:
                  parameters: [ID]
                  get: {responses: {200: {description: ok}}}
                /reports/{id}:
                  parameters: [OTHER]
                  get: {responses: {200: {description: ok}}}
                """.replace("USER", json("{type: object, properties: {id: {type: integer}}}"))
                        .replace("ID", parameter("userId"))
                        .replace("OTHER", parameter("id")),
                "");

        assertThat(LinkText.lines(graph))
                .containsExactly(
                        "POST /users",
                        "  201 -> GET /users/{userId}: path.userId = $response.body#/id",
                        "Nothing brings:",
                        "  GET /reports/{id}: path.id");
        assertThat(LinkText.mermaid(graph)).isEqualTo("""
                        flowchart LR
                          o0["POST /users"]
                          o1["GET /users/{userId}"]
                          o2["GET /reports/{id}"]
                          o0 -.->|"path.userId"| o1
                        """);
    }

    @Test
    void the_id_of_a_child_is_not_the_parents() {
        LinkGraph graph = graph(
                """
                /books/{bookId}/reviews:
                  parameters: [ID]
                  post: {responses: {201: REVIEW}}
                /books/{bookId}:
                  parameters: [ID]
                  get: {responses: {200: {description: ok}}}
                """.replace("REVIEW", json("{type: object, properties: {id: {type: integer}}}"))
                        .replace("ID", parameter("bookId")),
                "");

        assertThat(graph.links()).isEmpty();
    }

    private static final String NAMED = """
            /shops/{code}:
              parameters: [{name: code, in: path, required: true, schema: {type: string}}]
              put: {responses: {201: {description: made}}}
              get: {responses: {200: {description: ok}}}
            /shops/{code}/staff/{name}:
              parameters:
                - {name: code, in: path, required: true, schema: {type: string}}
                - {name: name, in: path, required: true, schema: {type: string}}
              put: {responses: {200: {description: ok}, 201: {description: made}}}
              delete: {responses: {204: {description: gone}}}
            """;

    @Test
    void what_is_made_under_a_name_in_its_path_is_found_under_it() {
        LinkGraph graph = graph(NAMED, "");

        assertThat(lines(graph))
                .contains(
                        "PUT /shops/{code} 201 -> GET /shops/{code}: path.code = $request.path.code",
                        "PUT /shops/{code} 201 -> PUT /shops/{code}/staff/{name}: path.code = $request.path.code",
                        "PUT /shops/{code}/staff/{name} 201 -> DELETE /shops/{code}/staff/{name}:"
                                + " path.code = $request.path.code, path.name = $request.path.name");
        assertThat(graph.unmet()).isEmpty();
    }

    @Test
    void what_is_only_changed_under_a_name_is_not_made_by_that() {
        LinkGraph graph = graph(NAMED + """
                /shops:
                  post: {responses: {201: {description: made}}}
                """, "");

        assertThat(lines(graph))
                .contains(
                        "POST /shops 201 -> PUT /shops/{code}: path.code = $response.header.Location as /shops/{code}, {code}")
                .noneMatch(line -> line.startsWith("PUT /shops/{code} "));
    }

    @Test
    void a_name_in_the_body_of_what_is_made_is_taken_where_no_answer_says_it() {
        LinkGraph graph = graph("""
                /books:
                  post:
                    requestBody: {content: {application/json: {schema: {type: object, properties: {isbn: {type: string}, title: {type: string}}}}}}
                    responses: {204: {description: made}}
                /books/{isbn}:
                  parameters: [{name: isbn, in: path, required: true, schema: {type: string}}]
                  get: {responses: {200: {description: ok}}}
                """, "");

        assertThat(lines(graph))
                .containsExactly("POST /books 204 -> GET /books/{isbn}: path.isbn = $request.body#/isbn");
    }

    @Test
    void an_answer_that_nobody_describes_may_say_the_id() {
        LinkGraph graph = graph("""
                /orders:
                  post: {responses: {201: {description: ok}}}
                /orders/{orderNo}:
                  parameters: [{name: orderNo, in: path, required: true, schema: {type: string}}]
                  get: {responses: {200: {description: ok}}}
                """, "");

        assertThat(lines(graph))
                .containsExactly(
                        "POST /orders 201 -> GET /orders/{orderNo}: path.orderNo = $response.header.Location as"
                                + " /orders/{orderNo}, {orderNo}",
                        "POST /orders 201 -> GET /orders/{orderNo}: path.orderNo = $response.body#/id",
                        "POST /orders 201 -> GET /orders/{orderNo}: path.orderNo = $response.body#/orderNo",
                        "POST /orders 201 -> GET /orders/{orderNo}: path.orderNo = $response.body#/orderId");
    }

    @Test
    void an_answer_without_content_says_no_id() {
        LinkGraph graph = graph("""
                /orders:
                  post: {responses: {204: {description: ok}}}
                /orders/{id}:
                  parameters: [ID]
                  get: {responses: {200: {description: ok}}}
                """.replace("ID", ID), "");

        assertThat(lines(graph)).isEmpty();
    }

    @Test
    void of_many_that_could_bring_it_the_sixteen_surest_stay_and_the_nearest_is_the_first() {
        String book = json("{type: object, properties: {id: {type: string}}}");
        StringBuilder paths = new StringBuilder();
        for (int shelf = 0; shelf < 20; shelf++) {
            paths.append("/s" + shelf + "/books: {post: {responses: {201: " + book + "}}}\n");
        }
        paths.append("/books: {post: {responses: {201: " + book + "}}}\n");
        paths.append("/books/{id}: {parameters: [" + ID + "], get: {responses: {200: {description: ok}}}}\n");
        LinkGraph graph = graph(paths.toString(), "");
        Operation reads = graph.links().get(0).consumer();

        assertThat(graph.to(reads)).hasSize(16);
        assertThat(graph.to(reads).get(0).producer()).hasToString("POST /books");
        assertThat(graph.to(reads).get(1).producer()).hasToString("POST /s0/books");
    }
}

package io.contractcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A service of orders and their notes, right but for one fault that shows only in a sequence of calls. Thread-safe. */
public final class Orders {
    public static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Orders, version: '1'}
            paths:
              /orders:
                get:
                  responses:
                    '200': {description: all, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Order'}}}}}
                post:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Wish'}}}}
                  responses:
                    '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
                    '400': {description: no}
                    '409': {description: there already}
              /orders/{orderId}:
                parameters: [{name: orderId, in: path, required: true, schema: {type: integer}}]
                get:
                  responses:
                    '200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
                    '400': {description: no}
                    '404': {description: none}
                put:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Wish'}}}}
                  responses:
                    '200': {description: changed, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
                    '400': {description: no}
                    '404': {description: none}
                    '409': {description: there already}
                delete:
                  responses:
                    '204': {description: gone}
                    '400': {description: no}
                    '404': {description: none}
              /orders/{orderId}/cancel:
                parameters: [{name: orderId, in: path, required: true, schema: {type: integer}}]
                post:
                  responses:
                    '200': {description: cancelled, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
                    '400': {description: no}
                    '404': {description: none}
                    '409': {description: cancelled already}
              /notes:
                post:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Text'}}}}
                  responses:
                    '201': {description: made, headers: {Location: {schema: {type: string}}}}
                    '400': {description: no}
                    '404': {description: no such order}
              /notes/{noteId}:
                parameters: [{name: noteId, in: path, required: true, schema: {type: integer}}]
                get:
                  responses:
                    '200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Text'}}}}
                    '400': {description: no}
                    '404': {description: none}
            components:
              schemas:
                Wish:
                  type: object
                  required: [item, count]
                  properties:
                    item: {type: string, minLength: 1, maxLength: 40}
                    count: {type: integer, minimum: 1, maximum: 99}
                Order:
                  type: object
                  required: [id, item, count, state]
                  properties:
                    id: {type: integer}
                    item: {type: string}
                    count: {type: integer}
                    state: {type: string, enum: [open, cancelled]}
                Text:
                  type: object
                  required: [orderId, text]
                  properties:
                    orderId: {type: integer}
                    text: {type: string, maxLength: 20, pattern: '^[a-z]*$'}
            """;

    /** What is wrong. */
    public enum Fault {
        NONE,
        /** An order that was changed cannot be read. */
        READ_AFTER_UPDATE,
        /** An order that was deleted can be read. */
        STAYS,
        /** Cancelling twice fails. */
        SECOND_CANCEL,
        /** The state of a cancelled order is a number. */
        STATE_IS_NUMBER,
        /** An order that was created is not found. */
        NOT_FOUND,
        /** A cancelled order that was changed cannot be deleted. */
        DELETE_AFTER_BOTH,
        /** A note of a cancelled order cannot be read. */
        NOTE_OF_CANCELLED
    }

    private static final class Order {
        private String item = "";
        private int count;
        private boolean cancelled;
        private boolean changed;
        private boolean deleted;
    }

    private record Note(int order, String text) {}

    private final Fault fault;
    private final boolean unique;
    private final boolean reuses;
    private final Map<Integer, Order> orders = new LinkedHashMap<>();
    private final Map<Integer, Note> notes = new LinkedHashMap<>();
    private final Set<String> items = new TreeSet<>();
    private final List<String> calls = new ArrayList<>();

    /** @param unique whether no two orders may have the same item, ever */
    public Orders(Fault fault, boolean unique) {
        this(fault, unique, false);
    }

    /** @param reuses whether an order that is deleted leaves its number to the next one */
    public Orders(Fault fault, boolean unique, boolean reuses) {
        this.fault = fault;
        this.unique = unique;
        this.reuses = reuses;
    }

    /** What was called so far, as {@code GET /orders/1}. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    public synchronized Response answer(Request request) {
        String path = request.path();
        calls.add(request.method() + " " + path);
        String[] parts = path.substring(1).split("/", -1);
        if (path.equals("/orders")) {
            return request.method().equals("POST")
                    ? create(request)
                    : request.method().equals("GET") ? list() : not();
        }
        if (path.equals("/notes")) {
            return request.method().equals("POST") ? note(request) : not();
        }
        if (parts.length < 2 || !parts[1].matches("-?\\d{1,9}")) {
            return status(parts.length < 2 || !parts[1].matches("-?\\d+") ? 400 : 404);
        }
        int id = Integer.parseInt(parts[1]);
        if (parts[0].equals("notes") && parts.length == 2) {
            return request.method().equals("GET") ? note(id) : not();
        }
        boolean cancel = parts.length == 3 && parts[2].equals("cancel");
        if (!parts[0].equals("orders") || parts.length > 2 && !cancel) {
            return status(404);
        }
        if (cancel
                ? !request.method().equals("POST")
                : !List.of("GET", "PUT", "DELETE").contains(request.method())) {
            return not();
        }
        JsonNode wish = request.method().equals("PUT") ? wish(request) : null;
        if (request.method().equals("PUT") && wish == null) {
            return status(400);
        }
        Order order = orders.get(id);
        if (order == null
                || order.deleted && !(fault == Fault.STAYS && request.method().equals("GET"))) {
            return status(404);
        }
        return cancel ? cancel(id, order) : one(request, wish, id, order);
    }

    private Response one(Request request, JsonNode wish, int id, Order order) {
        switch (request.method()) {
            case "GET" -> {
                return fault == Fault.READ_AFTER_UPDATE && order.changed
                        ? status(500)
                        : json(fault == Fault.NOT_FOUND ? 404 : 200, json(id, order));
            }
            case "PUT" -> {
                order.item = wish.get("item").textValue();
                order.count = wish.get("count").intValue();
                order.changed = true;
                return json(200, json(id, order));
            }
            default -> {
                if (fault == Fault.DELETE_AFTER_BOTH && order.changed && order.cancelled) {
                    return status(500);
                }
                order.deleted = true;
                if (reuses) {
                    orders.remove(id);
                }
                return status(204);
            }
        }
    }

    private Response cancel(int id, Order order) {
        if (order.cancelled) {
            return status(fault == Fault.SECOND_CANCEL ? 500 : 409);
        }
        order.cancelled = true;
        return json(200, json(id, order));
    }

    private Response create(Request request) {
        JsonNode wish = wish(request);
        if (wish == null) {
            return status(400);
        }
        if (unique && !items.add(wish.get("item").textValue())) {
            return status(409);
        }
        Order order = new Order();
        order.item = wish.get("item").textValue();
        order.count = wish.get("count").intValue();
        int id = orders.keySet().stream().mapToInt(known -> known).max().orElse(0) + 1;
        orders.put(id, order);
        return json(201, json(id, order));
    }

    private Response note(Request request) {
        JsonNode text = body(request);
        if (text == null
                || !text.path("orderId").isIntegralNumber()
                || !text.path("text").asText("?").matches("[a-z]{0,20}")
                || !text.path("text").isTextual()) {
            return status(400);
        }
        Order order = orders.get(text.get("orderId").asInt());
        if (order == null || order.deleted || !text.get("orderId").canConvertToInt()) {
            return status(404);
        }
        notes.put(
                notes.size() + 1,
                new Note(text.get("orderId").asInt(), text.get("text").textValue()));
        return new Response(
                201, "Created", List.of(new Header("Location", "/notes/" + notes.size())), new byte[0], false);
    }

    private Response note(int id) {
        Note note = notes.get(id);
        if (note == null) {
            return status(404);
        }
        if (fault == Fault.NOTE_OF_CANCELLED && orders.containsKey(note.order) && orders.get(note.order).cancelled) {
            return status(500);
        }
        return json(200, Json.NODES.objectNode().put("orderId", note.order).put("text", note.text));
    }

    private static JsonNode body(Request request) {
        try {
            return request.body() == null ? null : Json.parse(request.body());
        } catch (JsonException e) {
            return null;
        }
    }

    private static JsonNode wish(Request request) {
        JsonNode wish = body(request);
        boolean good = wish != null
                && wish.path("item").isTextual()
                && !wish.path("item").textValue().isEmpty()
                && wish.path("item").textValue().codePoints().count() <= 40
                && wish.path("count").isNumber()
                && wish.path("count").decimalValue().stripTrailingZeros().scale() <= 0
                && wish.path("count").asInt() >= 1
                && wish.path("count").asInt() <= 99
                && wish.path("count").canConvertToInt();
        return good ? wish : null;
    }

    private Response list() {
        ArrayNode all = Json.NODES.arrayNode();
        orders.forEach((id, order) -> {
            if (!order.deleted) {
                all.add(json(id, order));
            }
        });
        return json(200, all);
    }

    private ObjectNode json(int id, Order order) {
        ObjectNode node =
                Json.NODES.objectNode().put("id", id).put("item", order.item).put("count", order.count);
        return fault == Fault.STATE_IS_NUMBER && order.cancelled
                ? node.put("state", 2)
                : node.put("state", order.cancelled ? "cancelled" : "open");
    }

    private static Response json(int status, JsonNode body) {
        return new Response(
                status,
                "Said",
                List.of(new Header("Content-Type", "application/json")),
                Json.write(body).getBytes(StandardCharsets.UTF_8),
                false);
    }

    private static Response not() {
        return new Response(405, "Not", List.of(new Header("Allow", "GET, POST, PUT, DELETE")), new byte[0], false);
    }

    private static Response status(int status) {
        return new Response(status, "Said", List.of(), new byte[0], false);
    }
}

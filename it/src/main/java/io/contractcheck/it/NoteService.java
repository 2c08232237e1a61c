package io.contractcheck.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small service that keeps its contract but for one fault. It serves its document at {@code /openapi-3.0.yaml},
 * {@code /openapi-3.1.json} and {@code /swagger-2.0.json}.
 */
public final class NoteService implements AutoCloseable {
    /** A note that is always there; the document gives it as example. */
    private static final String FIRST = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    private static final int LONGEST_TITLE = 80;

    static {
        // Header and body are written apart: without this, each answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Fault fault;
    private final String token;
    private final Map<String, ObjectNode> notes = new ConcurrentHashMap<>();
    private final List<String> order = new CopyOnWriteArrayList<>();

    /**
     * Starts on a loopback port.
     *
     * @param port 0 for any that is free
     * @param fault the one thing that is wrong
     * @param token the bearer token that each request must carry; empty for none
     */
    public NoteService(int port, Fault fault, String token) throws IOException {
        this.fault = fault;
        this.token = token;
        store(FIRST, "First", 1);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it is, as {@code http://127.0.0.1:1234}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Runs until it is killed: port, fault and, if one is needed, token. */
    public static void main(String[] arguments) throws IOException {
        NoteService service = new NoteService(
                Integer.parseInt(arguments[0]), Fault.valueOf(arguments[1]), arguments.length > 2 ? arguments[2] : "");
        System.out.println("note service at " + service.url() + ", fault: " + service.fault);
    }

    private void store(String id, String title, int stars) {
        if (notes.put(
                        id,
                        Json.NODES
                                .objectNode()
                                .put("id", id)
                                .put("title", title)
                                .put("stars", stars))
                == null) {
            order.add(id);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            if (path.startsWith("/openapi") || path.startsWith("/swagger")) {
                document(exchange, path.substring(1));
            } else if (!token.isEmpty()
                    && !("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                problem(exchange, 401, "a bearer token is needed");
            } else if (path.equals("/notes")) {
                switch (exchange.getRequestMethod()) {
                    case "GET" -> list(exchange);
                    case "POST" -> create(exchange);
                    default -> notAllowed(exchange, "GET, POST");
                }
            } else if (path.startsWith("/notes/")) {
                if (exchange.getRequestMethod().equals("GET")) {
                    get(exchange, decode(path.substring("/notes/".length())));
                } else {
                    notAllowed(exchange, "GET");
                }
            } else {
                problem(exchange, 404, "there is nothing here");
            }
        }
    }

    private void document(HttpExchange exchange, String name) throws IOException {
        try (InputStream in = NoteService.class.getResourceAsStream(name)) {
            if (in == null) {
                problem(exchange, 404, "no document " + name);
            } else {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@server@", url());
                send(exchange, 200, name.endsWith(".json") ? "application/json" : "application/yaml", text);
            }
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        int limit = 20;
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith("limit=")) {
                try {
                    limit = Integer.parseInt(decode(pair.substring("limit=".length())));
                } catch (NumberFormatException e) {
                    limit = -1;
                }
            }
        }
        if (limit < 1 || limit > 100) {
            problem(exchange, 400, "limit must be a whole number from 1 to 100");
            return;
        }
        if (fault == Fault.SERVER_ERROR && limit >= 50) {
            problem(exchange, 500, "cannot read page");
            return;
        }
        if (fault == Fault.SLOW) {
            pause();
        }
        if (fault != Fault.MISSING_HEADER) {
            String total = fault == Fault.MALFORMED_HEADER ? "many" : Integer.toString(order.size());
            exchange.getResponseHeaders().set("X-Total-Count", total);
        }
        ArrayNode page = Json.NODES.arrayNode();
        order.stream().limit(limit).forEach(id -> page.add(shown(notes.get(id))));
        String text = Json.write(page);
        if (fault == Fault.MALFORMED_BODY) {
            text = text.substring(0, text.length() - 1);
        }
        send(exchange, 200, fault == Fault.WRONG_CONTENT_TYPE ? "text/html" : "application/json", text);
    }

    private JsonNode shown(ObjectNode note) {
        return fault == Fault.MISSING_PROPERTY ? note.deepCopy().without("title") : note;
    }

    private void create(HttpExchange exchange) throws IOException {
        JsonNode body;
        try {
            body = Json.parse(exchange.getRequestBody().readAllBytes());
        } catch (JsonException e) {
            problem(exchange, 400, "the body is no JSON");
            return;
        }
        JsonNode title = body.path("title");
        JsonNode stars = body.path("stars");
        int length = title.isTextual()
                ? title.asText().codePointCount(0, title.asText().length())
                : 0;
        boolean known = body.isObject()
                && body.properties().stream()
                        .allMatch(p -> p.getKey().equals("title") || p.getKey().equals("stars"));
        boolean starred = stars.isMissingNode() || stars.isInt() && stars.asInt() >= 0 && stars.asInt() <= 5;
        int longest = fault == Fault.REFUSES_VALID ? 20 : LONGEST_TITLE;
        if (!known || !starred || length < 1 || length > longest) {
            problem(exchange, 400, "the note is not valid");
            return;
        }
        String id = UUID.randomUUID().toString();
        store(id, title.asText(), stars.asInt(0));
        exchange.getResponseHeaders().set("Location", "/notes/" + id);
        send(exchange, fault == Fault.UNDOCUMENTED_STATUS ? 202 : 201, "application/json", Json.write(notes.get(id)));
    }

    private void get(HttpExchange exchange, String id) throws IOException {
        ObjectNode note = notes.get(id);
        if (note == null) {
            problem(exchange, 404, "there is no such note");
        } else {
            send(exchange, 200, "application/json", Json.write(note));
        }
    }

    private void notAllowed(HttpExchange exchange, String allow) throws IOException {
        exchange.getResponseHeaders().set("Allow", allow);
        problem(exchange, 405, "not allowed here");
    }

    private void problem(HttpExchange exchange, int status, String detail) throws IOException {
        ObjectNode problem = Json.NODES.objectNode().put("status", status).put("detail", detail);
        send(exchange, status, "application/problem+json", Json.write(problem));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

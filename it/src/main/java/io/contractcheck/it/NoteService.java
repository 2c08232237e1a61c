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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small service that keeps its contract but for one fault. It serves its document at {@code /openapi-3.0.yaml},
 * {@code /openapi-3.1.json} and {@code /swagger-2.0.json}, in which its token is optional, and at {@code /openapi-3.0-secured.yaml}.
 */
public final class NoteService implements AutoCloseable {
    /** A note that is always there; the document gives it as example. */
    private static final String FIRST = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    static {
        // Header and body are written apart: without this, each answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Fault fault;
    private final AtomicInteger untilExpiry = new AtomicInteger(Integer.MAX_VALUE);
    private volatile String token;
    private volatile String next = "";
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

    /** Lets the token end after so many requests that carried it; from then on another is needed. */
    public void expireAfter(int requests, String other) {
        next = other;
        untilExpiry.set(requests);
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
            } else if (!admits(exchange)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                problem(exchange, 401, "a bearer token is needed");
            } else if (path.equals("/notes")) {
                route(exchange, List.of("GET", "POST"), "");
            } else if (path.startsWith("/notes/")) {
                route(exchange, List.of("GET"), path.substring("/notes/".length()));
            } else {
                problem(exchange, 404, "there is nothing here");
            }
        }
    }

    private boolean admits(HttpExchange exchange) {
        String needed = token;
        if (needed.isEmpty()) {
            return true;
        }
        boolean admitted =
                ("Bearer " + needed).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (admitted && untilExpiry.getAndDecrement() == 0) {
            token = next;
            return false;
        }
        return admitted;
    }

    /** The request by its method; HEAD is GET without content. */
    private void route(HttpExchange exchange, List<String> methods, String id) throws IOException {
        String method = exchange.getRequestMethod();
        boolean head = method.equals("HEAD") && fault != Fault.HEAD_REFUSED;
        if (method.equals("OPTIONS")) {
            exchange.getResponseHeaders().set("Allow", allow(methods, fault == Fault.WRONG_ALLOW));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
        } else if (!head && !methods.contains(method) && fault != Fault.ANY_METHOD) {
            exchange.getResponseHeaders().set("Allow", allow(methods, false));
            problem(exchange, 405, "not allowed here");
        } else if (!Negotiation.isServed(exchange.getRequestHeaders().get("Accept"))) {
            problem(exchange, 406, "only JSON is served");
        } else if (!id.isEmpty()) {
            get(exchange, id);
        } else if (method.equals("POST")) {
            create(exchange);
        } else {
            list(exchange);
        }
    }

    private static String allow(List<String> methods, boolean wrong) {
        return wrong ? "DELETE, OPTIONS" : String.join(", ", methods) + ", HEAD, OPTIONS";
    }

    private void document(HttpExchange exchange, String name) throws IOException {
        boolean secured = name.contains("-secured");
        try (InputStream in = NoteService.class.getResourceAsStream(name.replace("-secured", ""))) {
            if (in == null) {
                problem(exchange, 404, "no document " + name);
            } else {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@server@", url());
                text = secured ? text.replace("  - {}\n", "") : text;
                send(exchange, 200, name.endsWith(".json") ? "application/json" : "application/yaml", text);
            }
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        OptionalInt asked = NoteRules.limit(exchange.getRequestURI().getRawQuery());
        if (asked.isEmpty()) {
            problem(exchange, 400, "limit must be a whole number from 1 to 100, given once");
            return;
        }
        int limit = asked.getAsInt();
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
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        if (bytes.length == 0) {
            problem(exchange, 400, "there is no note");
            return;
        }
        if (!Negotiation.isJson(exchange.getRequestHeaders().get("Content-Type"))) {
            problem(exchange, 415, "a note is sent as application/json");
            return;
        }
        JsonNode body;
        try {
            body = Json.parse(bytes);
        } catch (JsonException e) {
            problem(exchange, 400, "the body is no JSON");
            return;
        }
        if (!NoteRules.valid(body, fault == Fault.REFUSES_VALID ? 20 : NoteRules.LONGEST_TITLE)
                && fault != Fault.ACCEPTS_INVALID) {
            problem(exchange, 400, "the note is not valid");
            return;
        }
        String id = UUID.randomUUID().toString();
        store(id, NoteRules.title(body), NoteRules.stars(body));
        exchange.getResponseHeaders().set("Location", "/notes/" + id);
        send(exchange, fault == Fault.UNDOCUMENTED_STATUS ? 202 : 201, "application/json", Json.write(notes.get(id)));
    }

    private void get(HttpExchange exchange, String id) throws IOException {
        List<String> clients = exchange.getRequestHeaders().get("X-Client");
        ObjectNode note = notes.get(id.toLowerCase(Locale.ROOT));
        boolean known = clients == null
                ? fault == Fault.IGNORES_MISSING_HEADER
                : clients.size() == 1
                        && NoteRules.CLIENT.matcher(clients.get(0)).matches();
        if (!known) {
            problem(exchange, 400, "the header X-Client must name the client, as 'tests'");
        } else if (note == null) {
            problem(exchange, 404, "there is no such note");
        } else {
            send(exchange, 200, "application/json", Json.write(note));
        }
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

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

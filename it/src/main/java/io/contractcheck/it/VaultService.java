package io.contractcheck.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.it.VaultTokens.Caller;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small service that keeps its contract but for its habit: each vault belongs to the user who created it. Users are alice, with the
 * scopes read, write and reports, and bob, without reports. It serves its document at {@code /vault-3.0.yaml}, {@code /vault-3.1.json}
 * and {@code /vault-2.0.json}.
 */
public final class VaultService implements AutoCloseable {
    /** What the query parameter {@code key} must be. */
    public static final String KEY = "k-7f3a9c2e51d84b06";

    /** What the cookie {@code session} must be. */
    public static final String SESSION = "s-0c4e8a1b7d2f4936";

    static {
        // Header and body are written apart: without this, each answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Habit habit;
    private final VaultTokens tokens;
    private final Vaults vaults;

    /** Starts on a free loopback port. */
    public VaultService(Habit habit) throws IOException {
        this.habit = habit;
        this.tokens = new VaultTokens(habit);
        this.vaults = new Vaults(habit);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it is, as {@code http://127.0.0.1:1234}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A bearer token of that user. */
    public String token(String user) {
        return tokens.token(user);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            if (path.startsWith("/vault-")) {
                document(exchange, path.substring(1));
                return;
            }
            List<String> methods = methods(path);
            String method = exchange.getRequestMethod();
            if (methods.isEmpty()) {
                problem(exchange, 404, "there is nothing here");
            } else if (method.equals("OPTIONS")) {
                exchange.getResponseHeaders().set("Allow", allow(methods));
                exchange.sendResponseHeaders(204, -1);
            } else if (!methods.contains(method) && !(method.equals("HEAD") && methods.contains("GET"))) {
                exchange.getResponseHeaders().set("Allow", allow(methods));
                problem(exchange, 405, "not allowed here");
            } else if (habit == Habit.VALIDATES_FIRST || admitted(exchange, path)) {
                serve(exchange, path, body);
            } else {
                refuse(exchange);
            }
        }
    }

    private static List<String> methods(String path) {
        return switch (path) {
            case "/vaults" -> List.of("GET", "POST");
            case "/report", "/rates", "/session", "/health" -> List.of("GET");
            case "/token" -> List.of("POST");
            default -> path.matches("/vaults/[^/]+") ? List.of("GET", "PUT", "DELETE") : List.of();
        };
    }

    private static String allow(List<String> methods) {
        return String.join(", ", methods) + ", OPTIONS";
    }

    /** Whether the caller may go on; of whom that depends, {@link #caller} tells. */
    private boolean admitted(HttpExchange exchange, String path) {
        boolean open = habit == Habit.IGNORES_ALL_AUTH
                || path.equals("/health")
                || path.equals("/token")
                || habit == Habit.IGNORES_AUTH
                        && path.startsWith("/vaults/")
                        && exchange.getRequestMethod().equals("GET")
                || habit == Habit.LOOKS_FIRST && path.startsWith("/vaults/") && !vaults.has(path.substring(8));
        if (path.equals("/rates")) {
            String query =
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
            return open
                    || List.of(query.split("&")).contains("key=" + KEY)
                    || habit == Habit.ACCEPTS_ANY_KEY && query.matches("(.*&)?key=.+");
        }
        if (path.equals("/session")) {
            String cookies = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"))
                    .orElse("");
            return open
                    || habit == Habit.IGNORES_COOKIE
                    || List.of(cookies.split("; ?")).contains("session=" + SESSION);
        }
        return open || caller(exchange).isPresent();
    }

    private Optional<Caller> caller(HttpExchange exchange) {
        return tokens.caller(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private void refuse(HttpExchange exchange) throws IOException {
        if (habit == Habit.REDIRECTS) {
            exchange.getResponseHeaders().set("Location", "/login");
            exchange.sendResponseHeaders(302, -1);
        } else {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            problem(exchange, 401, "say who you are");
        }
    }

    private void serve(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (!Negotiation.isServed(exchange.getRequestHeaders().get("Accept"))) {
            problem(exchange, 406, "only JSON is served");
            return;
        }
        Optional<ObjectNode> content = Optional.empty();
        if (List.of("POST", "PUT").contains(exchange.getRequestMethod())) {
            if (body.length > 0
                    && !Negotiation.isJson(exchange.getRequestHeaders().get("Content-Type"))) {
                problem(exchange, 415, "a vault is sent as application/json");
                return;
            }
            content = vault(body);
            if (content.isEmpty()) {
                problem(exchange, 400, "the vault is not valid");
                return;
            }
        }
        if (path.startsWith("/vaults/") && !Vaults.isId(path.substring(8))) {
            problem(exchange, 400, "the id is no UUID");
        } else if (habit == Habit.VALIDATES_FIRST && !admitted(exchange, path)) {
            refuse(exchange);
        } else if (path.equals("/token")) {
            problem(exchange, 400, "there is no such user");
        } else if (path.equals("/report") && !mayReport(exchange)) {
            problem(exchange, 403, "reports are not for you");
        } else if (path.startsWith("/vaults")) {
            vaults(exchange, path, content);
        } else {
            send(exchange, 200, "application/json", "{\"value\":1}");
        }
    }

    private boolean mayReport(HttpExchange exchange) {
        return habit == Habit.IGNORES_SCOPES
                || habit == Habit.IGNORES_ALL_AUTH
                || caller(exchange).filter(c -> c.scopes().contains("reports")).isPresent();
    }

    private static Optional<ObjectNode> vault(byte[] body) {
        try {
            return Json.parse(body) instanceof ObjectNode vault && Vaults.valid(vault)
                    ? Optional.of(vault)
                    : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private void vaults(HttpExchange exchange, String path, Optional<ObjectNode> content) throws IOException {
        String user = caller(exchange).map(Caller::user).orElse("");
        String method = exchange.getRequestMethod();
        if (path.equals("/vaults")) {
            if (content.isPresent()) {
                UUID id = vaults.create(user, content.get());
                exchange.getResponseHeaders().set("Location", "/vaults/" + id);
                answer(exchange, 201, vaults.get(user, id));
            } else {
                ArrayNode list = Json.NODES.arrayNode();
                vaults.of(user).forEach(list::add);
                answer(exchange, 200, list);
            }
            return;
        }
        UUID id = UUID.fromString(path.substring(8));
        if (!vaults.may(user, method, id)) {
            if (habit == Habit.DELETES_BLINDLY && method.equals("DELETE")) {
                exchange.sendResponseHeaders(204, -1);
            } else if (habit == Habit.FORBIDS && vaults.has(path.substring(8))) {
                problem(exchange, 403, "the vault is not yours");
            } else {
                problem(exchange, 404, "there is no such vault");
            }
        } else if (method.equals("DELETE")) {
            vaults.delete(user, id);
            exchange.sendResponseHeaders(204, -1);
        } else {
            content.ifPresent(c -> vaults.change(user, id, c));
            answer(exchange, 200, vaults.get(user, id));
        }
    }

    private void document(HttpExchange exchange, String name) throws IOException {
        try (InputStream in = VaultService.class.getResourceAsStream(name)) {
            if (in == null) {
                problem(exchange, 404, "no document " + name);
            } else {
                String text = new String(in.readAllBytes(), UTF_8).replace("@server@", url());
                send(exchange, 200, name.endsWith(".json") ? "application/json" : "application/yaml", text);
            }
        }
    }

    private static void problem(HttpExchange exchange, int status, String detail) throws IOException {
        ObjectNode problem = Json.NODES.objectNode().put("status", status).put("detail", detail);
        send(exchange, status, "application/problem+json", Json.write(problem));
    }

    private static void answer(HttpExchange exchange, int status, JsonNode value) throws IOException {
        send(exchange, status, "application/json", Json.write(value));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }
}

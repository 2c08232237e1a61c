package io.contractcheck.it.depot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small service that has all of {@link Bug} and otherwise keeps its contract. It serves its document at {@code /depot-3.0.yaml} and
 * {@code /depot-3.1.yaml}.
 */
public final class DepotService implements AutoCloseable {
    /** What the header {@code X-Key} must be where it is needed. */
    public static final String KEY = "k-51b9f0e2ac7d4836";

    static {
        // Header and body are written apart: without this, each answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Items items = new Items();

    /** Starts on a free loopback port. */
    public DepotService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
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

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked asked = Asked.of(exchange);
            send(exchange, asked.path().startsWith("/depot-3.") ? document(asked.path()) : answer(asked));
        }
    }

    private Answer document(String path) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DepotService.class.getResourceAsStream("depot-3.0.yaml"), "the document")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@server@", url());
            return new Answer(
                    200,
                    "application/yaml",
                    path.startsWith("/depot-3.1") ? text.replace("openapi: 3.0.3", "openapi: 3.1.0") : text,
                    Collections.emptyMap(),
                    List.of());
        }
    }

    private Answer answer(Asked asked) {
        String path = asked.path();
        if (path.equals("/items")) {
            return items(asked);
        }
        if (path.matches("/items/[^/]+")) {
            return item(asked, path.substring("/items/".length()));
        }
        if (path.equals("/report")) {
            return reading(asked) ? Reports.days(asked) : other(asked, "GET, HEAD, OPTIONS");
        }
        if (path.matches("/report/[^/]+")) {
            return reading(asked)
                    ? Reports.year(path.substring("/report/".length()))
                    : other(asked, "GET, HEAD, OPTIONS");
        }
        return Answer.problem(404, "Not Found", "there is nothing here");
    }

    private static boolean reading(Asked asked) {
        return asked.method().equals("GET") || asked.method().equals("HEAD");
    }

    private Answer items(Asked asked) {
        if (asked.method().equals("OPTIONS")) {
            return Answer.empty(204).with("Allow", "GET, POST, PURGE, OPTIONS").by(Bug.ALLOWS_PURGE);
        }
        return reading(asked)
                ? items.list(asked)
                : asked.method().equals("POST") ? items.create(asked) : other(asked, "GET, HEAD, POST, OPTIONS");
    }

    private Answer item(Asked asked, String id) {
        String allowed = "GET, PUT, DELETE, OPTIONS";
        return switch (asked.method()) {
            case "GET" -> items.get(id);
            case "HEAD" -> other(asked, allowed).by(Bug.HEAD_REFUSED);
            case "PUT" -> items.put(asked, id);
            case "DELETE" -> items.delete(asked, id);
            case "PATCH" -> Answer.json(200, Json.NODES.objectNode()).by(Bug.PATCH_SERVED);
            default -> other(asked, allowed);
        };
    }

    private static Answer other(Asked asked, String allowed) {
        return (asked.method().equals("OPTIONS")
                        ? Answer.empty(204)
                        : Answer.problem(405, "Method Not Allowed", "not here"))
                .with("Allow", allowed);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
        if (!answer.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", answer.type());
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        answer.bugs().forEach(bug -> exchange.getResponseHeaders().add("X-Bug", bug.name()));
        boolean content = bytes.length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), content ? bytes.length : -1);
        if (content) {
            exchange.getResponseBody().write(bytes);
        }
    }
}

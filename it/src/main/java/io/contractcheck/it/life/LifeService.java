package io.contractcheck.it.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.it.Negotiation;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small service of one trade that keeps its contract but for its flaw. It serves its document beside. */
public final class LifeService implements AutoCloseable {
    static {
        // Header and body are written apart: without this, each answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Trade trade;
    private final List<Route> routes;

    /**
     * Starts on a free loopback port, with nothing in it.
     *
     * @param flaw of that trade, or none
     */
    public LifeService(Trade trade, Flaw flaw) throws IOException {
        this.trade = trade;
        this.routes = trade.routes(flaw);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where its document is. */
    public String document() {
        return url() + "/" + trade.document();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
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
            send(exchange, path.equals("/" + trade.document()) ? text() : answer(exchange, path, body));
        }
    }

    private Reply text() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(LifeService.class.getResourceAsStream(trade.document()), "the document")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Reply(
                    200,
                    "application/yaml",
                    text.replace("@server@", url()).replace("@host@", url().substring("http://".length())),
                    new LinkedHashMap<>());
        }
    }

    private Reply answer(HttpExchange exchange, String path, byte[] body) {
        List<Route> here =
                routes.stream().filter(r -> r.names(path).isPresent()).toList();
        String method = exchange.getRequestMethod();
        Optional<Route> route = here.stream()
                .filter(r -> r.method().equals(method.equals("HEAD") ? "GET" : method))
                .findFirst();
        if (here.isEmpty()) {
            return Reply.problem(404, "there is nothing here");
        } else if (route.isEmpty()) {
            return (method.equals("OPTIONS") ? Reply.empty(204) : Reply.problem(405, "not allowed here"))
                    .with("Allow", allow(here));
        } else if (!Negotiation.isServed(exchange.getRequestHeaders().get("Accept"))) {
            return Reply.problem(406, "only JSON is served");
        }
        return answer(exchange, route.get(), path, body);
    }

    private Reply answer(HttpExchange exchange, Route route, String path, byte[] bytes) {
        JsonNode body = Call.NOTHING;
        if (route.form().isPresent()) {
            if (bytes.length == 0) {
                return Reply.problem(400, "there is no body");
            }
            if (!Negotiation.isJson(exchange.getRequestHeaders().get("Content-Type"))) {
                return Reply.problem(415, "only application/json is taken");
            }
            try {
                body = Json.parse(bytes);
            } catch (JsonException e) {
                return Reply.problem(400, "the body is no JSON");
            }
            Optional<String> wrong = route.form().get().wrong(body);
            if (wrong.isPresent()) {
                return Reply.problem(400, wrong.get());
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        route.names(path).orElseThrow().forEach((name, value) -> names.put(name, decoded(value)));
        Call call =
                new Call(decoded(path), names, query(exchange.getRequestURI().getRawQuery()), body);
        synchronized (this) {
            return route.work().apply(call);
        }
    }

    private static String allow(List<Route> here) {
        List<String> methods = new ArrayList<>(here.stream().map(Route::method).toList());
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    private static Map<String, List<String>> query(String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.computeIfAbsent(parameter(parts[0]), n -> new ArrayList<>())
                    .add(parts.length == 2 ? parameter(parts[1]) : "");
        }
        return query;
    }

    private static String parameter(String text) {
        return decoded(text.replace("+", "%20"));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.text().getBytes(StandardCharsets.UTF_8);
        if (!reply.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", reply.type());
        }
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean content = bytes.length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), content ? bytes.length : -1);
        if (content) {
            exchange.getResponseBody().write(bytes);
        }
    }
}

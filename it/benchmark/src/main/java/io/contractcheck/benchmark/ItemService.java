package io.contractcheck.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A small service that keeps to {@link ItemDocument}: it looks at what it is sent, refuses what the document does not allow, and otherwise gives
 * always the same answer. Nothing is stored. It runs in a process of its own, so that its work counts for nobody.
 */
public final class ItemService {
    private static final Pattern PATH = Pattern.compile("/g\\d+/items(?:/([^/]*))?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}\\d{3}");
    private static final List<String> SORTS = List.of("name", "price", "newest");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final byte[] ITEM = """
            {"id": 7, "name": "Lamp", "price": 19.5, "code": "LA001", "tags": ["light", "desk"], "size": {"width": 20, "height": 45}}""".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ITEMS = ("{\"total\": 2, \"items\": [" + new String(ITEM, StandardCharsets.UTF_8) + ", "
                    + new String(ITEM, StandardCharsets.UTF_8) + "]}")
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] REFUSED =
            "{\"title\": \"not valid\", \"status\": 400}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTHING = {};

    private ItemService() {}

    /** Whatever is asked, an empty object is the answer. */
    private static void yes(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        send(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** Serves until its input ends, which it does with the process that began it. Its first line of output is its port. */
    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/", arguments[0].equals("yes") ? ItemService::yes : ItemService::answer);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // only the end matters
        }
        server.stop(0);
        System.exit(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var path = PATH.matcher(exchange.getRequestURI().getRawPath());
        String method = exchange.getRequestMethod();
        if (!path.matches()) {
            send(exchange, 404, REFUSED);
        } else if (path.group(1) == null) {
            switch (method) {
                case "GET" -> send(exchange, list(exchange) ? 200 : 400, list(exchange) ? ITEMS : REFUSED);
                case "POST" -> send(exchange, item(exchange, body) ? 201 : 400, item(exchange, body) ? ITEM : REFUSED);
                default -> other(exchange, "GET, POST");
            }
        } else {
            boolean id = within(decoded(path.group(1)), 1, 1_000_000);
            switch (method) {
                case "GET" -> send(exchange, id ? 200 : 400, id ? ITEM : REFUSED);
                case "PUT" -> {
                    boolean good = id && item(exchange, body);
                    send(exchange, good ? 200 : 400, good ? ITEM : REFUSED);
                }
                case "DELETE" -> send(exchange, id ? 204 : 400, id ? NOTHING : REFUSED);
                default -> other(exchange, "GET, PUT, DELETE");
            }
        }
    }

    private static void other(HttpExchange exchange, String allowed) throws IOException {
        exchange.getResponseHeaders().set("Allow", allowed);
        send(exchange, exchange.getRequestMethod().equals("HEAD") ? 200 : 405, REFUSED);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (body.length > 0) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
        }
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static boolean list(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String name = pair.substring(0, Math.max(pair.indexOf('='), 0));
            String value = decoded(pair.substring(pair.indexOf('=') + 1));
            boolean good = switch (name) {
                case "limit" -> within(value, 1, 100);
                case "offset" -> within(value, 0, 1_000_000);
                case "sort" -> SORTS.contains(value);
                case "q" -> !value.isEmpty() && value.codePointCount(0, value.length()) <= 40;
                default -> true;
            };
            if (!good) {
                return false;
            }
        }
        return true;
    }

    private static boolean item(HttpExchange exchange, byte[] body) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            return false;
        }
        JsonNode item;
        try {
            item = JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return false;
        }
        return text(item.path("name"), 1, 60)
                && number(item.path("price"), 0, 100_000)
                && (!item.has("code")
                        || item.get("code").isTextual()
                                && CODE.matcher(item.get("code").textValue()).matches())
                && (!item.has("tags") || tags(item.get("tags")))
                && (!item.has("size") || whole(item.at("/size/width")) && whole(item.at("/size/height")));
    }

    private static boolean tags(JsonNode tags) {
        boolean good = tags.isArray() && tags.size() <= 5;
        for (JsonNode tag : tags) {
            good &= text(tag, 0, 20);
        }
        return good;
    }

    private static boolean text(JsonNode value, int min, int max) {
        return value.isTextual()
                && value.textValue().codePointCount(0, value.textValue().length()) >= min
                && value.textValue().codePointCount(0, value.textValue().length()) <= max;
    }

    private static boolean number(JsonNode value, int min, int max) {
        return value.isNumber() && value.doubleValue() >= min && value.doubleValue() <= max;
    }

    private static boolean whole(JsonNode value) {
        return number(value, 1, 5000) && value.doubleValue() == Math.rint(value.doubleValue());
    }

    private static boolean within(String text, int min, int max) {
        return WHOLE.matcher(text).matches() && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max;
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

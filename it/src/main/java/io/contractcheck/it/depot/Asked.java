package io.contractcheck.it.depot;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the depot is asked.
 *
 * @param path as it stands in the request
 * @param query names and values, decoded
 */
record Asked(String method, String path, Map<String, List<String>> query, HttpExchange exchange, byte[] body) {
    static Asked of(HttpExchange exchange) throws IOException {
        Map<String, List<String>> query = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.computeIfAbsent(decoded(parts[0]), n -> new ArrayList<>())
                    .add(parts.length == 2 ? decoded(parts[1]) : "");
        }
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query,
                exchange,
                exchange.getRequestBody().readAllBytes());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The values of a header, each line by itself. */
    List<String> header(String name) {
        List<String> values = exchange.getRequestHeaders().get(name);
        return values == null ? List.of() : values;
    }

    /** The values of a query parameter. */
    List<String> given(String name) {
        return query.getOrDefault(name, List.of());
    }

    /** The whole number that a text is, however large; nothing if it is none. */
    static Optional<BigDecimal> whole(String text) {
        return text.matches("-?[0-9]{1,400}(\\.0{1,400})?")
                ? Optional.of(new BigDecimal(text)).map(n -> n.setScale(0))
                : Optional.empty();
    }
}

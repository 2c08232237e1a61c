package io.contractcheck.it.depot;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the depot answers.
 *
 * @param type of the content
 * @param text the content; empty for none
 * @param bugs that made it
 */
record Answer(int status, String type, String text, Map<String, String> headers, List<Bug> bugs) {
    private static final String PROBLEM = "application/problem+json";

    static Answer json(int status, JsonNode content) {
        return new Answer(status, "application/json", Json.write(content), Collections.emptyMap(), List.of());
    }

    static Answer empty(int status) {
        return new Answer(status, "", "", Collections.emptyMap(), List.of());
    }

    static Answer text(int status, String text) {
        return new Answer(status, "text/plain;charset=UTF-8", text, Collections.emptyMap(), List.of());
    }

    /** RFC 9457. */
    static Answer problem(int status, String title, String detail) {
        return new Answer(
                status,
                PROBLEM,
                Json.write(Json.NODES
                        .objectNode()
                        .put("title", title)
                        .put("status", status)
                        .put("detail", detail)),
                Collections.emptyMap(),
                List.of());
    }

    static Answer untitled(int status, String detail) {
        return new Answer(
                status,
                PROBLEM,
                Json.write(Json.NODES.objectNode().put("status", status).put("detail", detail)),
                Collections.emptyMap(),
                List.of());
    }

    /** A framework's own words for an exception that nobody caught, with its message. */
    static Answer failed(String path, String message) {
        return json(
                500,
                Json.NODES
                        .objectNode()
                        .put("timestamp", Instant.now().toString())
                        .put("status", 500)
                        .put("error", "Internal Server Error")
                        .put("message", message)
                        .put("path", path)
                        .put("requestId", UUID.randomUUID().toString().substring(0, 8)));
    }

    /** The same without the message, as most frameworks have it. */
    static Answer failed(String path) {
        return json(
                500,
                Json.NODES
                        .objectNode()
                        .put("timestamp", Instant.now().toString())
                        .put("status", 500)
                        .put("error", "Internal Server Error")
                        .put("path", path));
    }

    /** A web server's page for what failed behind it. */
    static Answer page() {
        String text =
                "<!doctype html><html lang=\"en\"><head><title>HTTP Status 500 – Internal Server Error</title></head>"
                        + "<body><h1>HTTP Status 500 – Internal Server Error</h1><hr><p>Reference: "
                        + UUID.randomUUID() + "</p></body></html>";
        return new Answer(500, "text/html;charset=UTF-8", text, Collections.emptyMap(), List.of());
    }

    Answer typed(String other) {
        return new Answer(status, other, text, headers, bugs);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, text, more, bugs);
    }

    Answer by(Bug bug) {
        List<Bug> more = new ArrayList<>(bugs);
        more.add(bug);
        return new Answer(status, type, text, headers, more);
    }
}

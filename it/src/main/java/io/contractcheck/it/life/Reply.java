package io.contractcheck.it.life;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param type of the content
 * @param text the content; empty for none
 */
record Reply(int status, String type, String text, Map<String, String> headers) {
    static Reply json(int status, JsonNode content) {
        return new Reply(status, "application/json", Json.write(content), new LinkedHashMap<>());
    }

    static Reply empty(int status) {
        return new Reply(status, "", "", new LinkedHashMap<>());
    }

    /** RFC 9457. */
    static Reply problem(int status, String detail) {
        return new Reply(
                status,
                "application/problem+json",
                Json.write(Json.NODES.objectNode().put("status", status).put("detail", detail)),
                new LinkedHashMap<>());
    }

    static Reply notFound() {
        return problem(404, "there is none by that id");
    }

    static Reply failed() {
        return problem(500, "something went wrong");
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, text, more);
    }
}

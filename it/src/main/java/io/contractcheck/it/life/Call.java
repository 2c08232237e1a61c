package io.contractcheck.it.life;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.util.List;
import java.util.Map;

/**
 * What a route is asked, after all that the route itself can judge.
 *
 * @param path with its parameters decoded
 * @param names the values of its parameters, decoded
 * @param query names and values, decoded
 * @param body that suits the route's form; missing where there is no form
 */
record Call(String path, Map<String, String> names, Map<String, List<String>> query, JsonNode body) {
    static final JsonNode NOTHING = Json.NODES.missingNode();

    /** The path without its last segment. */
    String above() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    List<String> given(String name) {
        return query.getOrDefault(name, List.of());
    }
}

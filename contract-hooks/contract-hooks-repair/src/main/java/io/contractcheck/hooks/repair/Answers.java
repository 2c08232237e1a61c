package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers with one thing changed. */
final class Answers {
    private Answers() {}

    static boolean succeeded(Response response) {
        return response.status() / 100 == 2;
    }

    static Optional<MediaType> type(Response response) {
        return response.header("Content-Type").flatMap(MediaType::parse);
    }

    /** What the body holds, whatever type it is said to have; an empty one, one cut off, or one that is no JSON holds nothing. */
    static Optional<JsonNode> json(Response response) {
        try {
            return response.content().filter(body -> body.length > 0).map(Json::parse);
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    static Response withJson(Response response, JsonNode value) {
        Response changed = response.withBody(Json.write(value).getBytes(StandardCharsets.UTF_8));
        return response.header("Content-Length").isPresent()
                ? changed.withHeader("Content-Length", Integer.toString(changed.body().length))
                : changed;
    }
}

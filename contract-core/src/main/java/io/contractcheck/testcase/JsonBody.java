package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.openapi.MediaTypeContent;
import java.nio.charset.StandardCharsets;

/** JSON (RFC 8259), whatever its name. */
final class JsonBody implements BodyFormat {
    @Override
    public boolean speaks(MediaType type) {
        return type.isJson();
    }

    @Override
    public Entity write(BodyValue body) {
        return new Entity(Json.write(body.value()).getBytes(StandardCharsets.UTF_8), body.mediaType());
    }

    @Override
    public JsonNode read(byte[] bytes, MediaType type, MediaTypeContent content) {
        return parse(bytes);
    }

    static JsonNode parse(byte[] bytes) {
        try {
            return Json.parse(bytes);
        } catch (JsonException e) {
            throw new UnreadableException("no JSON: " + e.getMessage());
        }
    }
}

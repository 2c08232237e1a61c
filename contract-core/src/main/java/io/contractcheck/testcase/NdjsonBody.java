package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.MediaTypeContent;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An array as one JSON value a line. */
final class NdjsonBody implements BodyFormat {
    private static final List<String> NAMES = List.of("x-ndjson", "ndjson", "jsonl", "x-jsonlines", "jsonlines");

    @Override
    public boolean speaks(MediaType type) {
        return NAMES.contains(type.subtype());
    }

    @Override
    public Entity write(BodyValue body) {
        StringBuilder lines = new StringBuilder();
        if (body.value().isArray()) {
            body.value().forEach(item -> lines.append(Json.write(item)).append('\n'));
        } else {
            lines.append(Json.write(body.value())).append('\n');
        }
        return new Entity(lines.toString().getBytes(StandardCharsets.UTF_8), body.mediaType());
    }

    @Override
    public JsonNode read(byte[] bytes, MediaType type, MediaTypeContent content) {
        ArrayNode items = Json.NODES.arrayNode();
        Percent.text(bytes)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> items.add(JsonBody.parse(line.getBytes(StandardCharsets.UTF_8))));
        boolean single = content.schema()
                .filter(s -> items.size() == 1 && !s.accepts(items) && s.accepts(items.get(0)))
                .isPresent();
        return single ? items.get(0) : items;
    }
}

package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.MediaTypeContent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** An array as one JSON value a line, or as a JSON text sequence (RFC 7464). */
final class NdjsonBody implements BodyFormat {
    private static final List<String> NAMES = List.of("x-ndjson", "ndjson", "jsonl", "x-jsonlines", "jsonlines");

    /** Before each value of a JSON text sequence (RFC 7464, section 2.2). */
    private static final String SEPARATOR = "\u001e";

    @Override
    public boolean speaks(MediaType type) {
        return NAMES.contains(type.subtype()) || sequence(type);
    }

    private static boolean sequence(MediaType type) {
        return type.subtype().equals("json-seq") || type.subtype().endsWith("+json-seq");
    }

    @Override
    public Entity write(BodyValue body) {
        StringBuilder lines = new StringBuilder();
        String before = sequence(MediaType.of(body.mediaType())) ? SEPARATOR : "";
        for (JsonNode item : body.value().isArray() ? body.value() : List.of(body.value())) {
            lines.append(before).append(Json.write(item)).append('\n');
        }
        return new Entity(lines.toString().getBytes(StandardCharsets.UTF_8), body.mediaType());
    }

    @Override
    public JsonNode read(byte[] bytes, MediaType type, MediaTypeContent content) {
        ArrayNode items = Json.NODES.arrayNode();
        String text = Percent.text(bytes);
        (sequence(type) ? Arrays.stream(text.split(SEPARATOR)) : text.lines())
                .filter(line -> !line.isBlank())
                .forEach(line -> items.add(JsonBody.parse(line.getBytes(StandardCharsets.UTF_8))));
        boolean single = content.schema()
                .filter(s -> items.size() == 1 && !s.accepts(items) && s.accepts(items.get(0)))
                .isPresent();
        return single ? items.get(0) : items;
    }
}

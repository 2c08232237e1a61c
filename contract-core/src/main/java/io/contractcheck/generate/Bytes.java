package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Bytes in values: to a schema, they are strings with a character for each byte. */
public final class Bytes {
    private Bytes() {}

    /** The value as a schema judges it; the value itself if it has no bytes. */
    public static JsonNode asText(JsonNode value) {
        if (!within(value)) {
            return value;
        }
        if (value instanceof BinaryNode binary) {
            return Json.NODES.textNode(new String(binary.binaryValue(), StandardCharsets.ISO_8859_1));
        }
        if (value.isArray()) {
            ArrayNode copy = Json.NODES.arrayNode();
            value.forEach(element -> copy.add(asText(element)));
            return copy;
        }
        ObjectNode copy = Json.NODES.objectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            copy.set(member.getKey(), asText(member.getValue()));
        }
        return copy;
    }

    private static boolean within(JsonNode value) {
        if (!value.isContainerNode()) {
            return value.isBinary();
        }
        for (JsonNode child : value) {
            if (within(child)) {
                return true;
            }
        }
        return false;
    }
}

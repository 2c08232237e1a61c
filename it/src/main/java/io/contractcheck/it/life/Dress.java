package io.contractcheck.it.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.List;

/** How things are shown. */
enum Dress {
    /** As they are. */
    PLAIN,
    /** In a member {@code data}. */
    ENVELOPE,
    /** Without a body where one was created, and without an id elsewhere. */
    LOCATION;

    Reply created(String path, String id, ObjectNode thing) {
        Reply reply = this == LOCATION ? Reply.empty(201) : Reply.json(201, one(id, thing));
        return reply.with("Location", path);
    }

    JsonNode one(String id, ObjectNode thing) {
        return this == ENVELOPE
                ? envelope(thing)
                : this == LOCATION ? thing.deepCopy().without(id) : thing;
    }

    JsonNode many(String id, List<ObjectNode> things) {
        ArrayNode all = Json.NODES.arrayNode();
        things.forEach(thing -> all.add(this == LOCATION ? thing.deepCopy().without(id) : thing));
        return this == ENVELOPE ? envelope(all) : all;
    }

    private static JsonNode envelope(JsonNode data) {
        return Json.NODES.objectNode().set("data", data);
    }
}

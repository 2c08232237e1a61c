package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;

/** Members of a tree that may be changed, by JSON pointer (RFC 6901). */
final class Members {
    private Members() {}

    /** Puts a value there, into objects that are made where they are missing; nothing happens below what is neither object nor array. */
    static void put(JsonNode root, JsonPointer at, JsonNode value) {
        if (root.at(at.head()).isMissingNode()) {
            put(root, at.head(), Json.NODES.objectNode());
        }
        JsonNode parent = root.at(at.head());
        JsonPointer last = at.last();
        if (parent instanceof ObjectNode object) {
            object.set(last.getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array && array.has(last.getMatchingIndex())) {
            array.set(last.getMatchingIndex(), value);
        }
    }

    /** Takes away what is there. */
    static void remove(JsonNode root, JsonPointer at) {
        JsonNode parent = root.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.remove(at.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode array && array.has(at.last().getMatchingIndex())) {
            array.remove(at.last().getMatchingIndex());
        }
    }

    /** Takes a value from one place to another, unless there is none or the other is taken. */
    static void move(JsonNode root, JsonPointer from, JsonPointer to) {
        JsonNode value = root.at(from);
        if (!value.isMissingNode() && root.at(to).isMissingNode()) {
            remove(root, from);
            put(root, to, value);
        }
    }
}

package io.contractcheck.learn;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.json.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A place in a user's file.
 *
 * @param parameter that names the file
 */
record Source(String parameter, Path file, JsonPointer pointer, JsonNode node) {
    /** The whole of a file. */
    static Source read(String parameter, Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new KnowledgeException(parameter + " (contract." + parameter + "): the file " + file
                    + " cannot be read: " + e + ". Name a file that is there, or leave the parameter out.");
        }
        try {
            JsonNode node = text.isBlank() ? Json.NODES.objectNode() : Yaml.parse(text);
            return new Source(parameter, file, JsonPointer.empty(), node).object();
        } catch (JsonException e) {
            throw new KnowledgeException(
                    parameter + " (contract." + parameter + "): " + file + " is no YAML: " + e.getMessage());
        }
    }

    Source get(String name) {
        return new Source(parameter, file, pointer.appendProperty(name), node.path(name));
    }

    Source get(int index) {
        return new Source(parameter, file, pointer.appendIndex(index), node.path(index));
    }

    Source object() {
        if (!node.isObject()) {
            throw wrong("must be an object, but is " + node.getNodeType().name().toLowerCase(Locale.ROOT));
        }
        return this;
    }

    KnowledgeException wrong(String what) {
        return new KnowledgeException(describe() + ": " + what + ".");
    }

    /** As {@code knowledge: src/knowledge.yaml#/POST ~1books/body.title}. */
    String describe() {
        return parameter + ": " + file + "#" + pointer;
    }
}

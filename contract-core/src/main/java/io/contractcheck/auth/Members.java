package io.contractcheck.auth;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes JSON by names and types, never by values. */
final class Members {
    private static final int MOST = 20;
    private static final int LONGEST = 40;

    private Members() {}

    /** How far a pointer leads, and what is there. */
    static String describe(JsonNode root, JsonPointer pointer) {
        JsonNode reached = root;
        JsonPointer rest = pointer;
        while (!rest.matches()) {
            JsonNode next = reached.at(JsonPointer.compile(way(rest.getMatchingProperty())));
            if (next.isMissingNode()) {
                break;
            }
            reached = next;
            rest = rest.tail();
        }
        String way = pointer.toString();
        String place = way.substring(0, way.length() - rest.toString().length());
        return (place.isEmpty() ? "The answer is " : "At " + place + " there is ") + describe(reached) + ".";
    }

    private static String way(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** A value for messages. */
    static String describe(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> value.isEmpty() ? "an empty object" : "an object with the members " + names(value);
            case ARRAY -> "a list of " + value.size();
            case STRING -> value.asText().isBlank() ? "an empty text" : "a text";
            case NULL -> "null";
            default -> "a " + type(value.getNodeType());
        };
    }

    private static String type(JsonNodeType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.properties().forEach(field -> names.add(shown(field.getKey())));
        return names.size() <= MOST
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST)) + " and " + (names.size() - MOST) + " more";
    }

    /** A long name may be a key under which something is kept. */
    private static String shown(String name) {
        return name.length() > LONGEST ? "one of " + name.length() + " characters" : name;
    }
}

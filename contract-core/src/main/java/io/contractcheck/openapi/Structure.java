package io.contractcheck.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Beginning;
import io.contractcheck.json.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Typed access to a raw document. A member that is null counts as absent: YAML authors leave values empty. */
final class Structure {
    private Structure() {}

    static boolean has(Located place) {
        return place.exists() && !place.node().isNull();
    }

    /** What stands there, or what it refers to; it must be an object. */
    static Located object(Located place) {
        Located target = place.resolve();
        if (!target.node().isObject()) {
            throw new StructureException(target, "must be an object, but is " + kind(target.node()));
        }
        return target;
    }

    /** The members of an object by name, in document order; none if it is absent. Those named {@code x-…} are left out. */
    static Map<String, Located> members(Located place) {
        Map<String, Located> members = new LinkedHashMap<>();
        if (has(place)) {
            Located object = object(place);
            object.node().properties().forEach(field -> {
                if (!field.getKey().startsWith("x-") && !field.getValue().isNull()) {
                    members.put(field.getKey(), object.get(field.getKey()));
                }
            });
        }
        return members;
    }

    /** The elements of an array; none if it is absent. */
    static List<Located> elements(Located place) {
        List<Located> elements = new ArrayList<>();
        if (has(place)) {
            if (!place.node().isArray()) {
                throw new StructureException(place, "must be an array, but is " + kind(place.node()));
            }
            for (int i = 0; i < place.node().size(); i++) {
                elements.add(place.get(i));
            }
        }
        return elements;
    }

    static List<String> texts(Located place) {
        return elements(place).stream().map(element -> element.node().asText()).toList();
    }

    /** A scalar as text: authors forget the quotes around {@code 1.0}. */
    static Optional<String> text(Located place) {
        return has(place) && place.node().isValueNode()
                ? Optional.of(place.node().asText())
                : Optional.empty();
    }

    static String requiredText(Located place) {
        return text(place)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new StructureException(place, "must be a text, but is " + kind(place.node())));
    }

    /** {@code "true"} in quotes counts as {@code true}. */
    static boolean flag(Located place, boolean otherwise) {
        return has(place) ? place.node().asBoolean(otherwise) : otherwise;
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case MISSING -> "missing";
            case NULL -> "empty";
            case ARRAY, OBJECT -> "an " + node.getNodeType().name().toLowerCase(Locale.ROOT);
            case STRING -> "the text '" + shortened(node.asText()) + "'";
            default -> node.toString();
        };
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 40 ? Beginning.of(line, 40) + "…" : line;
    }
}

package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Names for members that an object does not have yet. */
final class Names {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final int TRIES = 5;

    private Names() {}

    /** A name that only a pattern or {@code additionalProperties} speaks of. */
    static @Nullable String undeclared(Place place, @Nullable JsonNode object, Random random) {
        List<String> patterns = new ArrayList<>(place.patterns().keySet());
        boolean open = place.normal().path("additionalProperties").isObject()
                || place.normal().path("unevaluatedProperties").isObject();
        int choice = random.nextInt(patterns.size() + (open ? 1 : 0));
        for (int i = 0; i < TRIES; i++) {
            String name = choice < patterns.size() ? like(place, patterns.get(choice), random) : allowed(place, random);
            if (name != null && (object == null || !object.has(name))) {
                return name;
            }
        }
        return null;
    }

    static @Nullable String like(Place place, String pattern, Random random) {
        JsonNode name = place.below("name " + pattern, () -> {
                    ObjectNode rules =
                            Json.NODES.objectNode().put("type", "string").put("pattern", pattern);
                    ArrayNode all = rules.putArray("allOf");
                    if (place.normal().has("propertyNames")) {
                        all.add(place.normal().get("propertyNames"));
                    }
                    return rules;
                })
                .draw(random);
        return name == null ? null : name.textValue();
    }

    /** A name that {@code propertyNames} allows. */
    static @Nullable String allowed(Place place, Random random) {
        if (!place.normal().has("propertyNames")) {
            return word(random);
        }
        JsonNode name = names(place).draw(random);
        return name == null ? null : name.textValue();
    }

    /** The names that {@code propertyNames} allows, as a schema of strings. */
    static Place names(Place place) {
        return place.below("names", () -> {
            ObjectNode rules = Json.NODES.objectNode().put("type", "string");
            rules.putArray("allOf").add(place.normal().get("propertyNames"));
            return rules;
        });
    }

    /** A word of three to ten letters. */
    static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int left = 3 + random.nextInt(8); left > 0; left--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }
}

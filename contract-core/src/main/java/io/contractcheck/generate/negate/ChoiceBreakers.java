package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** {@code oneOf} by two of its schemas, {@code not} by what it refuses, {@code if} by what its branch refuses. */
final class ChoiceBreakers {
    private ChoiceBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        all.put("oneOf", (spot, value, place, rule, random) -> twice(place, rule, random));
        all.put("not", (spot, value, place, rule, random) -> drawn(place, "not", List.of(rule), List.of(), random));
        all.put("if", ChoiceBreakers::against);
    }

    private static @Nullable JsonNode twice(Place place, JsonNode rule, Random random) {
        if (rule.size() < 2) {
            return null;
        }
        int first = random.nextInt(rule.size());
        int second = random.nextInt(rule.size() - 1);
        second += second >= first ? 1 : 0;
        return drawn(
                place,
                "oneOf",
                List.of(rule.get(Math.min(first, second)), rule.get(Math.max(first, second))),
                List.of(),
                random);
    }

    private static @Nullable JsonNode against(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        boolean then = random.nextBoolean();
        JsonNode branch = place.normal().get(then ? "then" : "else");
        return branch == null
                ? null
                : then
                        ? drawn(place, "if", List.of(rule), List.of(branch), random)
                        : drawn(place, "if", List.of(), List.of(rule, branch), random);
    }

    /** A value by a schema without one keyword, that keeps some rules and breaks others. */
    private static @Nullable JsonNode drawn(
            Place place, String keyword, List<JsonNode> kept, List<JsonNode> broken, Random random) {
        return place.below(keyword + kept + broken, () -> {
                    ObjectNode rules = Json.NODES.objectNode();
                    ObjectNode rest = rules.deepCopy();
                    rest.setAll((ObjectNode) place.normal());
                    rest.remove(keyword);
                    ArrayNode all = rules.putArray("allOf").add(rest);
                    kept.forEach(all::add);
                    broken.forEach(one -> all.addObject().set("not", one));
                    return rules;
                })
                .draw(random);
    }
}

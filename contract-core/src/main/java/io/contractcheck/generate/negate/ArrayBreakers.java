package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Sizes of arrays, {@code uniqueItems}, closed lists, and {@code contains}. */
final class ArrayBreakers {
    private static final int LONGEST = 1_000;
    private static final int MORE = 5;

    private ArrayBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        all.put("minItems", (spot, value, place, rule, random) -> fewer(value, rule.asInt(), random));
        all.put("maxItems", ArrayBreakers::more);
        all.put("uniqueItems", ArrayBreakers::repeated);
        all.put("items", ArrayBreakers::closed);
        all.put("unevaluatedItems", ArrayBreakers::closed);
        all.put("contains", ArrayBreakers::lacking);
        all.put("maxContains", ArrayBreakers::crowded);
    }

    private static @Nullable JsonNode fewer(JsonNode value, int least, Random random) {
        if (!value.isArray() || least < 1) {
            return null;
        }
        ArrayNode fewer = copy(value);
        int size = random.nextBoolean() ? least - 1 : random.nextInt(least);
        while (fewer.size() > size) {
            fewer.remove(random.nextInt(fewer.size()));
        }
        return fewer;
    }

    private static @Nullable JsonNode more(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        if (!value.isArray() || rule.asInt(LONGEST) >= LONGEST) {
            return null;
        }
        ArrayNode more = copy(value);
        int size = rule.asInt() + 1 + (random.nextBoolean() ? 0 : random.nextInt(MORE));
        boolean unique = spot.places().stream()
                .anyMatch(p -> p.normal().path("uniqueItems").asBoolean());
        while (more.size() < size) {
            JsonNode item = unique || value.isEmpty() || random.nextBoolean()
                    ? item(spot, more.size(), random)
                    : value.get(random.nextInt(value.size()));
            if (item == null) {
                return null;
            }
            more.add(item);
        }
        return more;
    }

    private static @Nullable JsonNode item(Spot spot, int index, Random random) {
        List<Place> places = spot.item(index);
        return places.isEmpty() ? Json.NODES.numberNode(random.nextInt()) : Spot.drawn(places, random);
    }

    private static @Nullable JsonNode repeated(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        if (!value.isArray() || !rule.asBoolean()) {
            return null;
        }
        ArrayNode repeated = copy(value);
        if (repeated.isEmpty()) {
            JsonNode item = item(spot, 0, random);
            return item == null ? null : repeated.add(item).add(item);
        }
        JsonNode twice = repeated.get(random.nextInt(repeated.size()));
        if (repeated.size() == 1 || random.nextBoolean()) {
            return repeated.add(twice);
        }
        repeated.set(random.nextInt(repeated.size()), twice);
        return repeated;
    }

    /** One item more where the list is closed. */
    private static @Nullable JsonNode closed(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        boolean shut = value.isArray() && rule.isBoolean() && !rule.booleanValue();
        ArrayNode longer = shut ? copy(value) : null;
        int full = place.normal().path("prefixItems").size();
        while (longer != null && longer.size() < full) {
            JsonNode item = item(spot, longer.size(), random);
            longer = item == null ? null : longer.add(item);
        }
        return longer == null ? null : longer.add(TypeBreakers.simple(random));
    }

    private static Place wanted(Place place) {
        return place.below("contains", () -> place.normal().get("contains"));
    }

    /** Too few items that {@code contains} asks for. */
    private static @Nullable JsonNode lacking(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        int least = place.normal().path("minContains").asInt(1);
        if (!value.isArray() || least < 1) {
            return null;
        }
        Place wanted = wanted(place);
        ArrayNode lacking = Json.NODES.arrayNode();
        int kept = random.nextBoolean() ? least - 1 : random.nextInt(least);
        int matching = 0;
        for (JsonNode item : value) {
            if (wanted.accepts(item) && ++matching > kept) {
                JsonNode other = random.nextBoolean() ? null : unlike(spot, lacking.size(), wanted, random);
                if (other != null) {
                    lacking.add(other);
                }
            } else {
                lacking.add(item);
            }
        }
        return lacking;
    }

    private static @Nullable JsonNode unlike(Spot spot, int index, Place wanted, Random random) {
        JsonNode item = item(spot, index, random);
        return item == null || wanted.accepts(item) ? null : item;
    }

    private static @Nullable JsonNode crowded(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        if (!value.isArray()
                || rule.asInt(LONGEST) >= LONGEST
                || !place.normal().has("contains")) {
            return null;
        }
        ArrayNode crowded = copy(value);
        int matching = (int) value.valueStream().filter(wanted(place)::accepts).count();
        for (int i = matching; i <= rule.asInt(); i++) {
            JsonNode item = like(spot, place, crowded.size()).draw(random);
            if (item == null) {
                return null;
            }
            crowded.add(item);
        }
        return crowded;
    }

    /** An item that {@code contains} counts. */
    private static Place like(Spot spot, Place place, int index) {
        List<JsonNode> items = spot.item(index).stream().map(Place::normal).toList();
        return place.below("like " + items, () -> {
            ObjectNode rules = Json.NODES.objectNode();
            ArrayNode all = rules.putArray("allOf").add(place.normal().get("contains"));
            items.forEach(all::add);
            return rules;
        });
    }

    private static ArrayNode copy(JsonNode array) {
        ArrayNode copy = Json.NODES.arrayNode();
        array.forEach(copy::add);
        return copy;
    }
}

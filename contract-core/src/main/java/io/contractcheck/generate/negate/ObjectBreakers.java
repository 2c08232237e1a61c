package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Which members an object has. */
final class ObjectBreakers {
    private static final int WIDEST = 1_000;

    private ObjectBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        all.put("required", ObjectBreakers::missing);
        all.put("additionalProperties", ObjectBreakers::closed);
        all.put("unevaluatedProperties", ObjectBreakers::closed);
        all.put("properties", ObjectBreakers::forbidden);
        all.put("patternProperties", ObjectBreakers::forbidden);
        all.put("minProperties", ObjectBreakers::fewer);
        all.put("maxProperties", ObjectBreakers::more);
        all.put("dependentRequired", ObjectBreakers::dependent);
        all.put("dependentSchemas", ObjectBreakers::dependent);
        all.put("propertyNames", ObjectBreakers::misnamed);
    }

    private static @Nullable JsonNode missing(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        return value.isObject() && !rule.isEmpty()
                ? without(value, rule.get(random.nextInt(rule.size())).asText())
                : null;
    }

    /** A member more where the object is closed: any word, or nearly the name of one that is known. */
    private static @Nullable JsonNode closed(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        if (!value.isObject() || !rule.isBoolean() || rule.booleanValue()) {
            return null;
        }
        List<String> known = new ArrayList<>();
        value.fieldNames().forEachRemaining(known::add);
        String name = known.isEmpty() || random.nextBoolean()
                ? Names.word(random)
                : known.get(random.nextInt(known.size())) + Names.word(random).substring(0, 1);
        return value.has(name) ? null : with(value, name, TypeBreakers.simple(random));
    }

    /** A member that must not be there. */
    private static @Nullable JsonNode forbidden(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        List<String> forbidden = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : rule.properties()) {
            if (entry.getValue().isBoolean() && !entry.getValue().booleanValue() && !value.has(entry.getKey())) {
                forbidden.add(entry.getKey());
            }
        }
        if (!value.isObject() || forbidden.isEmpty()) {
            return null;
        }
        String name = forbidden.get(random.nextInt(forbidden.size()));
        if (place.patterns().containsKey(name)) {
            name = Names.like(place, name, random);
        }
        return name == null ? null : with(value, name, TypeBreakers.simple(random));
    }

    private static @Nullable JsonNode fewer(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        int least = rule.asInt();
        if (!value.isObject() || least < 1) {
            return null;
        }
        List<String> optional = new ArrayList<>();
        value.fieldNames().forEachRemaining(optional::add);
        for (Place one : spot.places()) {
            one.normal().path("required").forEach(name -> optional.remove(name.asText()));
        }
        ObjectNode fewer = copy(value);
        while (fewer.size() >= least && !optional.isEmpty()) {
            fewer.remove(optional.remove(random.nextInt(optional.size())));
        }
        return fewer.size() < least ? fewer : null;
    }

    private static @Nullable JsonNode more(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        if (!value.isObject() || rule.asInt(WIDEST) >= WIDEST) {
            return null;
        }
        ObjectNode more = copy(value);
        List<String> absent = new ArrayList<>();
        for (Place one : spot.places()) {
            one.normal().path("properties").fieldNames().forEachRemaining(absent::add);
        }
        for (int tries = 0; more.size() <= rule.asInt() && tries < 2 * WIDEST; tries++) {
            String name =
                    absent.isEmpty() ? Names.allowed(place, random) : absent.remove(random.nextInt(absent.size()));
            if (name != null && !more.has(name)) {
                List<Place> places = spot.member(name);
                JsonNode member = places.isEmpty() ? TypeBreakers.simple(random) : Spot.drawn(places, random);
                if (member != null) {
                    more.set(name, member);
                }
            }
        }
        return more.size() > rule.asInt() ? more : null;
    }

    /** A member without those it depends on: they go, or it comes. */
    private static @Nullable JsonNode dependent(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        List<String> causes = new ArrayList<>();
        rule.fieldNames().forEachRemaining(causes::add);
        if (!value.isObject() || causes.isEmpty()) {
            return null;
        }
        String cause = causes.get(random.nextInt(causes.size()));
        ObjectNode changed = copy(value);
        if (!changed.has(cause)) {
            List<Place> places = spot.member(cause);
            JsonNode member = places.isEmpty() ? TypeBreakers.simple(random) : Spot.drawn(places, random);
            if (member == null) {
                return null;
            }
            changed.set(cause, member);
        }
        JsonNode names =
                rule.get(cause).isArray() ? rule.get(cause) : rule.get(cause).path("required");
        if (!names.isEmpty()) {
            String lost = names.get(random.nextInt(names.size())).asText();
            changed.remove(lost);
            for (JsonNode name : names) {
                if (!name.asText().equals(lost) && !changed.has(name.asText())) {
                    JsonNode member = Spot.drawn(spot.member(name.asText()), random);
                    changed.set(name.asText(), member == null ? TypeBreakers.simple(random) : member);
                }
            }
        }
        return changed;
    }

    private static @Nullable JsonNode misnamed(Spot spot, JsonNode value, Place place, JsonNode rule, Random random) {
        if (!value.isObject()) {
            return null;
        }
        Place names = Names.names(place);
        JsonNode right = names.draw(random);
        JsonNode wrong = right == null ? null : Breakers.changed(Spot.root(right, names), right, random);
        if (wrong == null || !wrong.isTextual() || value.has(wrong.textValue())) {
            return null;
        }
        List<Place> places = spot.member(wrong.textValue());
        JsonNode member = places.isEmpty() ? TypeBreakers.simple(random) : Spot.drawn(places, random);
        return member == null ? null : with(value, wrong.textValue(), member);
    }

    private static ObjectNode copy(JsonNode object) {
        return Json.NODES.objectNode().setAll((ObjectNode) object);
    }

    private static JsonNode without(JsonNode object, String name) {
        ObjectNode copy = copy(object);
        copy.remove(name);
        return copy;
    }

    private static JsonNode with(JsonNode object, String name, JsonNode value) {
        return copy(object).set(name, value);
    }
}

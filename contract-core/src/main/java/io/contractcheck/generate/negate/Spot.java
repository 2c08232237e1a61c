package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a valid value, or where one could be: a member or an item that the schema knows and the value does not have.
 *
 * @param parent nothing for the whole value
 * @param step the name or index in the parent; nothing if it is still to be chosen
 * @param value nothing if it is not there
 * @param places the schemas that apply
 */
record Spot(
        @Nullable Spot parent,
        @Nullable Object step,
        @Nullable JsonNode value,
        List<Place> places) {
    private static final int MOST = 500;

    static Spot root(JsonNode value, Place place) {
        return of(null, null, value, List.of(place));
    }

    private static Spot of(@Nullable Spot parent, @Nullable Object step, JsonNode value, List<Place> direct) {
        List<Place> active = new ArrayList<>();
        direct.forEach(place -> place.active(value, active));
        return new Spot(parent, step, value, active);
    }

    /** This place and all below it. */
    List<Spot> all() {
        List<Spot> all = new ArrayList<>(List.of(this));
        for (int i = 0; i < all.size() && all.size() < MOST; i++) {
            all.get(i).addBelow(all);
        }
        return all;
    }

    private void addBelow(List<Spot> all) {
        if (value instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                all.add(of(this, member.getKey(), member.getValue(), member(member.getKey())));
            }
            absent(object, all);
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size() && all.size() < MOST; i++) {
                all.add(of(this, i, array.get(i), item(i)));
            }
            List<Place> first = array.isEmpty() ? item(0) : List.of();
            if (!first.isEmpty()) {
                all.add(new Spot(this, 0, null, first));
            }
        }
    }

    private void absent(ObjectNode object, List<Spot> all) {
        Set<String> names = new LinkedHashSet<>();
        for (Place place : places) {
            place.normal().path("properties").fieldNames().forEachRemaining(names::add);
            for (String keyword : List.of("patternProperties", "additionalProperties", "unevaluatedProperties")) {
                JsonNode rules = place.normal().path(keyword);
                if (rules.isObject() && !rules.isEmpty()) {
                    all.add(new Spot(this, null, null, List.of(place)));
                }
            }
        }
        for (String name : names) {
            if (!object.has(name)) {
                all.add(new Spot(this, name, null, member(name)));
            }
        }
    }

    List<Place> member(String name) {
        List<Place> direct = new ArrayList<>();
        places.forEach(place -> place.member(name, direct));
        return direct;
    }

    List<Place> item(int index) {
        List<Place> direct = new ArrayList<>();
        places.forEach(place -> place.item(index, direct));
        return direct;
    }

    /** This place with a valid value in it; nothing if none was found. */
    @Nullable Spot filled(Random random) {
        if (value != null) {
            return this;
        }
        Object at = step;
        List<Place> direct = places;
        if (at == null) {
            String name = Names.undeclared(places.get(0), parent == null ? null : parent.value, random);
            if (name == null) {
                return null;
            }
            at = name;
            direct = new ArrayList<>();
            places.get(0).member(name, direct);
        }
        JsonNode drawn = drawn(direct, random);
        return drawn == null ? null : of(parent, at, drawn, direct);
    }

    /** A value by the first of some schemas that says most. */
    static @Nullable JsonNode drawn(List<Place> places, Random random) {
        return places.isEmpty()
                ? null
                : places.get(random.nextInt(places.size())).draw(random);
    }

    /** The whole value with another in this place. */
    JsonNode whole(JsonNode changed) {
        JsonNode whole = changed;
        for (Spot at = this; at.parent != null; at = at.parent) {
            whole = with(at.parent.value, at.step, whole);
        }
        return whole;
    }

    private static JsonNode with(@Nullable JsonNode parent, @Nullable Object step, JsonNode value) {
        if (step instanceof Integer index) {
            ArrayNode array = Json.NODES.arrayNode();
            if (parent != null) {
                parent.forEach(array::add);
            }
            if (index < array.size()) {
                array.set(index, value);
            } else {
                array.add(value);
            }
            return array;
        }
        ObjectNode object = Json.NODES.objectNode();
        if (parent instanceof ObjectNode members) {
            object.setAll(members);
        }
        return object.set(String.valueOf(step), value);
    }
}

package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** All breakers, by keyword. */
final class Breakers {
    private static final Map<String, Breaker> ALL = all();

    private Breakers() {}

    private static Map<String, Breaker> all() {
        Map<String, Breaker> all = new LinkedHashMap<>();
        TypeBreakers.addTo(all);
        NumberBreakers.addTo(all);
        TextBreakers.addTo(all);
        ArrayBreakers.addTo(all);
        ObjectBreakers.addTo(all);
        ChoiceBreakers.addTo(all);
        return all;
    }

    private record Rule(Place place, String keyword, JsonNode value) {}

    /** The whole value with one of the rules that hold in a spot broken, it is hoped. */
    static @Nullable JsonNode broken(Spot spot, Random random) {
        Spot filled = spot.filled(random);
        JsonNode value = filled == null ? null : filled.value();
        if (filled == null || value == null) {
            return null;
        }
        JsonNode changed = changed(filled, value, random);
        return changed == null ? null : filled.whole(changed);
    }

    static @Nullable JsonNode changed(Spot spot, JsonNode value, Random random) {
        List<Rule> rules = new ArrayList<>();
        for (Place place : spot.places()) {
            for (Map.Entry<String, JsonNode> entry : place.normal().properties()) {
                if (ALL.containsKey(entry.getKey())) {
                    rules.add(new Rule(place, entry.getKey(), entry.getValue()));
                }
            }
        }
        while (!rules.isEmpty()) {
            Rule rule = rules.remove(random.nextInt(rules.size()));
            Breaker breaker = ALL.get(rule.keyword());
            JsonNode changed = breaker == null ? null : breaker.broken(spot, value, rule.place(), rule.value(), random);
            if (changed != null) {
                return changed;
            }
        }
        return null;
    }
}

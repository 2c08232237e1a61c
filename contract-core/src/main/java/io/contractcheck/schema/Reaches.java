package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What each schema says of an object, worked out once. Plain JSON Schema forbids nothing: there both keywords are remarks. */
final class Reaches {
    private final Scope scope;
    private final ConcurrentHashMap<String, Reach> known = new ConcurrentHashMap<>();

    Reaches(Scope scope) {
        this.scope = scope;
    }

    Reach of(Located place) {
        String name = Scope.name(place);
        Reach reach = known.get(name);
        if (reach == null) {
            reach = new Reach();
            if (scope.dialect() != Dialect.DRAFT_2020_12) {
                walk(place, reach, new LinkedHashSet<>());
            }
            known.put(name, reach);
        }
        return reach;
    }

    private void walk(Located place, Reach into, Set<String> entered) {
        if (!place.node().isObject() || !entered.add(Scope.name(place))) {
            return;
        }
        Located referred = referred(place);
        if (referred != null) {
            walk(referred, into, entered);
        }
        if (referred != null && scope.old()) {
            return;
        }
        place.node().path("required").forEach(name -> into.required().add(name.asText()));
        Located properties = place.get("properties");
        for (Map.Entry<String, JsonNode> property : properties.node().properties()) {
            if (!mayBeProhibited(property.getValue())) {
                continue;
            }
            Located keyword = prohibition(properties.get(property.getKey()), new LinkedHashSet<>());
            if (keyword != null) {
                into.forbidden().putIfAbsent(property.getKey(), keyword);
            }
        }
        for (Located branch : branches(place, "allOf")) {
            walk(branch, into, entered);
        }
        alternatives(branches(place, "oneOf"), into, entered);
        alternatives(branches(place, "anyOf"), into, entered);
        for (String keyword : List.of("then", "else")) {
            required(place.get(keyword), into, entered);
        }
    }

    /** What is forbidden in every alternative is forbidden; what is required in one may be required. */
    private void alternatives(List<Located> branches, Reach into, Set<String> entered) {
        Map<String, Located> common = null;
        for (Located branch : branches) {
            Reach own = new Reach(new LinkedHashMap<>(), into.required());
            walk(branch, own, new LinkedHashSet<>(entered));
            if (common == null) {
                common = own.forbidden();
            } else {
                common.keySet().retainAll(own.forbidden().keySet());
            }
        }
        if (common != null) {
            common.forEach(into.forbidden()::putIfAbsent);
        }
    }

    private void required(Located place, Reach into, Set<String> entered) {
        walk(place, new Reach(new LinkedHashMap<>(), into.required()), new LinkedHashSet<>(entered));
    }

    /** The keyword that forbids the property of that schema to travel; null if it may. */
    private @Nullable Located prohibition(Located property, Set<String> entered) {
        if (!property.node().isObject() || !entered.add(Scope.name(property))) {
            return null;
        }
        Located referred = referred(property);
        Located own = property.get(keyword());
        boolean mute = referred != null && scope.old();
        if (!mute && own.node().asBoolean()) {
            return own;
        }
        Located found = referred == null ? null : prohibition(referred, entered);
        List<Located> branches = mute ? List.of() : branches(property, "allOf");
        for (int i = 0; found == null && i < branches.size(); i++) {
            found = prohibition(branches.get(i), entered);
        }
        return found;
    }

    /** Most say nothing of the kind, and are not worth the name of their place. */
    private boolean mayBeProhibited(JsonNode property) {
        return property.has("$ref") || property.has("allOf") || property.has(keyword());
    }

    private String keyword() {
        return scope.direction() == Direction.REQUEST ? "readOnly" : "writeOnly";
    }

    private @Nullable Located referred(Located place) {
        JsonNode reference = place.node().path("$ref");
        return reference.isTextual() ? scope.place(place, reference.textValue()) : null;
    }

    private static List<Located> branches(Located place, String keyword) {
        List<Located> branches = new ArrayList<>();
        Located list = place.get(keyword);
        for (int i = 0; list.node().isArray() && i < list.node().size(); i++) {
            branches.add(list.get(i));
        }
        return branches;
    }
}

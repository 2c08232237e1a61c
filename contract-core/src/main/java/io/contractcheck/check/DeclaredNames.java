package io.contractcheck.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The property names that a schema declares anywhere: what may stand in a failure's identity, unlike keys that a run makes up. */
final class DeclaredNames {
    private static final int MOST_NODES = 50_000;
    private static final int MOST_SCHEMAS = 128;
    private static final List<String> DATA = List.of("enum", "const", "default", "example", "examples");

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> constants = new LinkedHashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Deque<Place> open = new ArrayDeque<>();

    private record Place(Schema schema, JsonNode node) {}

    private DeclaredNames() {}

    static Set<String> of(Optional<Schema> schema) {
        return schema.isEmpty() ? Set.of() : in(schema.get()).names;
    }

    /** The texts that a schema lists anywhere as values. */
    static Set<String> constants(Optional<Schema> schema) {
        return schema.isEmpty() ? Set.of() : in(schema.get()).constants;
    }

    private static DeclaredNames in(Schema schema) {
        return schema.source().documents().keep(Recent.class, Recent::new).of(schema);
    }

    /** What was last found, since what breaks one answer of an operation mostly breaks the next one. Thread-safe. */
    private static final class Recent {
        private final Map<Schema, DeclaredNames> found = new LinkedHashMap<>(16, 0.75f, true);

        synchronized DeclaredNames of(Schema schema) {
            DeclaredNames known = found.get(schema);
            if (known == null) {
                known = new DeclaredNames();
                known.walk(schema);
                known.open.clear();
                known.seen.clear();
                found.put(schema, known);
                if (found.size() > MOST_SCHEMAS) {
                    found.keySet().remove(found.keySet().iterator().next());
                }
            }
            return known;
        }
    }

    /** The pointer with every array index and every undeclared key as {@code *}. */
    static String general(JsonPointer instance, Set<String> declared) {
        StringBuilder out = new StringBuilder();
        for (JsonPointer p = instance; !p.matches(); p = p.tail()) {
            String name = p.getMatchingProperty();
            boolean kept = declared.contains(name) && !p.mayMatchElement();
            out.append('/').append(kept ? name.replace("~", "~0").replace("/", "~1") : "*");
        }
        return out.isEmpty() ? "/" : out.toString();
    }

    /** Which property is missing, where that is what is wrong: each is a fault of its own. */
    static String missing(Violation violation, JsonNode value, Set<String> names) {
        if (!violation.keyword().equals("required")) {
            return "";
        }
        JsonNode object = value.at(violation.instance());
        return names.stream()
                .filter(name -> !object.has(name) && violation.message().contains(name))
                .filter(name -> Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                        .matcher(violation.message())
                        .find())
                .sorted()
                .map(name -> " " + name)
                .collect(Collectors.joining());
    }

    private void walk(Schema root) {
        open.add(new Place(root, root.normal()));
        for (int i = 0; i < MOST_NODES && !open.isEmpty(); i++) {
            Place place = open.remove();
            JsonNode node = place.node();
            if (node.path("$ref").isTextual()) {
                follow(place.schema(), node.get("$ref").textValue());
            }
            JsonNode properties = node.path("properties");
            if (properties.isObject()) {
                properties.fieldNames().forEachRemaining(names::add);
                properties.forEach(p -> open.add(new Place(place.schema(), p)));
            }
            node.path("enum").forEach(this::constant);
            constant(node.path("const"));
            node.path("required").forEach(name -> names.add(name.asText()));
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (field.getValue().isContainerNode()
                        && !DATA.contains(field.getKey())
                        && field.getValue() != properties) {
                    open.add(new Place(place.schema(), field.getValue()));
                }
            }
            if (node.isArray()) {
                node.forEach(n -> open.add(new Place(place.schema(), n)));
            }
        }
    }

    private void constant(JsonNode value) {
        if (value.isTextual()) {
            constants.add(value.textValue());
        }
    }

    private void follow(Schema from, String ref) {
        try {
            Schema target = from.target(ref);
            if (seen.add(target.source().toString())) {
                open.add(new Place(target, target.normal()));
            }
        } catch (ReferenceException e) {
            // a broken reference declares no names
        }
    }
}

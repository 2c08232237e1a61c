package io.contractcheck.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a schema are made of, seen through references and combinations: of alternatives, all members together.
 *
 * @param names of the schemas that were referred to on the way, the outermost first
 * @param members by name
 * @param elements of the array, if it may be one
 * @param others members of any name, if such are described
 * @param types that name something, if it may have such
 */
record Anatomy(
        List<String> names,
        Map<String, Schema> members,
        Optional<Schema> elements,
        Optional<Schema> others,
        Set<Input.Type> types) {
    private static final int DEEPEST = 12;

    static Anatomy of(Schema schema) {
        Looking looking = new Looking();
        looking.at(schema, 0);
        return new Anatomy(
                List.copyOf(looking.names),
                looking.members,
                Optional.ofNullable(looking.elements),
                Optional.ofNullable(looking.others),
                looking.types);
    }

    /** What the schema that was referred to is called. */
    static Optional<String> name(Schema target) {
        String pointer = target.source().pointer().toString();
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static final class Looking {
        private final List<String> names = new ArrayList<>();
        private final Map<String, Schema> members = new LinkedHashMap<>();
        private final Set<Input.Type> types = EnumSet.noneOf(Input.Type.class);
        private @Nullable Schema elements;
        private @Nullable Schema others;

        private void at(Schema schema, int depth) {
            if (depth > DEEPEST) {
                return;
            }
            JsonNode normal;
            try {
                normal = schema.normal();
            } catch (ReferenceException e) {
                // the document's fault, and reported as such where the document is read
                return;
            }
            refer(schema, normal, depth);
            types(normal);
            normal.path("properties")
                    .properties()
                    .forEach(member -> members.putIfAbsent(member.getKey(), schema.derive(member.getValue())));
            JsonNode items = normal.path("items");
            if (elements == null && items.isObject()) {
                elements = schema.derive(items);
            }
            JsonNode additional = normal.path("additionalProperties");
            if (others == null && additional.isObject() && !additional.isEmpty()) {
                others = schema.derive(additional);
            }
            for (String combination : List.of("allOf", "oneOf", "anyOf")) {
                normal.path(combination).forEach(part -> at(schema.derive(part), depth + 1));
            }
        }

        private void refer(Schema schema, JsonNode normal, int depth) {
            if (!normal.path("$ref").isTextual()) {
                return;
            }
            Schema target;
            try {
                target = schema.target(normal.path("$ref").textValue());
            } catch (ReferenceException e) {
                return;
            }
            name(target).ifPresent(names::add);
            at(target, depth + 1);
        }

        private void types(JsonNode normal) {
            JsonNode type = normal.path("type");
            List<String> all = new ArrayList<>();
            if (type.isTextual()) {
                all.add(type.textValue());
            }
            type.forEach(one -> all.add(one.asText()));
            if (all.contains("string")) {
                types.add(Input.Type.STRING);
            }
            if (all.contains("integer") || all.contains("number")) {
                types.add(Input.Type.INTEGER);
            }
        }
    }
}

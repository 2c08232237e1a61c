package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code discriminator} demands, said in plain keywords (OpenAPI 3.1, section 4.8.25).
 *
 * <p>Each alternative that has names is joined with {@code required} and {@code enum} of the property. A schema that is no choice but
 * the parent of others becomes, for requests, a choice of these: a service reads the value as the kind that it names. Of responses it
 * only asks that the name be known. The normal form keeps a {@code discriminator} with {@code propertyName} and all {@code values} that
 * are known, as a remark.
 */
final class Discriminators {
    private final Scope scope;
    private final KindNames kinds;

    Discriminators(Scope scope) {
        this.scope = scope;
        this.kinds = new KindNames(scope);
    }

    void apply(Located schema, Variant variant, ObjectNode normal) {
        if (scope.dialect() == Dialect.DRAFT_2020_12) {
            return;
        }
        for (Located base : scope.inheritance().bases(schema)) {
            belongTo(base, schema, normal);
        }
        Located at = schema.get("discriminator");
        String property = property(at);
        if (property.isEmpty()) {
            return;
        }
        Set<String> values = new LinkedHashSet<>();
        if (!Inheritance.base(schema)) {
            for (String keyword : List.of("oneOf", "anyOf")) {
                if (normal.path(keyword).isArray()) {
                    choose(schema.get(keyword), at, (ArrayNode) normal.get(keyword), values);
                }
            }
        } else if (variant.heir().isEmpty()) {
            descend(schema, at, normal, values);
        }
        ObjectNode remark = normal.putObject("discriminator").put("propertyName", property);
        values.forEach(remark.withArrayProperty("values")::add);
    }

    private static String property(Located at) {
        return at.node().isTextual()
                ? at.node().textValue()
                : at.node().path("propertyName").asText();
    }

    private void choose(Located branches, Located at, ArrayNode normal, Set<String> all) {
        List<Integer> inline = new ArrayList<>();
        boolean named = false;
        for (int i = 0; i < normal.size(); i++) {
            Located branch = branches.get(i);
            Located kind = kinds.target(branch);
            List<String> names = kind == null ? List.of() : kinds.of(kind, at, property(at), true);
            if (names.isEmpty()) {
                List<String> own = kinds.own(branch, property(at));
                all.addAll(own);
                if (kind == null && own.isEmpty() && allowsObjects(branch)) {
                    inline.add(i);
                }
            } else {
                named = true;
                normal.set(i, joined(normal.get(i), branch, at, names));
                all.addAll(names);
            }
        }
        if (scope.direction() == Direction.REQUEST && named) {
            // "When using the discriminator, inline schemas will not be considered": no name leads to them, so none is
            // sent
            inline.forEach(i -> normal.set(i, Json.NODES.booleanNode(false)));
        }
    }

    private static boolean allowsObjects(Located branch) {
        JsonNode type = branch.node().path("type");
        return !type.isTextual() && !type.isArray()
                || type.asText().equals("object")
                || type.valueStream().anyMatch(t -> t.asText().equals("object"));
    }

    /** A schema with children: what is meant is told by the name. */
    private void descend(Located schema, Located at, ObjectNode normal, Set<String> all) {
        List<Located> heirs = kinds.heirs(schema, at);
        ArrayNode choice = Json.NODES.arrayNode();
        boolean mapped = !at.node().path("mapping").isEmpty();
        boolean lenient = scope.direction() == Direction.RESPONSE;
        for (Located heir : heirs) {
            List<String> names = kinds.of(heir, at, property(at), !mapped || lenient);
            if (!names.isEmpty()) {
                String name = scope.refer(heir, Variant.PLAIN);
                choice.add(joined(Json.NODES.objectNode().put("$ref", name), heir, at, names));
                all.addAll(names);
            } else if (!mapped) {
                // a kind whose name cannot be known: then none can be excluded
                all.addAll(kinds.own(heir, property(at)));
                return;
            }
        }
        List<String> self = kinds.of(schema, at, property(at), lenient && !heirs.isEmpty());
        if (!self.isEmpty()) {
            choice.add(pin(at, self));
            all.addAll(self);
        }
        if (choice.isEmpty()) {
            return;
        }
        if (lenient) {
            normal.withArrayProperty("allOf").add(pin(at, List.copyOf(all)));
        } else {
            normal.set("anyOf", choice);
        }
    }

    /** A child goes by its own names and those of its children. */
    private void belongTo(Located base, Located schema, ObjectNode normal) {
        Located at = base.get("discriminator");
        String property = property(at);
        boolean heir = scope.inheritance().heirs(base).stream()
                .anyMatch(h -> Scope.name(h).equals(Scope.name(schema)));
        if (!heir || property.isEmpty()) {
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        List<Located> below = new ArrayList<>(List.of(schema));
        below.addAll(scope.inheritance().heirs(schema));
        for (Located kind : below) {
            List<String> own = kinds.of(kind, at, property, true);
            if (own.isEmpty()) {
                return;
            }
            names.addAll(own);
        }
        normal.withArrayProperty("allOf").add(pin(at, List.copyOf(names)));
    }

    private JsonNode joined(JsonNode kind, Located place, Located at, List<String> names) {
        ObjectNode both = Json.NODES.objectNode();
        scope.stands(both, Origin.of(place));
        both.putArray("allOf").add(kind).add(pin(at, names));
        return both;
    }

    private JsonNode pin(Located at, List<String> names) {
        ObjectNode pin = Json.NODES.objectNode();
        ObjectNode value = pin.putObject("properties").putObject(property(at));
        names.forEach(value.putArray("enum")::add);
        pin.putArray("required").add(property(at));
        scope.stands(pin, Origin.rule(at, "discriminator"));
        scope.stands(value, Origin.rule(at, "discriminator"));
        return pin;
    }
}

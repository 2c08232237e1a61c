package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code discriminator} demands, said in plain keywords (OpenAPI 3.1, section 4.8.25): each alternative that has names is joined
 * with {@code required} and {@code enum} of the property. The normal form keeps a {@code discriminator} with {@code propertyName} and
 * all {@code values} that are known, as a remark.
 */
final class Discriminators {
    private final Scope scope;

    Discriminators(Scope scope) {
        this.scope = scope;
    }

    void apply(Located schema, ObjectNode normal) {
        Located at = schema.get("discriminator");
        String property = at.node().isTextual()
                ? at.node().textValue()
                : at.node().path("propertyName").asText();
        if (scope.dialect() == Dialect.DRAFT_2020_12 || property.isEmpty()) {
            return;
        }
        Set<String> values = new LinkedHashSet<>();
        for (String keyword : List.of("oneOf", "anyOf")) {
            if (normal.path(keyword).isArray()) {
                alternatives(schema.get(keyword), at, property, (ArrayNode) normal.get(keyword), values);
            }
        }
        ObjectNode remark = normal.putObject("discriminator").put("propertyName", property);
        values.forEach(remark.withArrayProperty("values")::add);
    }

    private void alternatives(Located branches, Located at, String property, ArrayNode normal, Set<String> all) {
        for (int i = 0; i < normal.size(); i++) {
            List<String> names = names(branches.get(i), at, property);
            if (!names.isEmpty()) {
                JsonNode pin = pin(at, property, names);
                ObjectNode both = Json.NODES.objectNode();
                scope.stands(both, Origin.of(branches.get(i)));
                both.putArray("allOf").add(normal.get(i)).add(pin);
                normal.set(i, both);
                all.addAll(names);
            } else {
                all.addAll(own(branches.get(i), property, new LinkedHashSet<>()));
            }
        }
    }

    private JsonNode pin(Located at, String property, List<String> names) {
        ObjectNode pin = Json.NODES.objectNode();
        ObjectNode value = pin.putObject("properties").putObject(property);
        names.forEach(value.putArray("enum")::add);
        pin.putArray("required").add(property);
        scope.stands(pin, Origin.rule(at, "discriminator"));
        scope.stands(value, Origin.rule(at, "discriminator"));
        return pin;
    }

    /** By the mapping, else by its schema's own constant, else by its schema's name. */
    private List<String> names(Located branch, Located at, String property) {
        String target = target(branch, branch.node().path("$ref").asText());
        List<String> mapped = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : at.node().path("mapping").properties()) {
            if (!target.isEmpty() && mapped(at, entry.getValue().asText()).equals(target)) {
                mapped.add(entry.getKey());
            }
        }
        if (mapped.isEmpty() && !target.isEmpty()) {
            mapped.add(target.substring(target.lastIndexOf('/') + 1)
                    .replace("~1", "/")
                    .replace("~0", "~"));
        }
        List<String> own = own(branch, property, new LinkedHashSet<>());
        if (!own.isEmpty()) {
            mapped.retainAll(own);
        }
        return mapped;
    }

    /** A value of the mapping is a reference, or the name of a component. */
    private String mapped(Located at, String value) {
        String components = scope.dialect() == Dialect.SWAGGER_2_0 ? "#/definitions/" : "#/components/schemas/";
        boolean name = value.matches("[A-Za-z0-9._-]+");
        String named = name ? target(at, components + value) : "";
        return named.isEmpty() ? target(at, value) : named;
    }

    private String target(Located from, String reference) {
        Located target = reference.isEmpty() ? null : scope.place(from, reference);
        return target == null || !target.exists() ? "" : Scope.name(target, Scope.NONE);
    }

    /** The values that the schema itself allows the property. */
    private List<String> own(Located schema, String property, Set<String> entered) {
        if (!entered.add(Scope.name(schema, Scope.NONE))) {
            return List.of();
        }
        JsonNode reference = schema.node().path("$ref");
        if (reference.isTextual()) {
            Located target = scope.place(schema, reference.textValue());
            return target == null ? List.of() : own(target, property, entered);
        }
        Located rule = schema.get("properties").get(property);
        List<String> values = constants(rule, entered);
        Located all = schema.get("allOf");
        for (int i = 0; values.isEmpty() && i < all.node().size(); i++) {
            values = own(all.get(i), property, entered);
        }
        return values;
    }

    private List<String> constants(Located rule, Set<String> entered) {
        JsonNode reference = rule.node().path("$ref");
        if (reference.isTextual() && entered.add(Scope.name(rule, Scope.NONE))) {
            Located target = scope.place(rule, reference.textValue());
            return target == null ? List.of() : constants(target, entered);
        }
        List<String> values = new ArrayList<>();
        if (rule.node().path("const").isTextual() && !scope.old()) {
            values.add(rule.node().path("const").textValue());
        } else {
            rule.node().path("enum").forEach(value -> values.add(value.asText()));
        }
        return values;
    }
}

package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.regex.EcmaPattern;
import io.contractcheck.regex.PatternException;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What several schemas together say about the members of an object.
 *
 * @param names the members that are spoken of by name, in document order
 * @param dependents by member, those that must come with it
 * @param patterns by owner, the patterns of {@code patternProperties} with what their members must be
 */
record MemberRules(
        List<Schema> schemas,
        List<String> names,
        Set<String> required,
        long min,
        long max,
        Map<String, Set<String>> dependents,
        Map<Schema, Map<EcmaPattern, Schema>> patterns) {

    static MemberRules read(List<Schema> schemas) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> required = new LinkedHashSet<>();
        Map<String, Set<String>> dependents = new LinkedHashMap<>();
        Map<Schema, Map<EcmaPattern, Schema>> patterns = new LinkedHashMap<>();
        long min = 0;
        long max = Long.MAX_VALUE;
        for (Schema schema : schemas) {
            JsonNode node = schema.normal();
            node.path("properties").fieldNames().forEachRemaining(names::add);
            node.path("required").forEach(name -> required.add(name.asText()));
            min = Math.max(min, Limits.at(node, "minProperties", 0));
            max = Math.min(max, Limits.at(node, "maxProperties", Long.MAX_VALUE));
            for (Map.Entry<String, JsonNode> entry :
                    node.path("dependentRequired").properties()) {
                Set<String> others = dependents.computeIfAbsent(entry.getKey(), k -> new LinkedHashSet<>());
                entry.getValue().forEach(name -> others.add(name.asText()));
            }
            Map<EcmaPattern, Schema> own = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry :
                    node.path("patternProperties").properties()) {
                try {
                    own.put(EcmaPattern.compile(entry.getKey()), schema.derive(entry.getValue()));
                } catch (PatternException e) {
                    // The schema's reader tells the user; no name matches.
                }
            }
            if (!own.isEmpty()) {
                patterns.put(schema, own);
            }
        }
        names.addAll(required);
        dependents.values().forEach(names::addAll);
        MemberRules rules = new MemberRules(schemas, List.copyOf(names), required, min, max, dependents, patterns);
        rules.refuseContradictions();
        return rules;
    }

    /** What the member of that name must be. */
    List<Schema> at(String name) {
        List<Schema> parts = new ArrayList<>();
        for (Schema schema : schemas) {
            JsonNode node = schema.normal();
            JsonNode own = node.path("properties").get(name);
            boolean known = own != null;
            if (own != null) {
                parts.add(schema.derive(own));
            }
            for (Map.Entry<EcmaPattern, Schema> pattern :
                    patterns.getOrDefault(schema, Map.of()).entrySet()) {
                if (pattern.getKey().find(name)) {
                    known = true;
                    parts.add(pattern.getValue());
                }
            }
            if (!known && node.has("additionalProperties")) {
                parts.add(schema.derive(node.get("additionalProperties")));
            }
            JsonNode allowed = node.get("propertyNames");
            if (allowed != null && !schema.derive(allowed).accepts(Json.NODES.textNode(name))) {
                parts.add(schema.derive(Json.NODES.booleanNode(false)));
            }
        }
        return parts;
    }

    /** Adds what must come with the chosen members; false if that is not possible. */
    boolean close(Set<String> chosen, Predicate<String> possible) {
        List<String> open = new ArrayList<>(chosen);
        for (int i = 0; i < open.size(); i++) {
            for (String name : dependents.getOrDefault(open.get(i), Set.of())) {
                if (chosen.add(name)) {
                    if (!possible.test(name)) {
                        return false;
                    }
                    open.add(name);
                }
            }
        }
        return true;
    }

    boolean missesDependents(ObjectNode object) {
        for (Map.Entry<String, Set<String>> entry : dependents.entrySet()) {
            if (object.has(entry.getKey()) && !entry.getValue().stream().allMatch(object::has)) {
                return true;
            }
        }
        return false;
    }

    private void refuseContradictions() {
        Schema last = schemas.get(schemas.size() - 1);
        if (min > max) {
            throw Fold.unsatisfiable(last, "minProperties " + min + " is above maxProperties " + max);
        }
        if (required.size() > max) {
            throw Fold.unsatisfiable(last, required.size() + " properties are required, but maxProperties is " + max);
        }
        if (min > Limits.WIDEST_OBJECT) {
            throw Fold.unsatisfiable(
                    last,
                    "minProperties " + min + " is above " + Limits.WIDEST_OBJECT + ", the widest object that is made");
        }
        for (String name : required) {
            if (refused(name)) {
                throw Fold.unsatisfiable(last, "property " + name + " is required, but not allowed");
            }
        }
        for (Schema schema : schemas) {
            JsonNode others = schema.normal().path("additionalProperties");
            if (min > 0 && others.isBoolean() && !others.booleanValue() && !patterns.containsKey(schema)) {
                long possible = names.stream().filter(name -> !refused(name)).count();
                if (possible < min) {
                    throw Fold.unsatisfiable(
                            schema,
                            "minProperties " + min + " with additionalProperties false, but only " + possible
                                    + " are allowed");
                }
            }
        }
    }

    private boolean refused(String name) {
        return at(name).stream()
                .anyMatch(part -> part.normal().isBoolean() && !part.normal().booleanValue());
    }
}

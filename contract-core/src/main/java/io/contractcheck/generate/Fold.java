package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Schemas that must hold at once, with references followed and {@code allOf} opened.
 *
 * @param parts what was asked for
 * @param plain the schemas whose own keywords must all hold
 * @param refs the references that were followed
 * @param groups choices still to be made
 * @param filters what values must be tried against, as it cannot be worked into their making
 */
record Fold(List<Schema> parts, List<Schema> plain, Set<String> refs, List<Group> groups, List<Schema> filters) {

    private static final List<String> ANNOTATIONS = List.of("title", "description", "example", "examples", "default");

    /** A choice: each option is a list of schemas that hold if it is taken. */
    record Group(Schema owner, String keyword, List<List<Schema>> options) {}

    /**
     * Folds schemas.
     *
     * @throws UnsatisfiableException if one of them allows nothing
     */
    static Fold of(List<Schema> parts) {
        Fold fold = new Fold(parts, new ArrayList<>(), new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>());
        parts.forEach(fold::add);
        return fold;
    }

    /** This fold with an option of its first group taken; its filters are only those that the option adds. */
    Fold taking(List<Schema> option) {
        List<Schema> all = new ArrayList<>(parts);
        all.addAll(option);
        Fold fold = new Fold(
                all,
                new ArrayList<>(plain),
                new LinkedHashSet<>(refs),
                new ArrayList<>(groups.subList(1, groups.size())),
                new ArrayList<>());
        option.forEach(fold::add);
        return fold;
    }

    Fold withoutGroups() {
        return new Fold(parts, plain, refs, List.of(), List.of());
    }

    static UnsatisfiableException unsatisfiable(Schema schema, String reason) {
        return new UnsatisfiableException(place(schema) + ": " + reason);
    }

    static String place(Schema schema) {
        return schema.source().describe();
    }

    private void add(Schema schema) {
        JsonNode node = schema.normal();
        if (node.isBoolean()) {
            if (!node.booleanValue()) {
                throw unsatisfiable(schema, "the schema is false, so nothing is valid");
            }
            return;
        }
        JsonNode ref = node.get("$ref");
        if (ref != null && refs.add(ref.textValue())) {
            add(schema.target(ref.textValue()));
        }
        for (JsonNode part : node.path("allOf")) {
            add(schema.derive(part));
        }
        plain.add(schema);
        choose(schema, "anyOf");
        choose(schema, "oneOf");
        if (node.has("not")) {
            refuse(schema, node.get("not"));
        }
        if (node.has("if")) {
            branch(schema, node);
        }
        for (Map.Entry<String, JsonNode> dependent :
                node.path("dependentSchemas").properties()) {
            groups.add(new Group(
                    schema,
                    "dependentSchemas",
                    List.of(
                            List.of(schema.derive(without(dependent.getKey()))),
                            List.of(
                                    derive(
                                            schema,
                                            "required",
                                            Json.NODES.arrayNode().add(dependent.getKey())),
                                    schema.derive(dependent.getValue())))));
        }
        if (node.has("unevaluatedProperties") || node.has("unevaluatedItems")) {
            filters.add(schema);
        }
    }

    private void choose(Schema schema, String keyword) {
        JsonNode branches = schema.normal().get(keyword);
        if (branches == null || branches.isEmpty()) {
            return;
        }
        List<List<Schema>> options = new ArrayList<>();
        for (JsonNode branch : branches) {
            if (!branch.isBoolean() || branch.booleanValue()) {
                options.add(List.of(schema.derive(branch)));
            }
        }
        if (options.isEmpty()) {
            throw unsatisfiable(schema, "every branch of " + keyword + " is false");
        }
        if (keyword.equals("oneOf") && branches.size() > 1) {
            filters.add(derive(schema, keyword, branches));
        }
        if (options.size() == 1) {
            options.get(0).forEach(this::add);
        } else {
            groups.add(new Group(schema, keyword, options));
        }
    }

    private void branch(Schema schema, JsonNode node) {
        var test = Json.NODES.objectNode();
        test.set("if", node.get("if"));
        List<Schema> met = new ArrayList<>(List.of(schema.derive(node.get("if"))));
        List<Schema> unmet = new ArrayList<>(List.of(derive(schema, "not", node.get("if"))));
        if (node.has("then")) {
            test.set("then", node.get("then"));
            met.add(schema.derive(node.get("then")));
        }
        if (node.has("else")) {
            test.set("else", node.get("else"));
            unmet.add(schema.derive(node.get("else")));
        }
        filters.add(schema.derive(test));
        groups.add(new Group(schema, "if", List.of(met, unmet)));
    }

    /** Works the simple kinds of {@code not} into the making; the others are left to the filter. */
    private void refuse(Schema schema, JsonNode not) {
        if (not.isBoolean() ? not.booleanValue() : not.isEmpty()) {
            throw unsatisfiable(schema, "not refuses every value");
        }
        if (not.isBoolean()) {
            return;
        }
        filters.add(derive(schema, "not", not));
        if (only(not, "type")) {
            Set<JsonType> others = EnumSet.allOf(JsonType.class);
            others.removeAll(JsonType.named(not.get("type")));
            var names = Json.NODES.arrayNode();
            others.forEach(t -> names.add(t.label()));
            add(derive(schema, "type", names));
        } else if (only(not, "anyOf")) {
            not.get("anyOf").forEach(b -> add(derive(schema, "not", b)));
        } else if (only(not, "not")) {
            add(schema.derive(not.get("not")));
        } else if (only(not, "required")
                || only(not, "required", "type") && not.get("type").asText().equals("object")) {
            List<List<Schema>> options = new ArrayList<>();
            not.get("required").forEach(name -> options.add(List.of(schema.derive(without(name.textValue())))));
            if (options.size() == 1) {
                add(options.get(0).get(0));
            } else if (!options.isEmpty()) {
                groups.add(new Group(schema, "not", options));
            }
        }
    }

    /** Whether the keyword is the only rule, or has none but the others beside it. */
    private static boolean only(JsonNode node, String keyword, String... others) {
        List<String> rules = new ArrayList<>();
        node.fieldNames().forEachRemaining(rules::add);
        rules.removeAll(ANNOTATIONS);
        rules.removeAll(List.of(others));
        return rules.equals(List.of(keyword));
    }

    private static JsonNode without(String name) {
        var properties = Json.NODES.objectNode().put(name, false);
        return Json.NODES.objectNode().put("type", "object").set("properties", properties);
    }

    private static Schema derive(Schema schema, String keyword, JsonNode value) {
        return schema.derive(Json.NODES.objectNode().set(keyword, value));
    }
}

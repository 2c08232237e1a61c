package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where schemas stand in a document of OpenAPI 2.0, 3.0 or 3.1: by the structure that the specifications give it, so that examples, enums and
 * extensions that look like schemas are none.
 */
final class SchemaPlaces {
    /** What a part of a document is. */
    private enum Part {
        DOCUMENT,
        COMPONENTS,
        PATH_ITEM,
        OPERATION,
        /** A parameter or header; of Swagger 2.0 itself a schema, unless it is a body. */
        PARAMETER,
        CONTENT,
        MEDIA_TYPE,
        SCHEMA
    }

    /** How a member holds parts. */
    private enum Held {
        ALONE,
        IN_A_LIST,
        BY_NAME,
        /** A schema or a list of them. */
        ALONE_OR_IN_A_LIST,
        /** Callbacks: path items by expression, by name. */
        BY_NAME_BY_NAME
    }

    private static final String[] METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"};

    private record Member(Held held, Part part) {}

    private static final Map<Part, Map<String, Member>> MEMBERS = members();

    private SchemaPlaces() {}

    private static Map<Part, Map<String, Member>> members() {
        Map<Part, Map<String, Member>> all = new EnumMap<>(Part.class);
        add(all, Part.DOCUMENT, Held.ALONE, Part.COMPONENTS, "components");
        add(all, Part.DOCUMENT, Held.BY_NAME, Part.PATH_ITEM, "paths", "webhooks");
        // Swagger 2.0 has at its root what later stands in components
        for (Part part : List.of(Part.DOCUMENT, Part.COMPONENTS)) {
            add(all, part, Held.BY_NAME, Part.SCHEMA, "schemas", "definitions");
            add(all, part, Held.BY_NAME, Part.PARAMETER, "parameters", "headers");
            add(all, part, Held.BY_NAME, Part.CONTENT, "responses", "requestBodies");
            add(all, part, Held.BY_NAME, Part.PATH_ITEM, "pathItems");
            add(all, part, Held.BY_NAME_BY_NAME, Part.PATH_ITEM, "callbacks");
        }
        add(all, Part.PATH_ITEM, Held.IN_A_LIST, Part.PARAMETER, "parameters");
        add(all, Part.PATH_ITEM, Held.ALONE, Part.OPERATION, METHODS);
        add(all, Part.OPERATION, Held.IN_A_LIST, Part.PARAMETER, "parameters");
        add(all, Part.OPERATION, Held.ALONE, Part.CONTENT, "requestBody");
        add(all, Part.OPERATION, Held.BY_NAME, Part.CONTENT, "responses");
        add(all, Part.OPERATION, Held.BY_NAME_BY_NAME, Part.PATH_ITEM, "callbacks");
        for (Part part : List.of(Part.PARAMETER, Part.CONTENT, Part.MEDIA_TYPE)) {
            add(all, part, Held.ALONE, Part.SCHEMA, "schema");
            add(all, part, Held.BY_NAME, Part.MEDIA_TYPE, "content");
            add(all, part, Held.BY_NAME, Part.PARAMETER, "headers");
        }
        add(all, Part.MEDIA_TYPE, Held.BY_NAME, Part.MEDIA_TYPE, "encoding");
        add(all, Part.PARAMETER, Held.ALONE, Part.SCHEMA, "items");
        add(all, Part.SCHEMA, Held.ALONE, Part.SCHEMA, "not", "if", "then", "else", "contains", "contentSchema");
        add(all, Part.SCHEMA, Held.ALONE, Part.SCHEMA, "additionalProperties", "additionalItems", "propertyNames");
        add(all, Part.SCHEMA, Held.ALONE, Part.SCHEMA, "unevaluatedProperties", "unevaluatedItems");
        add(all, Part.SCHEMA, Held.ALONE_OR_IN_A_LIST, Part.SCHEMA, "items");
        add(all, Part.SCHEMA, Held.IN_A_LIST, Part.SCHEMA, "allOf", "anyOf", "oneOf", "prefixItems");
        add(all, Part.SCHEMA, Held.BY_NAME, Part.SCHEMA, "properties", "patternProperties", "dependentSchemas");
        add(all, Part.SCHEMA, Held.BY_NAME, Part.SCHEMA, "$defs", "definitions");
        return Collections.unmodifiableMap(all);
    }

    private static void add(Map<Part, Map<String, Member>> all, Part part, Held held, Part member, String... names) {
        for (String name : names) {
            all.computeIfAbsent(part, p -> new LinkedHashMap<>()).put(name, new Member(held, member));
        }
    }

    /** Gives every schema of the document to the visitor, which may change it but not what it holds. */
    static void visit(JsonNode document, Consumer<ObjectNode> visitor) {
        visit(document, Part.DOCUMENT, document.has("swagger"), visitor);
    }

    private static void visit(JsonNode node, Part part, boolean swagger, Consumer<ObjectNode> visitor) {
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        if (part == Part.SCHEMA || part == Part.PARAMETER && swagger) {
            visitor.accept(object);
        }
        MEMBERS.getOrDefault(part, Map.of()).forEach((name, member) -> {
            JsonNode held = object.path(name);
            switch (member.held()) {
                case ALONE -> visit(held, member.part(), swagger, visitor);
                case IN_A_LIST -> {
                    if (held.isArray()) {
                        held.forEach(one -> visit(one, member.part(), swagger, visitor));
                    }
                }
                case ALONE_OR_IN_A_LIST -> {
                    visit(held, member.part(), swagger, visitor);
                    if (held.isArray()) {
                        held.forEach(one -> visit(one, member.part(), swagger, visitor));
                    }
                }
                case BY_NAME -> named(held, one -> visit(one, member.part(), swagger, visitor));
                case BY_NAME_BY_NAME ->
                    named(held, many -> named(many, one -> visit(one, member.part(), swagger, visitor)));
            }
        });
    }

    private static void named(JsonNode held, Consumer<JsonNode> each) {
        if (held.isObject()) {
            held.forEach(each);
        }
    }
}

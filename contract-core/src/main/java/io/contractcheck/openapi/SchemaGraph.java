package io.contractcheck.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Located;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.regex.EcmaPattern;
import io.contractcheck.regex.PatternException;
import io.contractcheck.schema.Dialect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which schemas refer to which: it finds the references that lead nowhere, and the patterns that cannot be used, before
 * anything is generated. Each schema is looked at once,
 * however many operations use it.
 */
final class SchemaGraph {
    private static final List<String> ONE = List.of(
            "items",
            "not",
            "if",
            "then",
            "else",
            "contains",
            "additionalProperties",
            "additionalItems",
            "propertyNames",
            "unevaluatedProperties",
            "unevaluatedItems",
            "contentSchema");
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf", "prefixItems", "items");
    private static final List<String> MAPS = List.of("properties", "patternProperties", "dependentSchemas");

    private final boolean siblingsCount;
    private final Warnings warnings;
    private final Set<String> patterns = new HashSet<>();
    private final Map<String, List<String>> users = new HashMap<>();
    private final Map<String, String> broken = new LinkedHashMap<>();
    private final Deque<Located> waiting = new ArrayDeque<>();

    SchemaGraph(Dialect dialect, Warnings warnings) {
        this.warnings = warnings;
        siblingsCount = dialect == Dialect.OPENAPI_3_1 || dialect == Dialect.DRAFT_2020_12;
    }

    /** Adds a schema and all it refers to. */
    void add(Located schema) {
        enter(schema);
        while (!waiting.isEmpty()) {
            Located next = waiting.remove();
            walk(next, key(next));
        }
    }

    /** To be called when all schemas are there: makes those broken that use a broken one. */
    void close() {
        Deque<String> spreading = new ArrayDeque<>(broken.keySet());
        while (!spreading.isEmpty()) {
            String key = spreading.remove();
            for (String user : users.getOrDefault(key, List.of())) {
                if (broken.putIfAbsent(user, broken.get(key)) == null) {
                    spreading.add(user);
                }
            }
        }
    }

    /** Why a schema is broken, if it is. */
    Optional<String> reason(Located schema) {
        return Optional.ofNullable(broken.get(key(schema)));
    }

    private String enter(Located schema) {
        String key = key(schema);
        if (!users.containsKey(key)) {
            users.put(key, new ArrayList<>());
            waiting.add(schema);
        }
        return key;
    }

    private void walk(Located place, String owner) {
        JsonNode node = place.node();
        if (node.isBoolean() || node.isNull() || node.isMissingNode()) {
            return;
        }
        if (!node.isObject()) {
            broken.putIfAbsent(owner, place.describe() + ": must be a schema, but is " + Structure.kind(node));
            return;
        }
        if (node.path("$ref").isTextual()) {
            follow(place, owner);
            if (!siblingsCount) {
                return;
            }
        }
        pattern(place.get("pattern"), node.path("pattern").textValue());
        if (siblingsCount && node.path("patternProperties").isObject()) {
            node.path("patternProperties")
                    .fieldNames()
                    .forEachRemaining(
                            source -> pattern(place.get("patternProperties").get(source), source));
        }
        for (String keyword : ONE) {
            if (node.path(keyword).isObject()) {
                walk(place.get(keyword), owner);
            }
        }
        for (String keyword : LISTS) {
            for (int i = 0; i < node.path(keyword).size() && node.path(keyword).isArray(); i++) {
                walk(place.get(keyword).get(i), owner);
            }
        }
        for (String keyword : MAPS) {
            if (node.path(keyword).isObject()) {
                node.path(keyword)
                        .fieldNames()
                        .forEachRemaining(name -> walk(place.get(keyword).get(name), owner));
            }
        }
    }

    /** Tells of a pattern that nobody can hold a text to, once. */
    private void pattern(Located place, @Nullable String source) {
        if (source != null && patterns.add(source)) {
            try {
                EcmaPattern.compile(source);
            } catch (PatternException e) {
                warnings.add(place.describe() + ": ignored, because the pattern cannot be used: " + e.getMessage());
            }
        }
    }

    private void follow(Located place, String owner) {
        try {
            Located target =
                    place.documents().resolve(place, place.node().path("$ref").textValue());
            if (target.node().has("$ref")) {
                place.resolve();
            }
            users.get(enter(target)).add(owner);
        } catch (ReferenceException e) {
            broken.putIfAbsent(owner, e.getMessage());
        }
    }

    private static String key(Located place) {
        return place.document() + "#" + place.pointer();
    }
}

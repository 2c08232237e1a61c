package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.generate.Bytes;
import io.contractcheck.generate.Generators;
import io.contractcheck.generate.TextRules;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.json.Json;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.regex.EcmaPattern;
import io.contractcheck.regex.PatternException;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.jqwik.api.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A schema somewhere in a schema. What is found out about it is kept. Thread-safe. */
final class Place {
    private static final int MOST = 200;

    private final Atlas atlas;
    private final Schema schema;
    private final JsonNode normal;
    private final Map<String, Place> below = new ConcurrentHashMap<>();
    private final Map<String, List<String>> texts = new ConcurrentHashMap<>();
    private @Nullable Map<String, EcmaPattern> patterns;
    private @Nullable RandomGenerator<JsonNode> generator;
    private boolean asked;

    Place(Atlas atlas, Schema schema) {
        this.atlas = atlas;
        this.schema = schema;
        JsonNode read;
        try {
            read = schema.normal();
        } catch (ReferenceException e) {
            // The schema's reader tells the user; of what is not known nothing can be broken.
            read = Json.NODES.booleanNode(true);
        }
        this.normal = read;
    }

    Schema schema() {
        return schema;
    }

    JsonNode normal() {
        return normal;
    }

    TextRules text() {
        return atlas.text();
    }

    /** A schema within, or one made of this one. */
    Place below(String key, Supplier<JsonNode> rules) {
        Place known = below.get(key);
        return known != null ? known : below.computeIfAbsent(key, k -> atlas.place(schema.derive(rules.get())));
    }

    private Place below(String keyword, JsonNode rules) {
        return below(keyword, () -> rules);
    }

    /** Texts that are worth keeping. */
    List<String> texts(String key, Supplier<List<String>> maker) {
        List<String> known = texts.get(key);
        return known != null ? known : texts.computeIfAbsent(key, k -> maker.get());
    }

    boolean accepts(JsonNode value) {
        return schema.accepts(Bytes.asText(value));
    }

    /** A valid value by this schema alone; nothing if there is none. */
    @Nullable JsonNode draw(Random random) {
        RandomGenerator<JsonNode> known = generator();
        return known == null ? null : known.next(random).value();
    }

    private synchronized @Nullable RandomGenerator<JsonNode> generator() {
        if (!asked) {
            asked = true;
            try {
                generator = Generators.valid(schema, atlas.text()).generator(1000);
            } catch (UnsatisfiableException | ReferenceException | PatternException e) {
                generator = null;
            }
        }
        return generator;
    }

    /** This schema and all that it applies to the same valid value. */
    void active(JsonNode value, List<Place> into) {
        if (into.contains(this) || into.size() >= MOST) {
            return;
        }
        into.add(this);
        if (normal.path("$ref").isTextual()) {
            try {
                atlas.target(schema, normal.get("$ref").textValue()).active(value, into);
            } catch (ReferenceException e) {
                return;
            }
        }
        for (int i = 0; i < normal.path("allOf").size(); i++) {
            below("allOf/" + i, normal.get("allOf").get(i)).active(value, into);
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            for (int i = 0; i < normal.path(keyword).size(); i++) {
                Place branch = below(keyword + "/" + i, normal.get(keyword).get(i));
                if (branch.accepts(value)) {
                    branch.active(value, into);
                }
            }
        }
        if (normal.has("if")) {
            String next = below("if", normal.get("if")).accepts(value) ? "then" : "else";
            if (normal.has(next)) {
                below(next, normal.get(next)).active(value, into);
            }
        }
        for (Map.Entry<String, JsonNode> entry : normal.path("dependentSchemas").properties()) {
            if (value.has(entry.getKey())) {
                below("dependentSchemas/" + entry.getKey(), entry.getValue()).active(value, into);
            }
        }
    }

    /** What this schema asks of the member of that name. */
    void member(String name, List<Place> into) {
        int before = into.size();
        JsonNode named = normal.path("properties").get(name);
        if (named != null) {
            into.add(below("properties/" + name, named));
        }
        for (Map.Entry<String, EcmaPattern> pattern : patterns().entrySet()) {
            if (pattern.getValue().find(name)) {
                into.add(below(
                        "patternProperties/" + pattern.getKey(),
                        normal.get("patternProperties").get(pattern.getKey())));
            }
        }
        for (String keyword : List.of("additionalProperties", "unevaluatedProperties")) {
            if (into.size() == before && normal.path(keyword).isObject()) {
                into.add(below(keyword, normal.get(keyword)));
            }
        }
    }

    /** The patterns of {@code patternProperties}. */
    synchronized Map<String, EcmaPattern> patterns() {
        Map<String, EcmaPattern> known = patterns;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry :
                    normal.path("patternProperties").properties()) {
                try {
                    known.put(entry.getKey(), EcmaPattern.compile(entry.getKey()));
                } catch (PatternException e) {
                    continue;
                }
            }
            patterns = known;
        }
        return known;
    }

    /** What this schema asks of the item at that index. */
    void item(int index, List<Place> into) {
        int prefix = normal.path("prefixItems").size();
        if (index < prefix) {
            into.add(below("prefixItems/" + index, normal.get("prefixItems").get(index)));
        } else if (normal.path("items").isObject()) {
            into.add(below("items", normal.get("items")));
        } else if (!normal.has("items") && normal.path("unevaluatedItems").isObject()) {
            into.add(below("unevaluatedItems", normal.get("unevaluatedItems")));
        }
    }

    /** The types that are named; none if any is allowed. */
    List<String> types() {
        JsonNode type = normal.path("type");
        if (type.isTextual()) {
            return List.of(type.textValue());
        }
        List<String> types = new ArrayList<>();
        type.forEach(name -> types.add(name.asText()));
        return types;
    }
}

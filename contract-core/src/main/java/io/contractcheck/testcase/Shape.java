package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.regex.EcmaPattern;
import io.contractcheck.regex.PatternException;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a schema says of the kinds of values at a place, seen through references and combinations of schemas. */
sealed interface Shape {
    /** Anything goes. */
    Shape ANYTHING = new All(List.of());

    /** How deep references and combinations are followed without a value being consumed. */
    int DEPTH = 20;

    /** How many branches are tried. */
    int BRANCHES = 32;

    /** The kinds of JSON values; an integer is a number. */
    enum Kind {
        NULL,
        BOOLEAN,
        NUMBER,
        STRING,
        ARRAY,
        OBJECT;

        static Kind of(JsonNode value) {
            return switch (value.getNodeType()) {
                case NULL -> NULL;
                case BOOLEAN -> BOOLEAN;
                case NUMBER -> NUMBER;
                case ARRAY -> ARRAY;
                case OBJECT -> OBJECT;
                default -> STRING;
            };
        }
    }

    /** All of these hold. */
    record All(List<Shape> shapes) implements Shape {}

    /** One of these holds. */
    record Any(List<Shape> shapes) implements Shape {}

    /** A schema. Thread-safe; what is asked again is worked out once. */
    final class Leaf implements Shape {
        /** As many members are kept as documents have; names may come from anywhere. */
        private static final int KEPT = 64;

        private final Schema schema;

        /** How many were passed to get here without consuming a value. */
        private final int depth;

        private final Map<Object, Shape> members = new ConcurrentHashMap<>(4);
        private volatile @Nullable Set<Kind> kinds;
        private volatile @Nullable List<Shape> views;

        private Leaf(Schema schema, int depth) {
            this.schema = schema;
            this.depth = depth;
        }

        private Shape member(Object step, Supplier<Shape> make) {
            Shape known = members.get(step);
            if (known == null) {
                known = make.get();
                if (members.size() < KEPT) {
                    members.put(step, known);
                }
            }
            return known;
        }

        private Shape derive(JsonNode normal) {
            return depth >= DEPTH ? ANYTHING : new Leaf(schema.derive(normal), depth + 1);
        }

        private Shape fresh(JsonNode normal) {
            return new Leaf(schema.derive(normal), 0);
        }

        /** What must hold as well, and of which one must hold. */
        private List<Shape> applied() {
            List<Shape> all = new ArrayList<>();
            JsonNode normal = schema.normal();
            if (normal.has("$ref")) {
                all.add(
                        depth >= DEPTH
                                ? ANYTHING
                                : new Leaf(schema.target(normal.get("$ref").textValue()), depth + 1));
            }
            normal.path("allOf").forEach(s -> all.add(derive(s)));
            for (String keyword : List.of("anyOf", "oneOf")) {
                if (normal.path(keyword).isArray()) {
                    List<Shape> any = new ArrayList<>();
                    normal.get(keyword).forEach(s -> any.add(derive(s)));
                    all.add(new Any(any));
                }
            }
            return all;
        }
    }

    static Shape of(Schema schema) {
        return new Leaf(schema, 0);
    }

    static Shape of(MediaTypeContent content) {
        return content.schema().isPresent() ? Layouts.of(content) : ANYTHING;
    }

    /** The same as one schema, if there is any. */
    default Optional<Schema> whole() {
        if (this instanceof Leaf leaf) {
            return Optional.of(leaf.schema);
        }
        boolean all = this instanceof All;
        List<Schema> inner = (all ? ((All) this).shapes : ((Any) this).shapes)
                .stream().flatMap(s -> s.whole().stream()).toList();
        if (inner.size() <= 1) {
            return inner.stream().findFirst();
        }
        ObjectNode combined = Json.NODES.objectNode();
        inner.forEach(s -> combined.withArray(all ? "allOf" : "anyOf").add(s.normal()));
        return Optional.of(inner.get(0).derive(combined));
    }

    /** The kinds that are possible. */
    default Set<Kind> kinds() {
        if (!(this instanceof Leaf leaf)) {
            return allKinds();
        }
        Set<Kind> known = leaf.kinds;
        if (known == null) {
            known = Collections.unmodifiableSet(allKinds());
            leaf.kinds = known;
        }
        return known;
    }

    private Set<Kind> allKinds() {
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        if (this instanceof All all) {
            all.shapes.forEach(s -> kinds.retainAll(s.kinds()));
        } else if (this instanceof Any any) {
            kinds.clear();
            any.shapes.forEach(s -> kinds.addAll(s.kinds()));
        } else if (this instanceof Leaf leaf) {
            JsonNode normal = leaf.schema.normal();
            if (normal.isBoolean() && !normal.booleanValue()) {
                kinds.clear();
            }
            if (normal.has("type")) {
                kinds.retainAll(types(normal.get("type")));
            }
            if (normal.has("const")) {
                kinds.retainAll(EnumSet.of(Kind.of(normal.get("const"))));
            }
            if (normal.path("enum").isArray() && !normal.get("enum").isEmpty()) {
                Set<Kind> listed = EnumSet.noneOf(Kind.class);
                normal.get("enum").forEach(v -> listed.add(Kind.of(v)));
                kinds.retainAll(listed);
            }
            leaf.applied().forEach(s -> kinds.retainAll(s.kinds()));
        }
        return kinds;
    }

    /** Whether values may be objects whose members are spread over a query, and not just because anything goes. */
    default boolean canSpread() {
        Set<Kind> kinds = kinds();
        return kinds.contains(Kind.OBJECT) && kinds.size() < Kind.values().length;
    }

    private static Set<Kind> types(JsonNode type) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (JsonNode name : type.isArray() ? type : List.of(type)) {
            switch (name.asText()) {
                case "null" -> kinds.add(Kind.NULL);
                case "boolean" -> kinds.add(Kind.BOOLEAN);
                case "integer", "number" -> kinds.add(Kind.NUMBER);
                case "array" -> kinds.add(Kind.ARRAY);
                case "object" -> kinds.add(Kind.OBJECT);
                default -> kinds.add(Kind.STRING);
            }
        }
        return kinds;
    }

    /** What is said of the member of that name. */
    default Shape property(String name) {
        return this instanceof Leaf leaf ? leaf.member(name, () -> member(name)) : member(name);
    }

    private Shape member(String name) {
        if (this instanceof All all) {
            return new All(all.shapes.stream().map(s -> s.property(name)).toList());
        }
        if (this instanceof Any any) {
            return new Any(any.shapes.stream().map(s -> s.property(name)).toList());
        }
        Leaf leaf = (Leaf) this;
        JsonNode normal = leaf.schema.normal();
        List<Shape> all = new ArrayList<>();
        if (normal.path("properties").has(name)) {
            all.add(leaf.fresh(normal.get("properties").get(name)));
        }
        for (Map.Entry<String, JsonNode> pattern :
                normal.path("patternProperties").properties()) {
            if (matches(pattern.getKey(), name)) {
                all.add(leaf.fresh(pattern.getValue()));
            }
        }
        if (all.isEmpty() && normal.path("additionalProperties").isObject()) {
            all.add(leaf.fresh(normal.get("additionalProperties")));
        }
        leaf.applied().forEach(s -> all.add(s.property(name)));
        return new All(all);
    }

    private static boolean matches(String pattern, String name) {
        try {
            return EcmaPattern.compile(pattern).find(name);
        } catch (PatternException e) {
            return false;
        }
    }

    /** What is said of the item at that index. */
    default Shape item(int index) {
        return this instanceof Leaf leaf ? leaf.member(index, () -> element(index)) : element(index);
    }

    private Shape element(int index) {
        if (this instanceof All all) {
            return new All(all.shapes.stream().map(s -> s.item(index)).toList());
        }
        if (this instanceof Any any) {
            return new Any(any.shapes.stream().map(s -> s.item(index)).toList());
        }
        Leaf leaf = (Leaf) this;
        JsonNode normal = leaf.schema.normal();
        List<Shape> all = new ArrayList<>();
        if (normal.path("prefixItems").has(index)) {
            all.add(leaf.fresh(normal.get("prefixItems").get(index)));
        } else if (normal.path("items").isObject()) {
            all.add(leaf.fresh(normal.get("items")));
        }
        leaf.applied().forEach(s -> all.add(s.item(index)));
        return new All(all);
    }

    /** The names of properties that are spoken of. */
    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        if (this instanceof All all) {
            all.shapes.forEach(s -> names.addAll(s.names()));
        } else if (this instanceof Any any) {
            any.shapes.forEach(s -> names.addAll(s.names()));
        } else if (this instanceof Leaf leaf) {
            leaf.schema.normal().path("properties").fieldNames().forEachRemaining(names::add);
            leaf.applied().forEach(s -> names.addAll(s.names()));
        }
        return names;
    }

    /** Whether values are bytes: strings of format binary, or of a media type without an encoding. */
    default boolean isBinary() {
        if (this instanceof All all) {
            return all.shapes.stream().anyMatch(Shape::isBinary);
        }
        if (this instanceof Any any) {
            return !any.shapes.isEmpty() && any.shapes.stream().allMatch(Shape::isBinary);
        }
        Leaf leaf = (Leaf) this;
        JsonNode normal = leaf.schema.normal();
        return normal.path("format").asText().equals("binary")
                || normal.has("contentMediaType") && !normal.has("contentEncoding")
                || leaf.applied().stream().anyMatch(Shape::isBinary);
    }

    /** The value of a keyword that only describes, where it is first found. */
    default Optional<JsonNode> hint(String keyword) {
        if (this instanceof All all) {
            return all.shapes.stream().flatMap(s -> s.hint(keyword).stream()).findFirst();
        }
        if (this instanceof Any any) {
            return any.shapes.stream().flatMap(s -> s.hint(keyword).stream()).findFirst();
        }
        Leaf leaf = (Leaf) this;
        return leaf.schema.normal().has(keyword)
                ? Optional.of(leaf.schema.normal().get(keyword))
                : leaf.applied().stream().flatMap(s -> s.hint(keyword).stream()).findFirst();
    }

    /** Whether the value is valid. */
    default boolean accepts(JsonNode value) {
        if (this instanceof All all) {
            return all.shapes.stream().allMatch(s -> s.accepts(value));
        }
        if (this instanceof Any any) {
            return any.shapes.stream().anyMatch(s -> s.accepts(value));
        }
        return ((Leaf) this).schema.accepts(value);
    }

    /** This shape, and this shape with each branch of its alternatives held fixed. */
    default List<Shape> views() {
        if (!(this instanceof Leaf leaf)) {
            return allViews();
        }
        List<Shape> known = leaf.views;
        if (known == null) {
            known = List.copyOf(allViews());
            leaf.views = known;
        }
        return known;
    }

    private List<Shape> allViews() {
        List<Shape> branches = new ArrayList<>();
        branches(branches);
        List<Shape> views = new ArrayList<>(List.of(this));
        branches.stream().limit(BRANCHES).forEach(b -> views.add(new All(List.of(b, this))));
        return views;
    }

    private void branches(List<Shape> into) {
        if (this instanceof All all) {
            all.shapes.forEach(s -> s.branches(into));
        } else if (this instanceof Any any) {
            into.addAll(any.shapes);
            any.shapes.forEach(s -> s.branches(into));
        } else if (this instanceof Leaf leaf) {
            leaf.applied().forEach(s -> s.branches(into));
        }
    }
}

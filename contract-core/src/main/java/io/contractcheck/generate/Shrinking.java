package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** Makes values shrink by their structure, while they keep the rules. Thread-safe. */
public final class Shrinking {
    private static final int MOST_LANDMARKS = 64;
    private static final int MOST_VISITED = 2000;

    private final Schema schema;
    private final Predicate<JsonNode> valid;
    private volatile List<JsonNode> landmarks = List.of();
    private volatile boolean surveyed;

    /**
     * @param schema where bounds, steps and listed values are looked up
     * @param valid what a smaller value must be to be taken
     */
    public Shrinking(Schema schema, Predicate<JsonNode> valid) {
        this.schema = schema;
        this.valid = valid;
    }

    /** The value, shrinking to smaller ones that are valid. */
    public Shrinkable<JsonNode> of(JsonNode value) {
        return of(value, valid);
    }

    /** The value, shrinking to smaller ones that are what is asked here. */
    public Shrinkable<JsonNode> of(JsonNode value, Predicate<JsonNode> kept) {
        return new Candidate(value, kept);
    }

    private final class Candidate implements Shrinkable<JsonNode> {
        private final JsonNode value;
        private final Predicate<JsonNode> kept;

        Candidate(JsonNode value, Predicate<JsonNode> kept) {
            this.value = value;
            this.kept = kept;
        }

        /** A copy, as Jackson's objects and arrays can be changed. */
        @Override
        public JsonNode value() {
            return value.deepCopy();
        }

        @Override
        public Stream<Shrinkable<JsonNode>> shrink() {
            Size size = Size.of(value);
            return Smaller.than(value, landmarks())
                    .filter(v -> Size.of(v).compareTo(size) < 0 && kept.test(v))
                    .map(v -> new Candidate(v, kept));
        }

        @Override
        public ShrinkingDistance distance() {
            Size size = Size.of(value);
            return ShrinkingDistance.of(size.parts(), size.magnitude());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Shrinkable<?> s && value.equals(s.value());
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        @Override
        public String toString() {
            return "Shrinkable of " + value;
        }
    }

    /** Bounds, steps and listed values of the schema: where shrinking by halves would not land. */
    private List<JsonNode> landmarks() {
        if (!surveyed) {
            Set<JsonNode> found = new LinkedHashSet<>();
            survey(found);
            landmarks = List.copyOf(found);
            surveyed = true;
        }
        return landmarks;
    }

    private void survey(Set<JsonNode> found) {
        List<Schema> open = new ArrayList<>(List.of(schema));
        Set<String> seen = new HashSet<>();
        int visited = 0;
        for (int i = 0; i < open.size(); i++) {
            Schema scope = open.get(i);
            List<JsonNode> nodes = new ArrayList<>(List.of(scope.normal()));
            for (int n = 0; n < nodes.size() && visited++ < MOST_VISITED && found.size() < MOST_LANDMARKS; n++) {
                JsonNode node = nodes.get(n);
                for (String keyword : List.of("minimum", "maximum", "multipleOf", "const")) {
                    if (node.path(keyword).isNumber() || keyword.equals("const") && node.has(keyword)) {
                        found.add(node.get(keyword));
                    }
                }
                if (node.path("enum").isArray()) {
                    node.get("enum").forEach(found::add);
                }
                if (node.path("$ref").isTextual() && seen.add(node.get("$ref").textValue())) {
                    open.add(scope.target(node.get("$ref").textValue()));
                }
                node.forEach(nodes::add);
            }
        }
    }
}

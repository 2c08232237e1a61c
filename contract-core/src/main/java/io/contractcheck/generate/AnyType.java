package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Values of several types; {@code null} is rarer than the others. */
record AnyType(Map<JsonType, Shape> shapes) implements Shape {
    private static final int NULL_WEIGHT = 15;

    /** Any JSON value, small. */
    static AnyType anything(Plans plans) {
        Map<JsonType, Shape> shapes = new EnumMap<>(JsonType.class);
        List<Schema> none = List.of();
        shapes.put(JsonType.NULL, Constants.NULL);
        shapes.put(JsonType.BOOLEAN, Constants.BOOLEANS);
        shapes.put(JsonType.INTEGER, Numbers.read(none, true));
        shapes.put(JsonType.STRING, Texts.read(none, plans));
        shapes.put(
                JsonType.ARRAY,
                new Constants(
                        List.of(Json.NODES.arrayNode(), Json.NODES.arrayNode().add(1))));
        shapes.put(
                JsonType.OBJECT,
                new Constants(
                        plans.text().carries("value")
                                ? List.of(
                                        Json.NODES.objectNode(),
                                        Json.NODES.objectNode().put("name", "value"))
                                : List.of(Json.NODES.objectNode())));
        return new AnyType(shapes);
    }

    @Override
    public @Nullable JsonNode next(Draw draw) {
        Shape nothing = shapes.get(JsonType.NULL);
        if (nothing != null && draw.chance(NULL_WEIGHT)) {
            return nothing.next(draw);
        }
        List<Shape> others = new ArrayList<>();
        shapes.forEach((type, shape) -> {
            if (type != JsonType.NULL) {
                others.add(shape);
            }
        });
        Collections.rotate(others, draw.random.nextInt(others.size()));
        if (draw.minimal()) {
            others.sort(Comparator.comparingInt(AnyType::least));
        }
        for (Shape shape : others) {
            if (shape.flaw(draw.search) == null) {
                JsonNode value = shape.next(draw);
                if (value != null) {
                    return value;
                }
            }
        }
        return nothing == null ? null : nothing.next(draw);
    }

    private static int least(Shape shape) {
        int depth = 0;
        while (depth <= Plan.DEEPEST && !shape.fits(depth, new HashSet<>())) {
            depth++;
        }
        return depth;
    }

    @Override
    public boolean fits(int depth, Set<Plan> open) {
        return shapes.values().stream().anyMatch(s -> s.fits(depth, open));
    }

    @Override
    public @Nullable String flaw(Search search) {
        String first = null;
        for (Shape shape : shapes.values()) {
            String reason = shape.flaw(search);
            for (Plan needed : shape.needed()) {
                reason = reason == null ? needed.flaw(search) : reason;
            }
            if (reason == null) {
                return null;
            }
            first = first == null ? reason : first;
        }
        return first;
    }

    @Override
    public boolean exact() {
        return shapes.values().stream().allMatch(Shape::exact);
    }

    @Override
    public String hazards() {
        StringJoiner all = new StringJoiner(", ");
        for (Shape shape : shapes.values()) {
            if (shape.hazards().isEmpty()) {
                return "";
            }
            all.add(shape.hazards());
        }
        return all.toString();
    }
}

package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arrays: their length, what stands at each index, and what must be among the elements. */
final class Items implements Shape {
    private static final int MOST_MORE = 3;
    private static final int LONG = 16;
    private static final int TRIES = 100;

    private final List<Schema> schemas;
    private final Plans plans;
    private final int min;
    private final int max;
    private final boolean unique;
    private final int tuple;
    private final List<Demand> demands;
    /** By index; from the last on they are all the same. Each is looked up when first needed, and always the same. */
    private final @Nullable Plan[] elements;

    /** So many elements of a kind. */
    private record Demand(Schema kind, int least, long most) {}

    private Items(
            List<Schema> schemas, Plans plans, int min, int max, boolean unique, int tuple, List<Demand> demands) {
        this.schemas = schemas;
        this.plans = plans;
        this.min = min;
        this.max = max;
        this.unique = unique;
        this.tuple = tuple;
        this.demands = demands;
        this.elements =
                new Plan[tuple + demands.stream().mapToInt(Demand::least).sum() + 1];
    }

    /**
     * The arrays that keep all schemas.
     *
     * @throws UnsatisfiableException if there are plainly none
     */
    static Items read(List<Schema> schemas, Plans plans) {
        long min = 0;
        long max = Integer.MAX_VALUE;
        boolean unique = false;
        int tuple = 0;
        List<Demand> demands = new ArrayList<>();
        Schema last = schemas.get(schemas.size() - 1);
        for (Schema schema : schemas) {
            JsonNode node = schema.normal();
            min = Math.max(min, Limits.at(node, "minItems", 0));
            max = Math.min(max, Limits.at(node, "maxItems", max));
            unique |= node.path("uniqueItems").asBoolean();
            tuple = Math.max(tuple, node.path("prefixItems").size());
            if (node.has("contains")) {
                int least = (int) Math.min(Limits.LONGEST_ARRAY + 1L, Limits.at(node, "minContains", 1));
                long most = Limits.at(node, "maxContains", Long.MAX_VALUE);
                if (least > most) {
                    throw Fold.unsatisfiable(schema, "minContains " + least + " is above maxContains " + most);
                }
                demands.add(new Demand(schema.derive(node.get("contains")), least, most));
                min = Math.max(min, least);
            }
        }
        if (min > max) {
            throw Fold.unsatisfiable(last, "minItems or minContains " + min + " is above maxItems " + max);
        }
        if (min > Limits.LONGEST_ARRAY) {
            throw Fold.unsatisfiable(
                    last, "minItems " + min + " is above " + Limits.LONGEST_ARRAY + ", the longest array that is made");
        }
        long demanded = demands.stream().mapToLong(Demand::least).sum();
        if (demanded > 0 && tuple + demanded <= max && min < tuple + demanded) {
            // Room behind the tuple, so that its elements and those that must be among the others do not meet.
            min = open(schemas) ? tuple + demanded : min;
        }
        Items items = new Items(schemas, plans, (int) min, (int) max, unique, tuple, demands);
        if (unique) {
            List<JsonNode> values = items.at(tuple).isEmpty()
                    ? null
                    : items.plans.of(items.at(tuple)).listed();
            if (values != null && min - tuple > values.size()) {
                throw Fold.unsatisfiable(
                        last,
                        "minItems " + min + " with uniqueItems, but the elements have only " + values.size()
                                + " values");
            }
        }
        return items;
    }

    private static boolean open(List<Schema> schemas) {
        return schemas.stream()
                .map(schema -> schema.normal().path("items"))
                .noneMatch(others -> others.isBoolean() && !others.booleanValue());
    }

    @Override
    public @Nullable JsonNode next(Draw draw) {
        int length = length(draw);
        ArrayNode array = Json.NODES.arrayNode(length);
        draw.descend();
        try {
            for (int i = 0; i < length; i++) {
                JsonNode element = element(i, array, draw);
                if (element == null) {
                    if (i < min) {
                        return null;
                    }
                    break;
                }
                array.add(element);
            }
        } finally {
            draw.ascend();
        }
        return met(array) ? array : null;
    }

    @Override
    public boolean exact() {
        return true;
    }

    @Override
    public boolean fits(int depth, Set<Plan> open) {
        if (min == 0) {
            return true;
        }
        if (depth == 0) {
            return false;
        }
        for (Plan plan : needed()) {
            if (!plan.fits(depth - 1, new HashSet<>())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Plan> needed() {
        List<Plan> needed = new ArrayList<>();
        for (int i = 0; i < Math.min(min, tuple + 1); i++) {
            needed.add(planned(i));
        }
        return needed;
    }

    @Override
    public String hazards() {
        if (!demands.isEmpty()) {
            return "contains";
        }
        return unique && min > 1 ? "uniqueItems with minItems " + min : "";
    }

    private int length(Draw draw) {
        int least = Math.max(min, draw.minimal() ? 0 : Math.min(tuple, max));
        if (draw.minimal() || max == min) {
            return min;
        }
        int kind = draw.random.nextInt(20);
        if (kind == 0) {
            return min;
        }
        if (kind == 1 && max <= LONG) {
            return max;
        }
        int from = Math.min(max, Math.max(least, kind < 16 ? 1 : 0));
        return from + draw.random.nextInt(Math.min(max - from, MOST_MORE) + 1);
    }

    private @Nullable JsonNode element(int index, ArrayNode before, Draw draw) {
        Plan plan = planned(index);
        if (plan.flaw(draw.search) != null) {
            return null;
        }
        for (int i = 0; i < (unique ? TRIES : 1) && !draw.spent(); i++) {
            JsonNode element = plan.next(draw);
            if (element == null || !unique || fresh(element, before)) {
                return element;
            }
        }
        return null;
    }

    private static boolean fresh(JsonNode element, ArrayNode before) {
        for (JsonNode other : before) {
            if (Json.equal(element, other)) {
                return false;
            }
        }
        return true;
    }

    private boolean met(ArrayNode array) {
        for (Demand demand : demands) {
            int count = 0;
            for (JsonNode element : array) {
                if (demand.kind.accepts(Bytes.asText(element))) {
                    count++;
                }
            }
            if (count < demand.least || count > demand.most) {
                return false;
            }
        }
        return true;
    }

    /** The plan at an index; from some index on it is always the same. */
    private Plan planned(int index) {
        int at = Math.min(index, elements.length - 1);
        Plan known = elements[at];
        if (known == null) {
            known = plans.of(demanded(at));
            elements[at] = known;
        }
        return known;
    }

    /** What stands at an index; what must be among the elements has the first places behind the tuple, if there is room. */
    private List<Schema> demanded(int index) {
        List<Schema> parts = at(index);
        int first = 0;
        for (Demand demand : demands) {
            int start = Math.max(first, Math.min(tuple, min - demand.least));
            if (index >= start && index < start + demand.least) {
                // what contains matches is evaluated
                parts = listed(index);
                parts.add(demand.kind);
                break;
            }
            first = start + demand.least;
        }
        return parts;
    }

    private List<Schema> at(int index) {
        List<Schema> parts = listed(index);
        if (parts.isEmpty()) {
            for (Schema schema : schemas) {
                if (schema.normal().has("unevaluatedItems")) {
                    parts.add(schema.derive(schema.normal().get("unevaluatedItems")));
                }
            }
        }
        return parts;
    }

    private List<Schema> listed(int index) {
        List<Schema> parts = new ArrayList<>();
        for (Schema schema : schemas) {
            JsonNode prefix = schema.normal().path("prefixItems");
            if (index < prefix.size()) {
                parts.add(schema.derive(prefix.get(index)));
            } else if (schema.normal().has("items")) {
                parts.add(schema.derive(schema.normal().get("items")));
            }
        }
        return parts;
    }
}

package io.contractcheck.generate.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code contains}, {@code minContains} and {@code maxContains}: arrays by how many of their elements match. */
final class Containing implements Family {
    private static final long MOST = 100;
    private static final int TRIES = 12;

    @Override
    public Stream<Candidate> valid(View view) {
        List<Candidate> all = new ArrayList<>();
        for (Schema part : asking(view)) {
            long least = least(part);
            long most = most(part);
            add(all, view, part, least, 0, "valid_array", "as few matching items as contains asks for");
            add(all, view, part, least, 1, "valid_array", "as few matching items as contains asks for, and another");
            if (most < MOST) {
                add(all, view, part, most, 0, "maximum_items_array", "as many matching items as maxContains " + most);
                if (most - 1 > least) {
                    add(all, view, part, most - 1, 0, "near_boundary_items_array", "one matching item fewer");
                }
            } else {
                add(all, view, part, least + 1, 0, "near_boundary_items_array", "one matching item more");
            }
        }
        return all.stream();
    }

    @Override
    public Stream<Candidate> invalid(View view) {
        List<Candidate> all = new ArrayList<>();
        for (Schema part : asking(view)) {
            long least = least(part);
            if (least > 0) {
                String keyword = part.normal().has("minContains") ? "minContains" : "contains";
                String description = "one item too few that contains asks for";
                wrong(all, view, part, least - 1, "array_below_min_items", keyword, description);
            }
            long most = most(part);
            if (most < MOST) {
                String description = "one matching item more than maxContains " + most;
                wrong(all, view, part, most + 1, "array_above_max_items", "maxContains", description);
            }
        }
        return all.stream();
    }

    private static List<Schema> asking(View view) {
        return !view.types().contains("array")
                ? List.of()
                : view.parts().stream()
                        .filter(part -> part.normal().has("contains") && least(part) <= MOST)
                        .toList();
    }

    private static long least(Schema part) {
        return part.normal().path("minContains").asLong(1);
    }

    private static long most(Schema part) {
        return part.normal().path("maxContains").asLong(Long.MAX_VALUE);
    }

    private static void add(
            List<Candidate> all, View view, Schema part, long matching, int more, String scenario, String description) {
        ArrayNode array = made(view, part, matching, matching + more);
        if (array != null && array.size() >= matching + more) {
            all.add(Candidate.valid(array, scenario, description));
        }
    }

    private static void wrong(
            List<Candidate> all,
            View view,
            Schema part,
            long matching,
            String scenario,
            String keyword,
            String description) {
        JsonNode template = view.template("array");
        ArrayNode array = made(view, part, matching, template == null ? 0 : template.size());
        if (array != null) {
            all.add(Candidate.invalid(array, scenario, keyword, description));
        }
    }

    /** An array with so many elements that match, filled up with others; nothing if there are not so many. */
    private static @Nullable ArrayNode made(View view, Schema part, long matching, long size) {
        JsonNode wanted = part.normal().get("contains");
        ObjectNode unwanted = Json.NODES.objectNode();
        unwanted.set("not", wanted);
        long full = Math.max(Math.max(matching, size), view.least("minItems"));
        ArrayNode array = Json.NODES.arrayNode();
        long left = matching;
        while (array.size() < Math.min(full, 2 * MOST)) {
            View element = view.element(array.size(), null);
            JsonNode next = left > 0 ? fresh(view, element, wanted, array) : null;
            if (next != null) {
                left--;
            } else {
                next = fresh(view, element, unwanted, array);
            }
            if (next == null) {
                break;
            }
            array.add(next);
        }
        return left == 0 ? array : null;
    }

    private static @Nullable JsonNode fresh(View view, View element, JsonNode rules, ArrayNode before) {
        JsonNode made = element.made(rules, 1);
        for (int seed = 2; seed < TRIES && made != null && view.unique() && Making.contains(before, made); seed++) {
            made = element.made(rules, seed);
        }
        return made;
    }
}

package io.contractcheck.generate.walk;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Arrays: their elements, sizes and uniqueness. */
final class Arrays implements Family {
    private static final long LONGEST = 1_000;
    private static final int TRIES = 12;

    @Override
    public Stream<Candidate> valid(View view) {
        if (!view.types().contains("array")) {
            return Stream.empty();
        }
        return Families.each(Stream.of(() -> sizes(view), () -> elements(view, true)));
    }

    @Override
    public Stream<Candidate> invalid(View view) {
        if (!view.types().contains("array")) {
            return unlikely(view);
        }
        return Families.each(Stream.of(
                () -> beyond(view), () -> repeated(view), () -> unexpected(view), () -> elements(view, false)));
    }

    /** Where something else than an array is asked, but what is said of one suggests it. */
    private static Stream<Candidate> unlikely(View view) {
        return !view.unique() || !view.speaks("type")
                ? Stream.empty()
                : Stream.of(Candidate.invalid(
                        Json.NODES.arrayNode().add(false).addNull(),
                        "unique_items_array",
                        "type",
                        "an array of unique items, though none is allowed"));
    }

    private static Stream<Candidate> sizes(View view) {
        long least = view.least("minItems");
        long most = view.most("maxItems");
        List<Supplier<Stream<Candidate>>> all = new ArrayList<>();
        if (least == 0) {
            all.add(() -> Stream.of(Candidate.valid(Json.NODES.arrayNode(), "valid_array", "no items")));
        } else {
            all.add(() -> sized(view, least, "valid_array", "as few items as minItems " + least + " allows"));
            all.add(() -> sized(view, least + 1, "near_boundary_items_array", "one item more than the fewest"));
        }
        if (least < view.prefix() - 1) {
            all.add(() -> sized(view, view.prefix() - 1, "valid_array", "without the last of prefixItems"));
        }
        if (most < Long.MAX_VALUE) {
            all.add(() -> sized(view, most, "maximum_items_array", "as many items as maxItems " + most + " allows"));
            all.add(() -> sized(view, most - 1, "near_boundary_items_array", "one item fewer than the most"));
        }
        return Families.each(all.stream());
    }

    private static Stream<Candidate> sized(View view, long size, String scenario, String description) {
        ArrayNode array = ofSize(view, size);
        return array == null ? Stream.empty() : Stream.of(Candidate.valid(array, scenario, description));
    }

    /** A valid array of that size; nothing if there is none. */
    private static @Nullable ArrayNode ofSize(View view, long size) {
        if (size < 0 || size > LONGEST) {
            return null;
        }
        JsonNode template = view.template("array");
        if (template instanceof ArrayNode known) {
            ArrayNode grown = Json.NODES.arrayNode();
            for (int i = 0; i < size && i < known.size(); i++) {
                grown.add(known.get(i));
            }
            while (grown.size() < size && !known.isEmpty() && grown.size() >= known.size()) {
                JsonNode more = another(view, grown);
                if (more == null) {
                    break;
                }
                grown.add(more);
            }
            if (grown.size() == size && view.accepts(grown)) {
                return grown;
            }
        }
        ObjectNode bounds = Json.NODES
                .objectNode()
                .put("type", "array")
                .put("minItems", size)
                .put("maxItems", size);
        return view.made(bounds, 1) instanceof ArrayNode made ? made : null;
    }

    /** One more element for an array, other than those it has where they must be unique. */
    private static @Nullable JsonNode another(View view, ArrayNode array) {
        View element = view.element(array.size(), null);
        if (!view.unique()) {
            JsonNode last = array.isEmpty() ? null : array.get(array.size() - 1);
            return last != null && element.accepts(last) ? last : element.template();
        }
        for (int seed = 1; seed < TRIES; seed++) {
            JsonNode drawn = view.making().drawn(element.schema(), seed + 31L * array.size());
            if (drawn != null && !Making.contains(array, drawn)) {
                return drawn;
            }
        }
        return Families.valid(element)
                .map(Candidate::value)
                .filter(value -> element.accepts(value) && !Making.contains(array, value))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Candidate> beyond(View view) {
        List<Candidate> all = new ArrayList<>();
        long least = view.least("minItems");
        ArrayNode fewest = least > 0 ? ofSize(view, least) : null;
        if (fewest != null) {
            ArrayNode fewer = copy(fewest);
            fewer.remove(fewer.size() - 1);
            all.add(Candidate.invalid(
                    fewer, "array_below_min_items", "minItems", "one item fewer than minItems " + least));
        }
        long most = view.most("maxItems");
        ArrayNode longest = most < LONGEST ? ofSize(view, most) : null;
        JsonNode more = longest == null ? null : another(view, longest);
        if (longest != null && more != null) {
            all.add(Candidate.invalid(
                    copy(longest).add(more),
                    "array_above_max_items",
                    "maxItems",
                    "one item more than maxItems " + most));
        }
        return all.stream();
    }

    private static Stream<Candidate> repeated(View view) {
        JsonNode template = view.template("array");
        if (!view.unique() || !(template instanceof ArrayNode array) || array.isEmpty()) {
            return Stream.empty();
        }
        String description = "the same item twice, though uniqueItems is asked";
        ArrayNode longer = copy(array);
        longer.add(array.get(array.size() - 1));
        ArrayNode same = copy(array);
        same.set(array.size() - 1, array.get(0));
        ArrayNode pair = Json.NODES.arrayNode().add(array.get(0)).add(array.get(0));
        return view.fitting(
                Stream.of(pair, longer, same)
                        .map(v -> Candidate.invalid(v, "non_unique_items", "uniqueItems", description))
                        .toList(),
                1);
    }

    /** One item more where the list is closed: {@code items} or {@code unevaluatedItems} is false. */
    private static Stream<Candidate> unexpected(View view) {
        if (!(view.template("array") instanceof ArrayNode array)) {
            return Stream.empty();
        }
        ArrayNode full = array.size() < view.prefix() ? ofSize(view, view.prefix()) : array;
        if (full == null) {
            return Stream.empty();
        }
        ArrayNode longer = copy(full).add(42);
        return Stream.of("items", "unevaluatedItems")
                .filter(view::speaks)
                .map(keyword -> Candidate.invalid(
                        longer,
                        "array_above_max_items",
                        new Fault(JsonPointer.empty().appendIndex(full.size()), keyword, true),
                        "an item that " + keyword + " does not allow"));
    }

    /** Each value of the elements: alone where that is allowed, else in the template, beside what {@code contains} asks for. */
    private static Stream<Candidate> elements(View view, boolean valid) {
        boolean listed = view.speaks("items") || view.speaks("unevaluatedItems");
        if (!listed && !view.speaks("prefixItems") || !(view.template("array") instanceof ArrayNode template)) {
            return Stream.empty();
        }
        int prefix = view.prefix();
        ArrayNode full =
                listed && template.size() <= prefix && view.most("maxItems") > prefix ? ofSize(view, prefix + 1) : null;
        ArrayNode base = full == null ? template : full;
        int shown = Math.min(base.size(), prefix + (listed ? 1 : 0));
        return Families.each(IntStream.range(0, shown).mapToObj(i -> () -> element(view, base, i, valid)));
    }

    private static Stream<Candidate> element(View view, ArrayNode base, int index, boolean valid) {
        boolean last = index >= view.prefix();
        int at = last && view.speaks("contains") && base.size() < view.most("maxItems") ? base.size() : index;
        boolean alone = at == 0 && view.prefix() == 0 && view.least("minItems") <= 1;
        View element = view.element(at, base.get(at));
        JsonPointer step = JsonPointer.empty().appendIndex(at);
        return (valid ? Families.valid(element) : Families.invalid(element))
                .map(candidate -> candidate.scenario().equals("enum_value")
                                && candidate.pointer().matches()
                        ? candidate.as("enum_value_items_array")
                        : candidate)
                .map(candidate -> candidate.inside(
                        step, value -> alone ? Json.NODES.arrayNode().add(value) : with(view, base, at, value)));
    }

    /** The array with a value at an index, and where items must be unique, with something else in the place of an equal one. */
    private static ArrayNode with(View view, ArrayNode base, int index, JsonNode value) {
        ArrayNode changed = copy(base);
        if (index == changed.size()) {
            return changed.add(value);
        }
        changed.set(index, value);
        for (int i = 0; view.unique() && i < changed.size(); i++) {
            JsonNode other = i != index && Json.equal(changed.get(i), value) ? another(view, changed) : null;
            if (other != null) {
                changed.set(i, other);
            }
        }
        return changed;
    }

    private static ArrayNode copy(ArrayNode array) {
        return Json.NODES.arrayNode().addAll(array);
    }
}

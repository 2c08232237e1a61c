package io.contractcheck.generate.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.generate.Generators;
import io.contractcheck.generate.TextRules;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.json.Json;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.regex.PatternException;
import io.contractcheck.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes the valid values that others are derived from, always the same. */
final class Making {
    /** How deep, and of how many values, a template shows what is optional. */
    private static final int DEPTH = 6;

    private static final int SIZE = 1000;
    private static final int MOST_FILLED = 10;

    /** How far from the root every reference is walked in full, and how often it is below. */
    private static final int NEAR = 3;

    private static final int VISITS = 8;

    /** After so many values, how often a reference is walked in full. */
    private static final int MANY = 300;

    private static final int FEW_VISITS = 2;

    private static final int DRAWS = 5;

    /** How many texts are drawn to find one that a person reads over, not to look for the fault in it. */
    private static final int READABLE = 8;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/@ +-]{1,80}");

    private final TextRules text;
    private final Map<String, Integer> visits = new LinkedHashMap<>();
    private int given;
    private @Nullable JsonNode drawnLast;
    private @Nullable RandomGenerator<JsonNode> generator;

    Making(TextRules text) {
        this.text = text;
    }

    TextRules text() {
        return text;
    }

    /**
     * Whether a place is walked in full. What was seen often enough is not: circles of many schemas would never end, and what is used
     * everywhere, as often in itself, would be sent thousands of times, though the same code reads it.
     */
    boolean enters(View view) {
        boolean seldom = true;
        int most = given < MANY ? VISITS : FEW_VISITS;
        for (String ref : view.refs()) {
            seldom &= visits.merge(ref, 1, Integer::sum) <= most;
        }
        return seldom || given < MANY && view.depth() <= NEAR;
    }

    /** Counts a value that was given out. */
    void gave() {
        given++;
    }

    /** The shortest of several, for where recursion ends. */
    private @Nullable JsonNode small(Schema schema) {
        JsonNode smallest = null;
        for (int seed = 1; seed <= DRAWS; seed++) {
            JsonNode value = drawn(schema, seed);
            if (value == null) {
                return null;
            }
            if (smallest == null
                    || Json.write(value).length() < Json.write(smallest).length()) {
                smallest = value;
            }
        }
        return smallest;
    }

    /** A valid value of a schema by the generators; nothing if there is none. */
    @Nullable JsonNode drawn(Schema schema, long seed) {
        try {
            return generator(schema).next(new Random(seed)).value();
        } catch (UnsatisfiableException | ReferenceException | PatternException e) {
            // What cannot be made is not walked; who makes the positive cases of an operation tells why.
            return null;
        }
    }

    /** Kept for the next time, as the many items of a long list are drawn from one schema. */
    private RandomGenerator<JsonNode> generator(Schema schema) {
        RandomGenerator<JsonNode> known = generator;
        if (known == null || !schema.normal().equals(drawnLast)) {
            known = Generators.valid(schema, text).generator(1000);
            generator = known;
            drawnLast = schema.normal();
        }
        return known;
    }

    /** A valid value if one is found soon. */
    @Nullable JsonNode sought(Schema schema, long seed) {
        try {
            return Generators.sought(schema, text, seed).orElse(null);
        } catch (UnsatisfiableException | ReferenceException | PatternException e) {
            return null;
        }
    }

    /** A valid value that shows as much of the schema as can be; nothing if there is none. */
    @Nullable JsonNode template(View view) {
        JsonNode built = built(view, 0, new int[] {SIZE});
        return built != null ? built : view.open() ? drawn(view.schema(), 1) : small(view.schema());
    }

    private @Nullable JsonNode built(View view, int depth, int[] budget) {
        budget[0]--;
        if (!view.open()) {
            return null;
        }
        JsonNode own = plain(view, depth, budget);
        if (own != null && view.accepts(own)) {
            return own;
        }
        for (View.Group group : view.groups()) {
            for (Schema branch : group.branches()) {
                JsonNode value = depth > DEPTH ? null : built(view.branch(branch), depth + 1, budget);
                if (value != null && view.accepts(value)) {
                    return value;
                }
            }
        }
        return null;
    }

    private @Nullable JsonNode plain(View view, int depth, int[] budget) {
        for (String keyword : List.of("const", "enum")) {
            for (JsonNode listed : view.all(keyword)) {
                for (JsonNode value : keyword.equals("enum") ? listed : List.of(listed)) {
                    if (view.accepts(value)) {
                        return value;
                    }
                }
            }
        }
        String type = view.types().isEmpty() ? "" : view.types().get(0);
        return switch (type) {
            case "object" -> object(view, depth, budget);
            case "array" -> array(view, depth, budget);
            default -> view.groups().isEmpty() ? scalar(view) : null;
        };
    }

    private @Nullable JsonNode scalar(View view) {
        for (JsonNode example : Constants.examples(view)) {
            if (view.accepts(example)) {
                return example;
            }
        }
        JsonNode first = drawn(view.schema(), 1);
        for (int seed = 2; first != null && first.isTextual() && seed < READABLE; seed++) {
            JsonNode value = seed == 2 ? first : drawn(view.schema(), seed);
            if (value != null && PLAIN.matcher(value.asText()).matches()) {
                return value;
            }
        }
        return first;
    }

    private @Nullable JsonNode object(View view, int depth, int[] budget) {
        ObjectNode object = Json.NODES.objectNode();
        List<String> required = view.required();
        long most = view.most("maxProperties");
        int owed = required.size();
        for (String name : view.declared()) {
            boolean must = required.contains(name);
            if (must) {
                owed--;
            } else if (depth > DEPTH || budget[0] <= 0 || object.size() + owed >= most) {
                continue;
            }
            View member = view.member(name, null);
            JsonNode value = built(member, depth + 1, budget);
            if (value == null && (must || member.open())) {
                value = small(member.schema());
            }
            if (value == null && must) {
                return null;
            }
            if (value != null) {
                object.set(name, value);
            }
        }
        return object;
    }

    private @Nullable JsonNode array(View view, int depth, int[] budget) {
        int least = (int) Math.min(MOST_FILLED + 1, view.least("minItems"));
        long most = view.most("maxItems");
        long size = Math.min(most, Math.max(view.prefix(), Math.max(1, least)));
        if (least > MOST_FILLED) {
            return drawn(view.schema(), 1);
        }
        ArrayNode array = Json.NODES.arrayNode();
        for (int i = 0; i < size; i++) {
            View element = view.element(i, null);
            JsonNode value = depth > DEPTH && i >= least ? null : built(element, depth + 1, budget);
            if (value == null && i < least) {
                value = small(element.schema());
            }
            if (value == null) {
                break;
            }
            for (int seed = 2; view.unique() && contains(array, value) && seed < 12; seed++) {
                JsonNode other = drawn(element.schema(), seed);
                value = other == null ? value : other;
            }
            array.add(value);
        }
        return view.accepts(array) ? array : drawn(view.schema(), 1);
    }

    static boolean contains(JsonNode array, JsonNode value) {
        return array.valueStream().anyMatch(element -> Json.equal(element, value));
    }
}

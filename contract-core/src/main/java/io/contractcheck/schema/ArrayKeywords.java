package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arrays (JSON Schema core, sections 10.3.1 and 11.2; validation, section 6.4). */
final class ArrayKeywords {
    private ArrayKeywords() {}

    static @Nullable Keyword of(Compiler.Part part) {
        return switch (part.name()) {
            case "minItems" -> fewest(part);
            case "maxItems" -> most(part);
            case "uniqueItems" -> part.value().booleanValue() ? unique(part) : null;
            case "prefixItems" -> prefix(part);
            case "items" -> items(part);
            case "contains" -> contains(part);
            case "unevaluatedItems" -> unevaluated(part);
            default -> null;
        };
    }

    private static Keyword fewest(Compiler.Part part) {
        int least = Counts.of(part);
        return (value, evaluation, seen) -> !value.isArray()
                || value.size() >= least
                || part.fails(
                        evaluation,
                        () -> "must have at least " + Counts.of(least, "item") + ", but has " + value.size());
    }

    private static Keyword most(Compiler.Part part) {
        int most = Counts.of(part);
        return (value, evaluation, seen) -> !value.isArray()
                || value.size() <= most
                || part.fails(
                        evaluation, () -> "must have at most " + Counts.of(most, "item") + ", but has " + value.size());
    }

    private static Keyword unique(Compiler.Part part) {
        return (value, evaluation, seen) -> {
            if (!value.isArray()) {
                return true;
            }
            Map<Integer, List<Integer>> byHash = new HashMap<>();
            for (int i = 0; i < value.size(); i++) {
                int second = i;
                List<Integer> same = byHash.computeIfAbsent(hash(value.get(i)), h -> new ArrayList<>(1));
                for (int first : same) {
                    if (Json.equal(value.get(first), value.get(second))) {
                        return part.fails(
                                evaluation,
                                () -> "must not repeat items, but items " + first + " and " + second + " are both "
                                        + Evaluation.show(value.get(second)));
                    }
                }
                same.add(i);
            }
            return true;
        };
    }

    /** The same for values that are equal as JSON. */
    private static int hash(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return number.signum() == 0 ? 0 : number.stripTrailingZeros().hashCode();
        }
        int hash = value.size();
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                hash += member.getKey().hashCode() ^ 31 * hash(member.getValue());
            }
            return hash;
        }
        if (value.isArray()) {
            for (JsonNode item : value) {
                hash = 31 * hash + hash(item);
            }
            return hash;
        }
        return value.hashCode();
    }

    private static Keyword prefix(Compiler.Part part) {
        List<Rule> rules = part.rules();
        return (value, evaluation, seen) -> {
            int count = value.isArray() ? Math.min(rules.size(), value.size()) : 0;
            boolean valid = true;
            for (int i = 0; i < count && (valid || evaluation.collecting()); i++) {
                valid &= evaluation.inside(i, rules.get(i), value.get(i));
            }
            if (seen != null) {
                seen.items(count);
            }
            return valid;
        };
    }

    private static Keyword items(Compiler.Part part) {
        int start = part.schema().path("prefixItems").size();
        Rule rule = part.rule();
        return (value, evaluation, seen) -> {
            int count = value.isArray() ? value.size() : 0;
            boolean valid = true;
            for (int i = start; i < count && (valid || evaluation.collecting()); i++) {
                valid &= evaluation.inside(i, rule, value.get(i));
            }
            if (seen != null) {
                seen.items(count);
            }
            return valid;
        };
    }

    private static Keyword contains(Compiler.Part part) {
        Rule rule = part.rule();
        Integer low = Shape.count(part.schema().path("minContains"));
        Integer high = Shape.count(part.schema().path("maxContains"));
        int least = low == null ? 1 : low;
        int most = high == null ? Integer.MAX_VALUE : high;
        return (value, evaluation, seen) -> {
            if (!value.isArray()) {
                return true;
            }
            int matches = 0;
            for (int i = 0; i < value.size(); i++) {
                if (evaluation.quietlyInside(i, rule, value.get(i))) {
                    matches++;
                    if (seen != null) {
                        seen.item(i);
                    }
                }
            }
            int found = matches;
            if (found < least) {
                return evaluation.fails(
                        part.origin(),
                        low == null ? "contains" : "minContains",
                        () -> "must contain at least " + Counts.of(least, "matching item") + ", but has " + found);
            }
            return found <= most
                    || evaluation.fails(
                            part.origin(),
                            "maxContains",
                            () -> "must contain at most " + Counts.of(most, "matching item") + ", but has " + found);
        };
    }

    private static Keyword unevaluated(Compiler.Part part) {
        Rule rule = part.rule();
        return (value, evaluation, seen) -> {
            boolean valid = true;
            for (int i = 0; value.isArray() && i < value.size() && (valid || evaluation.collecting()); i++) {
                if (seen != null && !seen.has(i)) {
                    valid &= rule.forbids()
                            ? evaluation.failsInside(i, part.origin(), part.name(), () -> "must not be there")
                            : evaluation.inside(i, rule, value.get(i));
                    seen.item(i);
                }
            }
            return valid;
        };
    }
}

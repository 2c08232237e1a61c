package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Objects (JSON Schema core, sections 10.2.2.4, 10.3.2 and 11.3; validation, section 6.5). */
final class ObjectKeywords {
    private ObjectKeywords() {}

    static @Nullable Keyword of(Compiler.Part part) {
        return switch (part.name()) {
            case "minProperties" -> fewest(part);
            case "maxProperties" -> most(part);
            case "required" -> required(part);
            case "dependentRequired" -> dependentRequired(part);
            case "properties" -> properties(part);
            case "patternProperties" -> patternProperties(part);
            case "additionalProperties" -> additional(part);
            case "propertyNames" -> names(part);
            case "dependentSchemas" -> dependentSchemas(part);
            case "unevaluatedProperties" -> unevaluated(part);
            default -> null;
        };
    }

    private static Keyword fewest(Compiler.Part part) {
        int least = Counts.of(part);
        return (value, evaluation, seen) -> !value.isObject()
                || value.size() >= least
                || part.fails(
                        evaluation,
                        () -> "must have at least " + Counts.of(least, "property") + ", but has " + value.size());
    }

    private static Keyword most(Compiler.Part part) {
        int most = Counts.of(part);
        return (value, evaluation, seen) -> !value.isObject()
                || value.size() <= most
                || part.fails(
                        evaluation,
                        () -> "must have at most " + Counts.of(most, "property") + ", but has " + value.size());
    }

    private static Keyword required(Compiler.Part part) {
        List<String> names = texts(part.value());
        return (value, evaluation, seen) -> {
            boolean valid = true;
            for (String name : value.isObject() ? names : List.<String>of()) {
                if (!value.has(name)) {
                    valid = part.fails(evaluation, () -> "must have the property " + quote(name));
                    if (!evaluation.collecting()) {
                        return false;
                    }
                }
            }
            return valid;
        };
    }

    private static Keyword dependentRequired(Compiler.Part part) {
        Map<String, List<String>> dependents = new LinkedHashMap<>();
        part.value().properties().forEach(member -> dependents.put(member.getKey(), texts(member.getValue())));
        return (value, evaluation, seen) -> {
            boolean valid = true;
            for (Map.Entry<String, List<String>> entry : dependents.entrySet()) {
                for (String name : value.has(entry.getKey()) ? entry.getValue() : List.<String>of()) {
                    if (value.isObject() && !value.has(name)) {
                        valid = part.fails(
                                evaluation,
                                () -> "must have the property " + quote(name) + ", because it has "
                                        + quote(entry.getKey()));
                    }
                }
            }
            return valid;
        };
    }

    private static Keyword properties(Compiler.Part part) {
        List<Map.Entry<String, Rule>> rules = List.copyOf(part.ruleMap().entrySet());
        return (value, evaluation, seen) -> {
            if (!value.isObject()) {
                return true;
            }
            boolean valid = true;
            for (int i = 0; i < rules.size(); i++) {
                Map.Entry<String, Rule> entry = rules.get(i);
                JsonNode member = value.get(entry.getKey());
                if (member != null) {
                    valid &= evaluation.inside(entry.getKey(), entry.getValue(), member);
                    if (!valid && !evaluation.collecting()) {
                        return false;
                    }
                    if (seen != null) {
                        seen.property(entry.getKey());
                    }
                }
            }
            return valid;
        };
    }

    private static Keyword patternProperties(Compiler.Part part) {
        List<Matcher> matchers = new ArrayList<>();
        part.ruleMap().forEach((source, rule) -> {
            Predicate<String> pattern = part.compiler().pattern(source, false, part.origin(), part.name());
            if (pattern != null) {
                matchers.add(new Matcher(pattern, rule));
            }
        });
        return (value, evaluation, seen) -> {
            boolean valid = true;
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                for (Matcher matcher : matchers) {
                    if (matcher.pattern.test(member.getKey())) {
                        valid &= evaluation.inside(member.getKey(), matcher.rule, member.getValue());
                        if (!valid && !evaluation.collecting()) {
                            return false;
                        }
                        if (seen != null) {
                            seen.property(member.getKey());
                        }
                    }
                }
            }
            return valid;
        };
    }

    private static Keyword additional(Compiler.Part part) {
        Set<String> declared = new LinkedHashSet<>();
        part.schema().path("properties").fieldNames().forEachRemaining(declared::add);
        List<Predicate<String>> patterns = new ArrayList<>();
        boolean unknown = false;
        for (Map.Entry<String, JsonNode> entry :
                part.schema().path("patternProperties").properties()) {
            Predicate<String> pattern =
                    part.compiler().pattern(entry.getKey(), true, part.origin(), "patternProperties");
            unknown |= pattern == null;
            if (pattern != null) {
                patterns.add(pattern);
            }
        }
        if (unknown) {
            return (value, evaluation, seen) -> true;
        }
        return leftover(
                part,
                (name, seen) -> !declared.contains(name) && patterns.stream().noneMatch(p -> p.test(name)));
    }

    private static Keyword unevaluated(Compiler.Part part) {
        return leftover(part, (name, seen) -> seen != null && !seen.has(name));
    }

    private static Keyword leftover(Compiler.Part part, Choice choice) {
        Rule rule = part.rule();
        return (value, evaluation, seen) -> {
            boolean valid = true;
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                String name = member.getKey();
                if (choice.isLeft(name, seen)) {
                    valid &= rule.forbids()
                            ? evaluation.failsInside(
                                    name, part.origin(), part.name(), () -> "is a property that is not allowed")
                            : evaluation.inside(name, rule, member.getValue());
                    if (!valid && !evaluation.collecting()) {
                        return false;
                    }
                    if (seen != null) {
                        seen.property(name);
                    }
                }
            }
            return valid;
        };
    }

    private static Keyword names(Compiler.Part part) {
        Rule rule = part.rule();
        return (value, evaluation, seen) -> {
            boolean valid = true;
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                valid &= evaluation.inside(member.getKey(), rule, Json.NODES.textNode(member.getKey()));
                if (!valid && !evaluation.collecting()) {
                    return false;
                }
            }
            return valid;
        };
    }

    private static Keyword dependentSchemas(Compiler.Part part) {
        Map<String, Rule> rules = part.ruleMap();
        return (value, evaluation, seen) -> {
            boolean valid = true;
            for (Map.Entry<String, Rule> entry : rules.entrySet()) {
                if (value.isObject() && value.has(entry.getKey())) {
                    valid &= entry.getValue().inPlace(value, evaluation, seen);
                }
            }
            return valid;
        };
    }

    private static List<String> texts(JsonNode names) {
        List<String> texts = new ArrayList<>();
        names.forEach(name -> texts.add(name.textValue()));
        return List.copyOf(new LinkedHashSet<>(texts));
    }

    private static String quote(String name) {
        return Json.write(Json.NODES.textNode(name));
    }

    private record Matcher(Predicate<String> pattern, Rule rule) {}

    /** Whether a property is left for the keyword to judge. */
    @FunctionalInterface
    private interface Choice {
        boolean isLeft(String name, @Nullable Seen seen);
    }
}

package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** References, and schemas made of schemas (JSON Schema core, sections 8.2.3 and 10.2). */
final class LogicKeywords {
    private LogicKeywords() {}

    static @Nullable Keyword of(Compiler.Part part) {
        return switch (part.name()) {
            case "$ref" -> reference(part);
            case "allOf" -> all(part);
            case "anyOf" -> any(part);
            case "oneOf" -> one(part);
            case "not" -> not(part);
            case "if" -> condition(part);
            default -> null;
        };
    }

    private static Keyword reference(Compiler.Part part) {
        Resource target = part.compiler().scope().target(part.value().textValue());
        return (value, evaluation, seen) -> evaluation.follow(target, value, seen);
    }

    private static Keyword all(Compiler.Part part) {
        List<Rule> rules = part.rules();
        return (value, evaluation, seen) -> {
            boolean valid = true;
            for (Rule rule : rules) {
                valid &= rule.inPlace(value, evaluation, seen);
                if (!valid && !evaluation.collecting()) {
                    return false;
                }
            }
            return valid;
        };
    }

    private static Keyword any(Compiler.Part part) {
        List<Rule> rules = part.rules();
        Alternatives alternatives = new Alternatives(part, rules);
        return (value, evaluation, seen) -> {
            boolean valid = false;
            for (Rule rule : rules) {
                valid |= evaluation.quietly(rule, value, seen);
                if (valid && seen == null) {
                    return true;
                }
            }
            return valid || alternatives.failsAll(value, evaluation);
        };
    }

    private static Keyword one(Compiler.Part part) {
        List<Rule> rules = part.rules();
        Alternatives alternatives = new Alternatives(part, rules);
        return (value, evaluation, seen) -> {
            List<Integer> matches = new ArrayList<>(2);
            for (int i = 0; i < rules.size(); i++) {
                if (evaluation.quietly(rules.get(i), value, seen)) {
                    matches.add(i);
                    if (matches.size() > 1 && !evaluation.collecting()) {
                        return false;
                    }
                }
            }
            if (matches.isEmpty()) {
                return alternatives.failsAll(value, evaluation);
            }
            return matches.size() == 1
                    || part.fails(
                            evaluation,
                            () -> "must match exactly one of " + rules.size() + " schemas, but matches numbers "
                                    + matches.stream()
                                            .map(i -> String.valueOf(i + 1))
                                            .collect(java.util.stream.Collectors.joining(" and ")));
        };
    }

    private static Keyword not(Compiler.Part part) {
        Rule rule = part.rule();
        return (value, evaluation, seen) -> !evaluation.quietly(rule, value, null)
                || part.fails(
                        evaluation, () -> "must not match the schema under not, but is " + Evaluation.show(value));
    }

    private static @Nullable Keyword condition(Compiler.Part part) {
        Rule test = part.rule();
        JsonNode schema = part.schema();
        Rule then = branch(part, "then", schema.get("then"));
        Rule otherwise = branch(part, "else", schema.get("else"));
        return (value, evaluation, seen) -> {
            Rule next = evaluation.quietly(test, value, seen) ? then : otherwise;
            return next.inPlace(value, evaluation, seen);
        };
    }

    private static Rule branch(Compiler.Part part, String name, @Nullable JsonNode schema) {
        return schema == null
                ? Rule.ANYTHING
                : new Compiler.Part(part.compiler(), part.schema(), name, schema, part.origin()).rule();
    }
}

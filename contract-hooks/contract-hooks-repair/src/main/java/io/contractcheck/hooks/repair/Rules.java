package io.contractcheck.hooks.repair;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.OperationFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is to be done at which operations: a rule a line, the operations before the first colon that a space follows, as in
 * {@code POST /login: remove /debug}.
 *
 * @param property where they were written
 */
record Rules<T>(String property, List<Rule<T>> all) {
    /** One line. */
    record Rule<T>(OperationFilter operations, T action) {}

    /**
     * Those that users set; none if they set none.
     *
     * @param action reads what stands behind the colon
     * @throws HookException if a line cannot be read
     */
    static <T> Rules<T> read(String property, String example, HookContext context, Function<String, T> action) {
        List<Rule<T>> rules = new ArrayList<>();
        for (String line : context.setting(property).orElse("").strip().split("\\s*\\R\\s*")) {
            if (!line.isEmpty()) {
                rules.add(rule(property, example, line, action));
            }
        }
        return new Rules<>(property, List.copyOf(rules));
    }

    private static <T> Rule<T> rule(String property, String example, String line, Function<String, T> action) {
        int colon = line.indexOf(": ");
        try {
            if (colon < 0) {
                throw new IllegalArgumentException("there is no colon with a space behind it");
            }
            return new Rule<>(
                    new OperationFilter(line.substring(0, colon)),
                    action.apply(line.substring(colon + 2).strip()));
        } catch (IllegalArgumentException e) {
            throw new HookException(
                    property + ": the rule '" + line + "' cannot be read: " + e.getMessage()
                            + ". Write one rule a line, as " + example,
                    e);
        }
    }

    /** The orders of a rule, which semicolons part; none within quotes does. */
    static List<String> orders(String text) {
        List<String> orders = new ArrayList<>();
        int begin = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                orders.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        orders.add(text.substring(begin).strip());
        orders.removeIf(String::isEmpty);
        return orders;
    }

    /** The actions for an operation, in the order of the rules. */
    List<T> of(Operation operation) {
        return all.stream()
                .filter(r -> r.operations().matches(operation))
                .map(Rule::action)
                .toList();
    }

    /** Tells of rules whose operations the document does not have. */
    void warn(JsonNode document, HookContext context) {
        if (!all.isEmpty()) {
            DocumentOperations operations = DocumentOperations.of(document);
            all.forEach(r -> operations.complaint(property, r.operations()).ifPresent(context::warn));
        }
    }
}

package io.contractcheck.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Beginning;
import io.contractcheck.json.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One judgement of one value: where in the value we are, and what was found. */
final class Evaluation {
    private static final int SHORT = 80;
    private static final int LONG_NUMBER = 1000;

    /** More than that is wrong with nothing that anyone reads. */
    private static final int MOST_VIOLATIONS = 2000;

    private final List<Object> path = new ArrayList<>();
    private final List<Entered> entered = new ArrayList<>();
    private @Nullable Set<Violation> found;

    private Evaluation(@Nullable Set<Violation> found) {
        this.found = found;
    }

    static boolean accepts(Rule rule, JsonNode value) {
        try {
            return rule.check(value, new Evaluation(null), null);
        } catch (StackOverflowError e) {
            return DeepStack.call(() -> rule.check(value, new Evaluation(null), null));
        }
    }

    static List<Violation> violations(Rule rule, JsonNode value) {
        try {
            return new Evaluation(null).collect(rule, value);
        } catch (StackOverflowError e) {
            return DeepStack.call(() -> new Evaluation(null).collect(rule, value));
        }
    }

    /** Whether violations are wanted, or only whether there is one. */
    boolean collecting() {
        return found != null;
    }

    /** Always false. */
    boolean fails(Origin origin, String keyword, Supplier<String> message) {
        return found == null ? false : fails(origin.keyword(keyword), origin.describe(keyword), message);
    }

    /** Always false. */
    boolean fails(String keyword, String place, Supplier<String> message) {
        if (found != null && found.size() < MOST_VIOLATIONS) {
            found.add(new Violation(here(), keyword, place, message.get()));
        }
        return false;
    }

    /** Always false. */
    boolean fails(List<Violation> violations) {
        if (found != null) {
            found.addAll(violations);
        }
        return false;
    }

    /** Judges a member. */
    boolean inside(Object step, Rule rule, JsonNode member) {
        path.add(step);
        try {
            return rule.check(member, this, null);
        } finally {
            path.remove(path.size() - 1);
        }
    }

    /** Tells of a member what breaks a rule of the whole; always false. */
    boolean failsInside(Object step, Origin origin, String keyword, Supplier<String> message) {
        path.add(step);
        fails(origin, keyword, message);
        path.remove(path.size() - 1);
        return false;
    }

    /** Whether the value is valid, keeping no violations. */
    boolean quietly(Rule rule, JsonNode value, @Nullable Seen seen) {
        Set<Violation> before = found;
        found = null;
        try {
            return rule.inPlace(value, this, seen);
        } finally {
            found = before;
        }
    }

    boolean quietlyInside(Object step, Rule rule, JsonNode member) {
        path.add(step);
        try {
            return quietly(rule, member, null);
        } finally {
            path.remove(path.size() - 1);
        }
    }

    /** The violations of the value, keeping them apart. */
    List<Violation> collect(Rule rule, JsonNode value) {
        Set<Violation> before = found;
        Set<Violation> own = new LinkedHashSet<>();
        found = own;
        try {
            rule.check(value, this, null);
        } finally {
            found = before;
        }
        return List.copyOf(own);
    }

    /** Follows a reference. One that leads back to itself at the same value adds nothing, and so accepts. */
    boolean follow(Resource target, JsonNode value, @Nullable Seen seen) {
        for (int i = entered.size() - 1; i >= 0 && entered.get(i).depth == path.size(); i--) {
            if (entered.get(i).target == target) {
                return true;
            }
        }
        entered.add(new Entered(target, path.size()));
        try {
            return target.rule().inPlace(value, this, seen);
        } finally {
            entered.remove(entered.size() - 1);
        }
    }

    JsonPointer here() {
        JsonPointer pointer = JsonPointer.empty();
        for (Object step : path) {
            pointer = step instanceof Integer index
                    ? pointer.appendIndex(index)
                    : pointer.appendProperty(String.valueOf(step));
        }
        return pointer;
    }

    /** A value in a message. */
    static String show(JsonNode value) {
        if (value.isContainerNode() && !value.isEmpty()) {
            Optional<String> json = value.size() > SHORT ? Optional.empty() : Json.writeShort(value, SHORT);
            return json.orElse(value.isArray() ? "an array of " + value.size() : "an object of " + value.size());
        }
        if (value.isTextual() && value.textValue().length() > SHORT) {
            String start = Json.write(Json.NODES.textNode(Beginning.of(value.textValue(), SHORT)));
            return Beginning.of(start, SHORT - 4) + "...\"";
        }
        return Json.writeShort(value, SHORT)
                .orElseGet(() -> value.isTextual()
                        ? Beginning.of(Json.write(value), SHORT - 4) + "...\""
                        : value.isNumber() ? number(value) : Beginning.of(Json.write(value), SHORT - 4) + "...");
    }

    /** A number that is long to spell out. */
    private static String number(JsonNode value) {
        BigDecimal number = value.decimalValue();
        if (Math.abs((long) number.scale()) <= LONG_NUMBER) {
            return Beginning.of(number.toPlainString(), SHORT - 4) + "...";
        }
        return number.round(new MathContext(20)).toString();
    }

    private record Entered(Resource target, int depth) {}
}

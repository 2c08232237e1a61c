package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.openapi.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the requests of an operation, written as {@code query.from}, {@code body.lines[*].sku} or {@code body["a.b"]}.
 *
 * @param part of the request: a parameter's location, or the body
 * @param name of the parameter; empty for the body
 * @param steps from the value's root: names of members, and {@value #EACH} for each element of an array
 */
public record Spot(Mutation.Location part, String name, List<String> steps) implements Comparable<Spot> {
    /** Any element of an array. */
    public static final String EACH = "*";

    private static final Pattern STEP =
            Pattern.compile("\\G(?:\\.?(?<each>\\[\\*?])|\\.?\\[\"(?<quoted>[^\"]*)\"]|\\.(?<plain>[^.\\[\\]\"]+))");
    private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]\"]+");

    public Spot {
        steps = List.copyOf(steps);
    }

    /** A place in the body. */
    public static Spot ofBody(List<String> steps) {
        return new Spot(Mutation.Location.BODY, "", steps);
    }

    /** A place in a parameter. */
    public static Spot of(Parameter parameter, List<String> steps) {
        return new Spot(Mutation.Location.valueOf(parameter.in().name()), parameter.name(), steps);
    }

    /** What is written so; nothing if it is no such place. */
    public static Optional<Spot> parse(String text) {
        Matcher head = Pattern.compile("(?i)(body|query|path|header|cookie)(?=[.\\[]|$)")
                .matcher(text);
        if (!head.lookingAt()) {
            return Optional.empty();
        }
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int at = head.end();
        while (at < text.length()) {
            if (!step.find(at) || step.start() != at) {
                return Optional.empty();
            }
            String quoted = step.group("quoted");
            steps.add(step.group("each") != null ? EACH : quoted != null ? quoted : step.group("plain"));
            at = step.end();
        }
        Mutation.Location part = Mutation.Location.valueOf(head.group(1).toUpperCase(Locale.ROOT));
        if (part == Mutation.Location.BODY) {
            return Optional.of(ofBody(steps));
        }
        return steps.isEmpty() || steps.get(0).equals(EACH)
                ? Optional.empty()
                : Optional.of(new Spot(part, steps.get(0), steps.subList(1, steps.size())));
    }

    /** As it is written. */
    public String text() {
        StringBuilder text = new StringBuilder(part.name().toLowerCase(Locale.ROOT));
        if (part != Mutation.Location.BODY) {
            write(name, text);
        }
        for (String step : steps) {
            if (step.equals(EACH)) {
                text.append("[*]");
            } else {
                write(step, text);
            }
        }
        return text.toString();
    }

    private static void write(String step, StringBuilder text) {
        if (PLAIN.matcher(step).matches()) {
            text.append('.').append(step);
        } else {
            text.append("[\"").append(step).append("\"]");
        }
    }

    /** The place that this one is a member of; nothing for a whole. */
    public Optional<Spot> parent() {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spot(part, name, steps.subList(0, steps.size() - 1)));
    }

    /** The name of the last member, or of the parameter; empty for a whole body. */
    public String last() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!steps.get(i).equals(EACH)) {
                return steps.get(i);
            }
        }
        return name;
    }

    /** Where one of two is a place inside the other, or the same. */
    public boolean overlaps(Spot other) {
        int both = Math.min(steps.size(), other.steps.size());
        return part == other.part
                && name.equals(other.name)
                && steps.subList(0, both).equals(other.steps.subList(0, both));
    }

    /** What a case sends there: one value for each element of arrays on the way. */
    public List<JsonNode> in(TestCase testCase) {
        List<JsonNode> found = new ArrayList<>();
        whole(testCase).ifPresent(value -> collect(value, 0, found));
        return found;
    }

    /** The whole that the place is in, as a case sends it. */
    public Optional<JsonNode> whole(TestCase testCase) {
        if (part == Mutation.Location.BODY) {
            return testCase.body().map(BodyValue::value);
        }
        return testCase.parameters().stream()
                .filter(v -> v.parameter().name().equals(name)
                        && v.parameter().in().name().equals(part.name()))
                .map(ParameterValue::value)
                .findFirst();
    }

    private void collect(JsonNode value, int step, List<JsonNode> into) {
        if (step == steps.size()) {
            into.add(value);
        } else if (steps.get(step).equals(EACH)) {
            if (value.isArray()) {
                value.forEach(element -> collect(element, step + 1, into));
            }
        } else if (value.has(steps.get(step))) {
            collect(value.get(steps.get(step)), step + 1, into);
        }
    }

    /** The case with that value at each such place that it has. */
    public TestCase put(TestCase testCase, JsonNode value) {
        if (part == Mutation.Location.BODY) {
            return testCase.withBody(testCase.body()
                    .map(body -> body.value().isBinary() ? body : body.with(placed(body.value(), 0, value))));
        }
        return testCase.withParameters(testCase.parameters().stream()
                .map(v -> v.parameter().name().equals(name)
                                && v.parameter().in().name().equals(part.name())
                        ? new ParameterValue(v.parameter(), placed(v.value(), 0, value))
                        : v)
                .toList());
    }

    private JsonNode placed(JsonNode whole, int step, JsonNode value) {
        if (step == steps.size()) {
            return value;
        }
        if (steps.get(step).equals(EACH) && whole instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(placed(element, step + 1, value)));
            return copy;
        }
        if (whole instanceof ObjectNode object && object.has(steps.get(step))) {
            ObjectNode copy = object.deepCopy();
            copy.set(steps.get(step), placed(object.get(steps.get(step)), step + 1, value));
            return copy;
        }
        return whole;
    }

    @Override
    public int compareTo(Spot other) {
        int order = part.compareTo(other.part);
        return order != 0 ? order : text().compareTo(other.text());
    }

    @Override
    public String toString() {
        return text();
    }
}

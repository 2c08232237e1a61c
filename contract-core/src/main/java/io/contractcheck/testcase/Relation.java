package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Two places that by their names are the two ends of a range, as {@code query.from} and {@code query.to}. No schema can say that one may not be
 * beyond the other, so a document allows both orders, and many services only one.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Relation(Spot low, Spot high) {
    private static final int LEVELS = 8;
    private static final int MOST = 50;
    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
    private static final List<List<String>> ENDS = List.of(
            List.of("min", "max"),
            List.of("minimum", "maximum"),
            List.of("from", "to"),
            List.of("from", "until"),
            List.of("from", "till"),
            List.of("start", "end"),
            List.of("start", "stop"),
            List.of("starts", "ends"),
            List.of("begin", "end"),
            List.of("since", "until"),
            List.of("after", "before"),
            List.of("lower", "upper"),
            List.of("low", "high"),
            List.of("lowest", "highest"),
            List.of("least", "most"),
            List.of("earliest", "latest"),
            List.of("gte", "lte"),
            List.of("gt", "lt"),
            List.of("valid", "expires"));

    /** What lower ends hold, none of which holds another. */
    private static final List<String> LOWS =
            List.of("min", "from", "start", "begin", "since", "after", "low", "least", "earliest", "gt", "valid");

    /** Quickly, since most names are of no range. */
    private static boolean mayBeLow(String name) {
        for (int i = 0; i < name.length(); i++) {
            for (String low : LOWS) {
                if (name.regionMatches(true, i, low, 0, low.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the first of two names is that of the lower end of the range whose upper end the second names. */
    public static boolean areEnds(String low, String high) {
        String[] a = WORD.split(low);
        String[] b = WORD.split(high);
        if (a.length != b.length) {
            return false;
        }
        boolean ends = false;
        for (int i = 0; i < a.length; i++) {
            String x = a[i].toLowerCase(Locale.ROOT);
            String y = b[i].toLowerCase(Locale.ROOT);
            if (!x.equals(y)) {
                if (ends || !ENDS.contains(List.of(x, y))) {
                    return false;
                }
                ends = true;
            }
        }
        return ends;
    }

    /** Those of which a case sends both ends, each a number, a day or a moment. */
    public static List<Relation> in(TestCase testCase) {
        List<Relation> relations = new ArrayList<>();
        for (ParameterLocation in : ParameterLocation.values()) {
            for (ParameterValue value : testCase.parameters()) {
                if (value.parameter().in() == in && mayBeLow(value.parameter().name())) {
                    collect(value.parameter(), testCase, relations);
                }
            }
        }
        testCase.body().ifPresent(body -> collect(body.value(), new ArrayDeque<>(), relations));
        return relations.isEmpty()
                ? relations
                : relations.stream()
                        .distinct()
                        .filter(relation -> relation.compared(testCase).isPresent())
                        .toList();
    }

    private static void collect(Parameter low, TestCase testCase, List<Relation> into) {
        for (ParameterValue value : testCase.parameters()) {
            Parameter high = value.parameter();
            if (high.in() == low.in() && areEnds(low.name(), high.name())) {
                into.add(new Relation(Spot.of(low, List.of()), Spot.of(high, List.of())));
            }
        }
    }

    private static void collect(JsonNode value, Deque<String> steps, List<Relation> into) {
        if (steps.size() > LEVELS || into.size() > MOST || value.isEmpty()) {
            return;
        }
        if (value.isArray()) {
            steps.addLast(Spot.EACH);
            for (JsonNode element : value) {
                collect(element, steps, into);
            }
            steps.removeLast();
        }
        for (Map.Entry<String, JsonNode> low : value.properties()) {
            if (mayBeLow(low.getKey())) {
                value.fieldNames().forEachRemaining(high -> {
                    if (areEnds(low.getKey(), high)) {
                        into.add(new Relation(Spot.ofBody(with(steps, low.getKey())), Spot.ofBody(with(steps, high))));
                    }
                });
            }
            steps.addLast(low.getKey());
            collect(low.getValue(), steps, into);
            steps.removeLast();
        }
    }

    private static List<String> with(Deque<String> steps, String step) {
        List<String> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }

    /** Whether a case has the ends the wrong way round, somewhere. */
    public boolean isReversed(TestCase testCase) {
        return compared(testCase).filter(order -> order > 0).isPresent();
    }

    /** How the lower end compares with the upper one: where there are several, greater if any is; nothing if they cannot be compared. */
    private Optional<Integer> compared(TestCase testCase) {
        List<JsonNode> lows = low.in(testCase);
        List<JsonNode> highs = high.in(testCase);
        Optional<Integer> most = Optional.empty();
        for (int i = 0; lows.size() == highs.size() && i < lows.size(); i++) {
            Optional<Integer> order = compare(lows.get(i), highs.get(i));
            if (order.isPresent() && (most.isEmpty() || order.get() > most.get())) {
                most = order;
            }
        }
        return most;
    }

    /** How two numbers, days or moments compare; nothing if they are no such values, or of two kinds. */
    public static Optional<Integer> compare(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return Optional.of(a.decimalValue().compareTo(b.decimalValue()));
        }
        if (!a.isTextual() || !b.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(day(a).compareTo(day(b)));
        } catch (DateTimeException e) {
            try {
                return Optional.of(moment(a).toInstant().compareTo(moment(b).toInstant()));
            } catch (DateTimeException other) {
                return Optional.empty();
            }
        }
    }

    private static LocalDate day(JsonNode text) {
        return LocalDate.parse(text.textValue());
    }

    private static OffsetDateTime moment(JsonNode text) {
        return OffsetDateTime.parse(text.textValue().toUpperCase(Locale.ROOT).replace(' ', 'T'));
    }

    /** Ends that are in order and mostly allowed, the lower one first. */
    public static List<List<JsonNode>> ends() {
        return List.of(
                List.of(Json.NODES.numberNode(1), Json.NODES.numberNode(2)),
                List.of(Json.NODES.numberNode(10), Json.NODES.numberNode(20)),
                List.of(Json.NODES.textNode("2024-02-01"), Json.NODES.textNode("2024-03-31")),
                List.of(Json.NODES.textNode("2024-02-01T08:00:00Z"), Json.NODES.textNode("2024-03-31T18:30:00Z")));
    }

    /** The case with the two ends exchanged, where it has one of each; the same if it has not. */
    public TestCase exchanged(TestCase testCase) {
        List<JsonNode> lows = low.in(testCase);
        List<JsonNode> highs = high.in(testCase);
        if (lows.size() != 1 || highs.size() != 1) {
            return testCase;
        }
        return high.put(low.put(testCase, highs.get(0)), lows.get(0));
    }
}

package io.contractcheck.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Spot;
import io.contractcheck.testcase.Taken;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts how valid calls go. Thread-safe; their order does not matter. */
final class Tries {
    private static final int LEVELS = 4;
    private static final int SPOTS = 100;
    private static final Set<Integer> GONE = new LinkedHashSet<>(List.of(404, 410));

    /** The places of bodies that documents speak of: others come and go. */
    private final Map<String, Set<Spot>> declared = new ConcurrentHashMap<>();

    private final Map<String, Experience.Count> calls = new LinkedHashMap<>();
    private final Map<Experience.Way, Experience.Count> ways = new LinkedHashMap<>();
    private final Map<String, Map<Spot, Experience.Count>> parts = new LinkedHashMap<>();

    /**
     * Takes note of an answer to a valid call.
     *
     * @param looksInside whether it is of interest what it sent
     */
    void saw(TestCase testCase, int status, boolean looksInside) {
        if (status == 429 || status == 503) {
            return; // says nothing of the call
        }
        boolean works = status / 100 == 2;
        Set<Spot> spots = looksInside ? spots(testCase) : Set.of();
        String operation = testCase.operation().label();
        synchronized (this) {
            calls.merge(operation, Experience.Count.NONE.with(works), Tries::sum);
            Map<Spot, Experience.Count> sent = parts.computeIfAbsent(operation, o -> new LinkedHashMap<>());
            spots.forEach(spot -> sent.merge(spot, Experience.Count.NONE.with(works), Tries::sum));
        }
    }

    /** Takes note of the answer to a valid call that took something of another one; only what was found or not tells of that. */
    synchronized void led(Taken taken, Operation producer, TestCase consumer, int status) {
        boolean works = status / 100 == 2;
        if (works || GONE.contains(status) || status == 400 && consumer.body().isEmpty()) {
            ways.merge(
                    new Experience.Way(producer.label(), consumer.operation().label(), taken.target()),
                    Experience.Count.NONE.with(works),
                    Tries::sum);
        }
    }

    private static Experience.Count sum(Experience.Count a, Experience.Count b) {
        return new Experience.Count(a.tried() + b.tried(), a.worked() + b.worked());
    }

    synchronized Experience experience() {
        Map<String, Map<Spot, Experience.Count>> copy = new LinkedHashMap<>();
        parts.forEach((operation, sent) -> copy.put(operation, new LinkedHashMap<>(sent)));
        return new Experience(calls, ways, copy);
    }

    /** The parameters and members that a case sends. */
    private Set<Spot> spots(TestCase testCase) {
        Set<Spot> spots = new LinkedHashSet<>();
        testCase.body().ifPresent(body -> members(body.value(), List.of(), spots));
        if (!spots.isEmpty()) {
            Operation operation = testCase.operation();
            spots.retainAll(declared.computeIfAbsent(
                    operation.label(), o -> new LinkedHashSet<>(new Declared(operation).inBody())));
        }
        testCase.parameters().forEach(sent -> spots.add(Spot.of(sent.parameter(), List.of())));
        return spots;
    }

    private static void members(JsonNode value, List<String> steps, Set<Spot> into) {
        if (steps.size() == LEVELS || into.size() >= SPOTS) {
            return;
        }
        value.properties().forEach(member -> {
            List<String> place = with(steps, member.getKey());
            into.add(Spot.ofBody(place));
            members(member.getValue(), place, into);
        });
        if (value.isArray()) {
            List<String> place = with(steps, Spot.EACH);
            value.forEach(element -> members(element, place, into));
        }
    }

    private static List<String> with(List<String> steps, String step) {
        List<String> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }
}

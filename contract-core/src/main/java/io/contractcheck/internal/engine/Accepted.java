package io.contractcheck.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.check.CheckContext.Answered;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Valid requests that the service accepted and that may have left something behind, some of each operation. One that it refuses may be refused
 * for nothing but what it has in common with one of them, such as a name that is to be unique; not if two that have that in common were both
 * accepted, and nothing was deleted that could have made room. Thread-safe.
 */
final class Accepted {
    private static final List<String> LEAVE_NOTHING = List.of("GET", "HEAD", "OPTIONS", "TRACE", "DELETE");
    private static final int MOST = 400;
    private static final int MOST_RIVALS = 3;
    private static final int MOST_IN_ALL = 4000;
    private static final Comparator<ScenarioId> IN_ORDER = Comparator.comparingInt(ScenarioId::index)
            .thenComparing(ScenarioId::phase)
            .thenComparing(ScenarioId::operation);

    private final Map<String, TreeMap<ScenarioId, One>> byOperation = new LinkedHashMap<>();
    private int count;
    private boolean deleted;

    /** Scalars by their places, as hashes, and how to send it again. */
    private record One(Map<String, Integer> values, Supplier<LiveSession> again) {}

    /**
     * A request that may stand in the way of another.
     *
     * @param rarest how many have what is rarest of all that both have in common
     * @param common how many places they have in common
     */
    private record Rival(One one, long rarest, int common) {}

    /** Takes note of a scenario in which all went well, for each such request in it. */
    void add(ScenarioId id, LiveSession session, Supplier<LiveSession> again) {
        List<Answered> answered = session.answered();
        if (answered.stream().anyMatch(Accepted::isDeleted)) {
            synchronized (this) {
                deleted = true;
            }
            return; // what it made may be gone again
        }
        if (!session.failures().isEmpty() || session.statuses().stream().anyMatch(status -> status / 100 != 2)) {
            return;
        }
        answered.stream()
                .map(Answered::testCase)
                .filter(sent -> leavesSomething(sent) && sent.intent() instanceof Intent.Positive && hasRoom(sent, id))
                .forEach(sent -> add(id, new One(values(sent), again), sent));
    }

    private static boolean isDeleted(Answered call) {
        return call.testCase().operation().method().equals("DELETE")
                && call.exchange().response().status() / 100 == 2;
    }

    private synchronized void add(ScenarioId id, One one, TestCase sent) {
        TreeMap<ScenarioId, One> known =
                byOperation.computeIfAbsent(sent.operation().label(), label -> new TreeMap<>(IN_ORDER));
        count += known.putIfAbsent(id, one) == null ? 1 : 0;
        if (known.size() > MOST || count > MOST_IN_ALL) {
            known.pollLastEntry();
            count--;
        }
    }

    /** Most come when those that are kept are known already, and looking into one takes long. */
    private synchronized boolean hasRoom(TestCase sent, ScenarioId id) {
        TreeMap<ScenarioId, One> known = byOperation.get(sent.operation().label());
        boolean full = known != null && !known.isEmpty() && (known.size() >= MOST || count >= MOST_IN_ALL);
        return !full || IN_ORDER.compare(id, known.lastKey()) < 0;
    }

    /** Whether a second one of the same could find what the first one left. */
    static boolean leavesSomething(TestCase sent) {
        return !LEAVE_NOTHING.contains(sent.operation().method())
                && sent.identity().isEmpty()
                && sent.deviation(Deviation.Method.class).isEmpty();
    }

    /**
     * The accepted requests, to be sent again, for which a refused one may have been refused, likeliest first: it has in common with them what few
     * have, as names that are to be unique are, and more than with others.
     */
    synchronized List<Supplier<LiveSession>> rivals(TestCase refused) {
        List<One> accepted = List.copyOf(byOperation
                .getOrDefault(refused.operation().label(), new TreeMap<>())
                .values());
        Map<String, Integer> values = values(refused);
        Map<String, Long> sharing = new LinkedHashMap<>();
        values.forEach((place, value) -> sharing.put(
                place,
                accepted.stream()
                        .filter(one -> value.equals(one.values.get(place)))
                        .count()));
        Map<Set<String>, Boolean> harmless = new LinkedHashMap<>();
        List<Rival> rivals = new ArrayList<>();
        for (One one : accepted) {
            Set<String> common = common(values, one.values);
            if (common.isEmpty() == values.isEmpty()
                    && !harmless.computeIfAbsent(common, places -> !deleted && isShared(places, accepted))) {
                long rarest = common.stream()
                        .mapToLong(place -> sharing.getOrDefault(place, 0L))
                        .min()
                        .orElse(0);
                rivals.add(new Rival(one, rarest, common.size()));
            }
        }
        return rivals.stream()
                .sorted(Comparator.comparingLong(Rival::rarest).thenComparing(rival -> -rival.common))
                .limit(MOST_RIVALS)
                .map(rival -> rival.one.again)
                .toList();
    }

    /** Whether two have the same at those places. */
    private static boolean isShared(Set<String> places, List<One> accepted) {
        Set<Map<String, Integer>> seen = new LinkedHashSet<>();
        return accepted.stream()
                .filter(one -> one.values.keySet().containsAll(places))
                .map(one -> {
                    Map<String, Integer> there = new LinkedHashMap<>(one.values);
                    there.keySet().retainAll(places);
                    return there;
                })
                .anyMatch(there -> !seen.add(there));
    }

    /** The places at which both have the same. */
    private static Set<String> common(Map<String, Integer> a, Map<String, Integer> b) {
        return a.entrySet().stream()
                .filter(value -> value.getValue().equals(b.get(value.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, Integer> values(TestCase sent) {
        Map<String, Integer> values = new LinkedHashMap<>();
        sent.parameters()
                .forEach(p -> flatten(p.parameter().in() + " " + p.parameter().name(), p.value(), values));
        sent.body().ifPresent(body -> flatten("body", body.value(), values));
        return values;
    }

    private static void flatten(String place, JsonNode value, Map<String, Integer> values) {
        if (value.isObject()) {
            value.properties().forEach(member -> flatten(place + "/" + member.getKey(), member.getValue(), values));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                flatten(place + "/" + i, value.get(i), values);
            }
        } else {
            values.put(place, value.toString().hashCode());
        }
    }
}

package io.contractcheck.event;

import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scenario had called before a call that showed a failure.
 *
 * @param calls those that were answered, in order
 * @param handed what the failing call took from them
 */
public record Prelude(List<Call> calls, List<Handed> handed) {
    private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS", "QUERY", "TRACE");

    public Prelude {
        calls = List.copyOf(calls);
        handed = List.copyOf(handed);
    }

    /**
     * An earlier call.
     *
     * @param operation its label
     * @param exchange what was sent and what came, masked and bounded
     * @param handed what it took from the calls before it
     */
    public record Call(String operation, Exchange exchange, List<Handed> handed) {
        public Call {
            handed = List.copyOf(handed);
        }
    }

    /**
     * A value that one call took from another.
     *
     * @param target where it stands in the request, as {@code path.id} or {@code body/author}
     * @param call that brought it, from 0
     * @param source where in that call it was found, as {@code $response.body#/id}
     */
    public record Handed(String target, int call, String source) {
        /** In a line, as {@code path.id = $response.body#/id of call 1}. */
        public String describe() {
            return target + " = " + source + " of call " + (call + 1);
        }
    }

    /**
     * Without calls that brought nothing and cannot have changed anything: they only read, or were refused. The GET that a HEAD is compared
     * with stays.
     *
     * @param shortest whether each call was seen to be needed, so that only what was refused and then went well leaves
     * @param failing what was sent after them
     */
    Prelude needed(boolean shortest, Request failing) {
        boolean[] needed = new boolean[calls.size()];
        handed.forEach(value -> need(value, needed));
        for (int i = calls.size() - 1; i >= 0; i--) {
            needed[i] |= shortest
                    ? !wentWellLater(i)
                    : !isRefused(i) && !reads(i) || i == calls.size() - 1 && isGetOf(failing, i);
            if (needed[i]) {
                calls.get(i).handed().forEach(value -> need(value, needed));
            }
        }
        Map<Integer, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < needed.length; i++) {
            if (needed[i]) {
                places.put(i, places.size());
            }
        }
        List<Call> kept = new ArrayList<>();
        places.keySet()
                .forEach(i -> kept.add(new Call(
                        calls.get(i).operation(),
                        calls.get(i).exchange(),
                        moved(calls.get(i).handed(), places))));
        return new Prelude(kept, moved(handed, places));
    }

    private boolean reads(int call) {
        return READS.contains(calls.get(call).exchange().request().method());
    }

    private boolean isGetOf(Request head, int call) {
        Request request = calls.get(call).exchange().request();
        return head.method().equals("HEAD")
                && request.method().equals("GET")
                && request.target().equals(head.target());
    }

    private boolean isRefused(int call) {
        return calls.get(call).exchange().response().status() / 100 == 4;
    }

    private boolean wentWellLater(int call) {
        return isRefused(call)
                && calls.subList(call + 1, calls.size()).stream()
                        .anyMatch(later ->
                                later.operation().equals(calls.get(call).operation())
                                        && later.exchange().response().status() / 100 == 2);
    }

    private static void need(Handed value, boolean[] needed) {
        if (value.call() < needed.length) {
            needed[value.call()] = true;
        }
    }

    private static List<Handed> moved(List<Handed> handed, Map<Integer, Integer> places) {
        return handed.stream()
                .filter(value -> places.containsKey(value.call()))
                .map(value -> new Handed(value.target(), places.getOrDefault(value.call(), 0), value.source()))
                .toList();
    }
}

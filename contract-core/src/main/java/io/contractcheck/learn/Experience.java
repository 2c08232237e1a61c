package io.contractcheck.learn;

import io.contractcheck.link.Target;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Spot;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How valid calls went so far. Immutable.
 *
 * @param calls by operation, as {@code POST /books}
 * @param ways by whose answers what was brought where
 * @param parts by operation, those calls that sent something there
 */
public record Experience(Map<String, Count> calls, Map<Way, Count> ways, Map<String, Map<Spot, Count>> parts) {
    /** Of no calls. */
    public static final Experience NONE = new Experience(Map.of(), Map.of(), Map.of());

    /** Before that, it may have been the values. */
    private static final int ENOUGH = 12;

    private static final int ENOUGH_BROUGHT = 6;
    private static final int ENOUGH_SENT = 8;
    private static final int ENOUGH_WITHOUT = 3;

    public Experience {
        calls = Collections.unmodifiableMap(new LinkedHashMap<>(calls));
        ways = Collections.unmodifiableMap(new LinkedHashMap<>(ways));
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /**
     * How often something was done, and how often it was answered with 2xx.
     *
     * @param tried how often in all
     */
    public record Count(int tried, int worked) {
        static final Count NONE = new Count(0, 0);

        Count with(boolean works) {
            return new Count(tried + 1, worked + (works ? 1 : 0));
        }
    }

    /**
     * How a value came to its place.
     *
     * @param producer whose answer it was in, as {@code POST /books}
     * @param consumer that took it
     * @param target where
     */
    public record Way(String producer, String consumer, Target target) {}

    /** Whether no valid call of an operation was ever answered with 2xx, though many were made. */
    public boolean isVain(Operation operation) {
        Count count = calls.getOrDefault(operation.label(), Count.NONE);
        return count.worked == 0 && count.tried >= ENOUGH;
    }

    /** Whether nothing that one operation brought there has ever been found, though it was tried more than once. */
    public boolean isVain(Operation producer, Operation consumer, Target target) {
        Count count = ways.getOrDefault(new Way(producer.label(), consumer.label(), target), Count.NONE);
        return count.worked == 0 && count.tried >= ENOUGH_BROUGHT;
    }

    /** The places of an operation's requests where only calls without anything there were answered with 2xx, and none of many with it. */
    public Set<Spot> betterWithout(Operation operation) {
        Set<Spot> places = new TreeSet<>();
        if (calls.getOrDefault(operation.label(), Count.NONE).worked >= ENOUGH_WITHOUT) {
            parts.getOrDefault(operation.label(), Map.of()).forEach((spot, with) -> {
                if (with.worked == 0 && with.tried >= ENOUGH_SENT) {
                    places.add(spot);
                }
            });
        }
        return places;
    }
}

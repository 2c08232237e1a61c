package io.contractcheck.internal.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * The values of one scenario: each comes from the scenario's seed, its name, and how often that name was drawn before, unless it is given.
 * Decisions come from a seed of their own, which stays when values are drawn anew.
 */
final class Draws {
    private final long seed;
    private final long decisions;
    private final Map<Key, Shrinkable<?>> given;
    private final Map<String, Integer> occurrences = new LinkedHashMap<>();
    private final Map<Key, Shrinkable<?>> drawn = new LinkedHashMap<>();
    private final Map<Key, Shrinkable<?>> chosen = new LinkedHashMap<>();

    /** One value of a scenario. */
    record Key(String name, int occurrence) {}

    Draws(long seed) {
        this(seed, seed, Map.of());
    }

    /**
     * @param seed of values
     * @param decisions the seed of decisions
     * @param given in place of what the seeds would bring
     */
    Draws(long seed, long decisions, Map<Key, Shrinkable<?>> given) {
        this.seed = seed;
        this.decisions = decisions;
        this.given = given;
    }

    <T> T next(String name, RandomGenerator<T> generator) {
        return next(name, generator, seed, drawn);
    }

    /** A value that is not used, and not among the values; those after it are what they would be. */
    <T> T unused(String name, RandomGenerator<T> generator) {
        return next(name, generator, seed, new LinkedHashMap<>());
    }

    /** A decision, which is not among the values. */
    <T> T choose(String name, RandomGenerator<T> options) {
        return next(name, options, decisions, chosen);
    }

    @SuppressWarnings("unchecked") // what is given under a name was drawn under that name
    private <T> T next(String name, RandomGenerator<T> generator, long from, Map<Key, Shrinkable<?>> into) {
        Key key = new Key(name, occurrences.merge(name, 1, Integer::sum) - 1);
        Shrinkable<T> value = (Shrinkable<T>) given.get(key);
        if (value == null) {
            value = generator.next(new Random(Seeds.draw(from, name, key.occurrence)));
        }
        into.put(key, value);
        return value.value();
    }

    /** What was decided so far, in order. */
    Map<Key, Shrinkable<?>> chosen() {
        return chosen;
    }

    /** What was drawn so far, in order. */
    Map<Key, Shrinkable<?>> drawn() {
        return drawn;
    }
}

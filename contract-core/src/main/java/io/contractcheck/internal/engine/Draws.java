package io.contractcheck.internal.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * The values of one scenario: each comes from the scenario's seed, its name, and how often that name was drawn before, unless it is given.
 */
final class Draws {
    private final long seed;
    private final Map<Key, Shrinkable<?>> given;
    private final Map<String, Integer> occurrences = new LinkedHashMap<>();
    private final Map<Key, Shrinkable<?>> drawn = new LinkedHashMap<>();
    private final Map<Key, Shrinkable<?>> chosen = new LinkedHashMap<>();

    /** One value of a scenario. */
    record Key(String name, int occurrence) {}

    Draws(long seed) {
        this(seed, Map.of());
    }

    /** @param given in place of what the seed would bring */
    Draws(long seed, Map<Key, Shrinkable<?>> given) {
        this.seed = seed;
        this.given = given;
    }

    <T> T next(String name, RandomGenerator<T> generator) {
        return next(name, generator, drawn);
    }

    /** A decision, which is not among the values. */
    <T> T choose(String name, RandomGenerator<T> options) {
        return next(name, options, chosen);
    }

    @SuppressWarnings("unchecked") // what is given under a name was drawn under that name
    private <T> T next(String name, RandomGenerator<T> generator, Map<Key, Shrinkable<?>> into) {
        Key key = new Key(name, occurrences.merge(name, 1, Integer::sum) - 1);
        Shrinkable<T> value = (Shrinkable<T>) given.get(key);
        if (value == null) {
            value = generator.next(new Random(Seeds.draw(seed, name, key.occurrence)));
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

package io.contractcheck.internal.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.RandomGenerator;

/** The values of one scenario: each comes from the scenario's seed, its name, and how often that name was drawn before. */
final class Draws {
    private final long seed;
    private final Map<String, Integer> occurrences = new LinkedHashMap<>();

    Draws(long seed) {
        this.seed = seed;
    }

    <T> T next(String name, RandomGenerator<T> generator) {
        int occurrence = occurrences.merge(name, 1, Integer::sum) - 1;
        return generator.next(new Random(Seeds.draw(seed, name, occurrence))).value();
    }
}

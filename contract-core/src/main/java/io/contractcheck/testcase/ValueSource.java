package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.generate.Generators;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/** Draws values of one part of a request, each proven to arrive as it was meant, and valid. Thread-safe. */
final class ValueSource {
    private static final int GEN_SIZE = 1000;
    private static final int ATTEMPTS = 50;

    private final List<RandomGenerator<JsonNode>> generators;
    private final List<Integer> weights;
    private final Proof proof;
    private final boolean sure;

    /** What arrives when a value is sent, if it is valid; nothing if the value has no form or is read as something invalid. */
    interface Proof {
        /** What arrives; the exceptions say why nothing does. */
        Optional<JsonNode> of(JsonNode value) throws UnwritableException, UnreadableException;

        default Optional<JsonNode> arrives(JsonNode value) {
            try {
                return of(value);
            } catch (UnwritableException | UnreadableException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * A proven value.
     *
     * @param origin what was drawn
     * @param value what arrives
     */
    record Drawn(Shrinkable<JsonNode> origin, JsonNode value, Proof proof) {
        /** Smaller ones, each proven. */
        Stream<Drawn> shrink() {
            return origin.shrink().flatMap(s -> proof.arrives(s.value()).map(v -> new Drawn(s, v, proof)).stream());
        }
    }

    private ValueSource(List<RandomGenerator<JsonNode>> generators, List<Integer> weights, Proof proof, boolean sure) {
        this.generators = generators;
        this.weights = weights;
        this.proof = proof;
        this.sure = sure;
    }

    /** @throws UnsatisfiableException if none of the tiers gives a value that can be proven */
    static ValueSource of(Schema schema, List<Tier> tiers, Proof proof) {
        List<RandomGenerator<JsonNode>> generators = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        String reason = null;
        for (Tier tier : tiers) {
            if (tier.weight() == 0 && !generators.isEmpty()) {
                break;
            }
            try {
                RandomGenerator<JsonNode> generator =
                        Generators.valid(schema, tier.rules()).generator(GEN_SIZE);
                new ValueSource(List.of(generator), List.of(1), proof, false).draw(new Random(0));
                generators.add(generator);
                weights.add(Math.max(1, tier.weight()));
            } catch (UnsatisfiableException e) {
                reason = e.getMessage();
            }
        }
        if (generators.isEmpty()) {
            throw new UnsatisfiableException(String.valueOf(reason));
        }
        return new ValueSource(generators, weights, proof, false);
    }

    /** Values of a generator by itself. */
    static ValueSource of(RandomGenerator<JsonNode> generator, Proof proof) {
        return new ValueSource(List.of(generator), List.of(1), proof, false);
    }

    /** The same for a place that carries every value as it is: what the generators give arrives, and is valid already. */
    ValueSource sure() {
        return new ValueSource(generators, weights, proof, true);
    }

    /** @throws UnsatisfiableException if no value drawn could be proven */
    Drawn draw(Random random) {
        if (sure) {
            Shrinkable<JsonNode> drawn =
                    generators.get(Weights.pick(weights, random)).next(random);
            return new Drawn(drawn, drawn.value(), proof);
        }
        return draw(random, UnaryOperator.identity());
    }

    /** Draws values and changes each before it is proven. */
    Drawn draw(Random random, UnaryOperator<JsonNode> change) {
        Proof changed = v -> proof.of(change.apply(v));
        RandomGenerator<JsonNode> generator = generators.get(Weights.pick(weights, random));
        String reason = "none is valid when it is read back";
        for (int i = 0; i < ATTEMPTS; i++) {
            Shrinkable<JsonNode> drawn = generator.next(random);
            try {
                Optional<JsonNode> value = changed.of(drawn.value());
                if (value.isPresent()) {
                    return new Drawn(drawn, value.get(), changed);
                }
            } catch (UnwritableException | UnreadableException e) {
                reason = e.getMessage();
            }
        }
        throw new UnsatisfiableException("of " + ATTEMPTS + " values drawn, none arrives as it was meant: " + reason);
    }
}

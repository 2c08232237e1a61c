package io.contractcheck.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.jspecify.annotations.Nullable;

/** The valid values of a schema. Needs nothing of jqwik's engine, so that it works within its properties and without. */
final class SchemaArbitrary implements Arbitrary<JsonNode> {
    private static final int FIRST_ATTEMPTS = 60;
    private static final int ATTEMPTS = 20;
    /** How many values, nested and discarded ones included, one attempt may cost. */
    private static final int FUEL = 20_000;

    private static final int ATTEMPTS_AT_ONE = 10;
    private static final int FUEL_OF_ONE = 2_000;
    private static final int FUEL_OF_ALL = 100_000;

    private final Schema schema;
    private final TextRules text;
    private final Plan plan;
    private final Shrinking shrinking;
    private final JsonNode known;

    private SchemaArbitrary(Schema schema, TextRules text, Plan plan) {
        this.schema = schema;
        this.text = text;
        this.plan = plan;
        this.shrinking = new Shrinking(schema, this::accepts);
        this.known = first();
    }

    /** A value, if one is found soon. */
    static @Nullable JsonNode sought(Schema schema, TextRules text, long seed) {
        Plan plan = new Plans(text).of(List.of(schema));
        Dice random = new Dice(seed);
        int fuel = FUEL_OF_ONE;
        for (int i = 0; i < ATTEMPTS_AT_ONE && fuel > 0; i++) {
            Draw draw = new Draw(random, fuel, i > 1, new Search(FUEL_OF_ONE / ATTEMPTS_AT_ONE));
            JsonNode value = plan.next(draw);
            if (value != null && (!draw.doubtful() || schema.accepts(Bytes.asText(value)) && text.carries(value))) {
                return value;
            }
            fuel = draw.fuel() - 1;
        }
        return null;
    }

    static SchemaArbitrary of(Schema schema, TextRules text) {
        Plan plan = new Plans(text).of(List.of(schema));
        String flaw = plan.flaw(new Search());
        if (flaw != null) {
            throw new UnsatisfiableException(flaw);
        }
        return new SchemaArbitrary(schema, text, plan);
    }

    @Override
    public RandomGenerator<JsonNode> generator(int genSize) {
        return this::next;
    }

    @Override
    public RandomGenerator<JsonNode> generator(int genSize, boolean withEdgeCases) {
        return this::next;
    }

    /** None apart: bounds and other edges are among the values drawn. */
    @Override
    public EdgeCases<JsonNode> edgeCases(int maxEdgeCases) {
        return List::of;
    }

    private Shrinkable<JsonNode> next(Random random) {
        return new Drawn(random.nextLong());
    }

    /** What a seed gives. */
    private final class Drawn implements Shrinkable<JsonNode> {
        private final long seed;
        private volatile @Nullable JsonNode kept;

        Drawn(long seed) {
            this.seed = seed;
        }

        /** A value of its own each time, as Jackson's objects and arrays can be changed: made anew, or copied if making it is dear. */
        @Override
        public JsonNode value() {
            JsonNode known = kept;
            return known == null ? made() : known.deepCopy();
        }

        private JsonNode made() {
            Dice random = new Dice(seed);
            int fuel = FUEL;
            for (int i = 0; i < ATTEMPTS && fuel > 0; i++) {
                Draw draw = new Draw(random, fuel, i > ATTEMPTS / 2);
                JsonNode value = plan.next(draw);
                if (value != null && !draw.doubtful()) {
                    return value;
                }
                if (value != null && accepts(value)) {
                    return keep(value);
                }
                fuel = draw.fuel();
            }
            return keep(SchemaArbitrary.this.known);
        }

        private JsonNode keep(JsonNode value) {
            kept = value;
            return value.deepCopy();
        }

        @Override
        public Stream<Shrinkable<JsonNode>> shrink() {
            return shrinking.of(value()).shrink();
        }

        @Override
        public ShrinkingDistance distance() {
            return shrinking.of(value()).distance();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Shrinkable<?> s && value().equals(s.value());
        }

        @Override
        public int hashCode() {
            return value().hashCode();
        }

        @Override
        public String toString() {
            return "Shrinkable of " + value();
        }
    }

    private boolean accepts(JsonNode value) {
        return schema.accepts(Bytes.asText(value)) && text.carries(value);
    }

    /** A value found with a randomness of its own: the proof that there is one, and what is given when luck runs out. */
    private JsonNode first() {
        Map<String, Integer> broken = new LinkedHashMap<>();
        int fuel = FUEL_OF_ALL;
        int attempts = 0;
        for (; attempts < FIRST_ATTEMPTS && fuel > 0; attempts++) {
            Draw draw = new Draw(new Dice(attempts), Math.min(fuel, FUEL), attempts % 3 == 0);
            JsonNode value = plan.next(draw);
            fuel -= FUEL - draw.fuel() + 1;
            if (value != null && accepts(value)) {
                return value;
            }
            count(value, broken);
        }
        String rules = broken.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(3)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        throw Fold.unsatisfiable(
                schema,
                "no valid value found in " + attempts + " attempts"
                        + (rules.isEmpty() ? "" : "; rules most often broken: " + rules));
    }

    private void count(@Nullable JsonNode value, Map<String, Integer> broken) {
        if (value != null) {
            for (Violation violation : schema.validate(Bytes.asText(value))) {
                broken.merge(violation.keyword(), 1, Integer::sum);
            }
        }
    }
}

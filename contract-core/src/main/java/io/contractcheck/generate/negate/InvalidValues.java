package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.generate.Bytes;
import io.contractcheck.generate.Generators;
import io.contractcheck.generate.Shrinking;
import io.contractcheck.generate.TextRules;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.regex.PatternException;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.jspecify.annotations.Nullable;

/**
 * The invalid values of a schema: a valid value is drawn, a place in it chosen, and one rule broken there. Every value is judged, and says
 * which rule it breaks; what breaks several is not given out, unless the rules that are broken at that place cannot be told apart. Values
 * shrink to values that break the same rule. Thread-safe; needs nothing of jqwik's engine.
 */
public final class InvalidValues implements Arbitrary<InvalidValue> {
    private static final int GEN_SIZE = 1000;
    private static final int FIRST_ATTEMPTS = 40;
    private static final int ATTEMPTS = 12;
    /** How many changes one valid value serves for. */
    private static final int CHANGES = 6;

    private static final int ROOT_EVERY = 8;

    private final Schema schema;
    private final TextRules text;
    private final RandomGenerator<JsonNode> valid;
    private final Place root;
    private final Shrinking shrinking;
    private final Judged known;

    private InvalidValues(Schema schema, TextRules text) {
        this.schema = schema;
        this.text = text;
        this.valid = Generators.valid(schema, text).generator(GEN_SIZE);
        this.root = new Atlas(text).place(schema);
        this.shrinking = new Shrinking(schema, value -> false);
        this.known = first();
    }

    /**
     * The invalid values for a place that can carry every string.
     *
     * @throws UnsatisfiableException if the schema has no valid value to begin with, or no invalid one was found
     */
    public static InvalidValues of(Schema schema) {
        return of(schema, TextRules.ANY);
    }

    /**
     * Invalid values whose strings keep to rules of the place they go to.
     *
     * @throws UnsatisfiableException if the schema has no valid value to begin with, or no invalid one was found
     */
    public static InvalidValues of(Schema schema, TextRules text) {
        return new InvalidValues(schema, text);
    }

    @Override
    public RandomGenerator<InvalidValue> generator(int genSize) {
        return this::next;
    }

    @Override
    public RandomGenerator<InvalidValue> generator(int genSize, boolean withEdgeCases) {
        return this::next;
    }

    /** None apart: values just beyond a bound are among those drawn. */
    @Override
    public EdgeCases<InvalidValue> edgeCases(int maxEdgeCases) {
        return List::of;
    }

    private Shrinkable<InvalidValue> next(Random random) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Judged drawn = attempt(random, i > ATTEMPTS / 2);
            if (drawn != null) {
                return shrinkable(drawn);
            }
        }
        return shrinkable(known);
    }

    private Judged first() {
        for (int i = 0; i < FIRST_ATTEMPTS; i++) {
            Judged drawn = attempt(new Random(i), i > FIRST_ATTEMPTS / 2);
            if (drawn != null) {
                return drawn;
            }
        }
        throw new UnsatisfiableException(schema.source().describe() + ": no invalid value found");
    }

    /** A value, all that is wrong with it, and the rule that it is known by. */
    private record Judged(JsonNode value, List<Violation> violations, Violation rule) {}

    private @Nullable Judged attempt(Random random, boolean company) {
        try {
            Spot whole = Spot.root(valid.next(random).value(), root);
            List<Spot> spots = whole.all();
            for (int i = 0; i < CHANGES; i++) {
                Spot spot = random.nextInt(ROOT_EVERY) == 0 ? whole : spots.get(random.nextInt(spots.size()));
                JsonNode changed = Breakers.broken(spot, random);
                Judged judged = changed == null ? null : judged(changed, company);
                if (judged != null) {
                    return judged;
                }
            }
            return null;
        } catch (PatternException | ReferenceException e) {
            // What cannot be judged is not given out; the schema's reader tells the user.
            return null;
        }
    }

    private @Nullable Judged judged(JsonNode value, boolean company) {
        if (!text.carries(value)) {
            return null;
        }
        List<Violation> violations = violations(value);
        Violation rule = Verdict.single(violations, company);
        return rule == null ? null : new Judged(value, violations, rule);
    }

    private List<Violation> violations(JsonNode value) {
        return schema.validate(Bytes.asText(value));
    }

    private Shrinkable<InvalidValue> shrinkable(Judged drawn) {
        String keyword = drawn.rule().keyword();
        Shrinkable<JsonNode> origin = shrinking.of(
                drawn.value(),
                value -> text.carries(value) && Verdict.same(drawn.violations(), violations(value), keyword));
        return new InvalidShrinkable(origin, drawn.rule(), value -> Verdict.named(violations(value), keyword));
    }
}

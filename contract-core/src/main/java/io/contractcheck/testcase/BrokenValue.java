package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.generate.TextRules;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.generate.negate.InvalidValue;
import io.contractcheck.generate.negate.InvalidValues;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** Puts an invalid value in the place of a valid one. */
final class BrokenValue implements Spoiler {
    private static final int GEN_SIZE = 1000;

    private final RandomGenerator<InvalidValue> values;
    private final Mutation.Location location;
    private final Optional<String> parameter;
    private final BiFunction<TestCase, JsonNode, TestCase> put;
    private final Predicate<InvalidValue> fit;

    private BrokenValue(
            RandomGenerator<InvalidValue> values,
            Mutation.Location location,
            Optional<String> parameter,
            BiFunction<TestCase, JsonNode, TestCase> put,
            Predicate<InvalidValue> fit) {
        this.values = values;
        this.location = location;
        this.parameter = parameter;
        this.put = put;
        this.fit = fit;
    }

    /** @throws UnsatisfiableException if the schema accepts everything, or nothing */
    static BrokenValue of(Parameter parameter) {
        return new BrokenValue(
                values(parameter.schema(), Tier.of(parameter)),
                Mutation.Location.valueOf(parameter.in().name()),
                Optional.of(parameter.name()),
                (valid, value) -> {
                    List<ParameterValue> changed = new ArrayList<>();
                    for (Parameter one : valid.operation().parameters()) {
                        if (one.equals(parameter)) {
                            changed.add(new ParameterValue(one, value));
                        } else {
                            valid.parameters().stream()
                                    .filter(v -> v.parameter().equals(one))
                                    .forEach(changed::add);
                        }
                    }
                    return valid.withParameters(changed);
                },
                value -> true);
    }

    /**
     * Bodies of text are never made invalid by type: a text is a text.
     *
     * @throws UnsatisfiableException if the schema accepts everything, or nothing
     */
    static BrokenValue of(MediaTypeContent content, Schema schema, String mediaType) {
        boolean text = MediaTypes.isText(mediaType, content.codecs());
        return new BrokenValue(
                values(schema, Tier.ofBody(mediaType)),
                Mutation.Location.BODY,
                Optional.empty(),
                (valid, value) -> valid.withBody(Optional.of(new BodyValue(content, mediaType, value))),
                value -> !text || !value.keyword().equals("type"));
    }

    /** By the widest rules that serve in everyday cases; by others only where these have no values. */
    private static RandomGenerator<InvalidValue> values(Schema schema, List<Tier> tiers) {
        List<TextRules> rules = new ArrayList<>();
        tiers.stream().filter(t -> t.weight() > 0).forEach(t -> rules.add(0, t.rules()));
        tiers.stream().filter(t -> t.weight() == 0).forEach(t -> rules.add(t.rules()));
        UnsatisfiableException reason = new UnsatisfiableException("no values");
        for (TextRules one : rules) {
            try {
                return InvalidValues.of(schema, one).generator(GEN_SIZE);
            } catch (UnsatisfiableException e) {
                reason = e;
            }
        }
        throw reason;
    }

    @Override
    public Optional<Spoil> next(Random random) {
        Shrinkable<InvalidValue> drawn = values.next(random);
        Put put = new Put(drawn);
        return fit.test(put.invalid) ? Optional.of(put) : Optional.empty();
    }

    private final class Put implements Spoil {
        private final Shrinkable<InvalidValue> drawn;
        private final InvalidValue invalid;

        Put(Shrinkable<InvalidValue> drawn) {
            this.drawn = drawn;
            this.invalid = drawn.value();
        }

        @Override
        public TestCase on(TestCase valid) {
            Mutation mutation = new Mutation(
                    location, parameter, invalid.pointer(), Optional.of(invalid.keyword()), invalid.description());
            return put.apply(valid, invalid.value().deepCopy()).withIntent(new Intent.Negative(mutation));
        }

        @Override
        public Stream<Spoil> shrink() {
            return drawn.shrink().map(Put::new);
        }

        @Override
        public ShrinkingDistance distance() {
            return drawn.distance();
        }
    }
}

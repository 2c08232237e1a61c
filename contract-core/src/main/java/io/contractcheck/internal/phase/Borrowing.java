package io.contractcheck.internal.phase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.learn.Values;
import io.contractcheck.testcase.BodyValue;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.Proofs;
import io.contractcheck.testcase.Spot;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** Values that the service is known to know, in place of random ones. */
final class Borrowing implements RandomGenerator<List<Borrowing.Borrowed>> {
    private static final double OFTEN = 0.5;
    private static final double SOMETIMES = 0.3;

    private final List<Values.Known> known;

    /** A value and where it goes. */
    record Borrowed(Spot spot, JsonNode value) {}

    Borrowing(List<Values.Known> known) {
        this.known = known;
    }

    boolean possible() {
        return !known.isEmpty();
    }

    @Override
    public Shrinkable<List<Borrowed>> next(Random random) {
        List<Borrowed> borrowed = new ArrayList<>();
        for (Values.Known one : known) {
            boolean taken = random.nextDouble() < (one.given() ? OFTEN : SOMETIMES);
            int which = random.nextInt(one.values().size());
            if (taken) {
                borrowed.add(new Borrowed(one.spot(), one.values().get(which)));
            }
        }
        return new Fewer(borrowed);
    }

    /** Shrinks to nothing borrowed, then to one less. */
    private record Fewer(List<Borrowed> value) implements Shrinkable<List<Borrowed>> {
        @Override
        public Stream<Shrinkable<List<Borrowed>>> shrink() {
            if (value.isEmpty()) {
                return Stream.empty();
            }
            Stream<Shrinkable<List<Borrowed>>> none = Stream.of(new Fewer(List.of()));
            return value.size() == 1
                    ? none
                    : Stream.concat(none, IntStream.range(0, value.size()).mapToObj(i -> {
                        List<Borrowed> less = new ArrayList<>(value);
                        less.remove(i);
                        return new Fewer(less);
                    }));
        }

        @Override
        public ShrinkingDistance distance() {
            return ShrinkingDistance.of(value.size());
        }
    }

    /** The case with each of the values that it has the place for and is valid with. */
    static TestCase into(TestCase testCase, List<Borrowed> borrowed) {
        TestCase result = testCase;
        for (Borrowed one : borrowed) {
            if (!one.spot.in(result).isEmpty()) {
                Optional<TestCase> with = with(result, one).filter(Proofs::holds);
                result = with.orElse(result);
            }
        }
        return result;
    }

    private static Optional<TestCase> with(TestCase testCase, Borrowed one) {
        List<String> steps = one.spot.steps();
        if (one.spot.part() == Mutation.Location.BODY) {
            return testCase.body()
                    .filter(body -> !body.value().isBinary())
                    .map(body -> testCase.withBody(
                            Optional.<BodyValue>of(body.with(placed(body.value(), steps, one.value)))));
        }
        return Optional.of(testCase.withParameters(testCase.parameters().stream()
                .map(v -> v.parameter().name().equals(one.spot.name())
                                && v.parameter()
                                        .in()
                                        .name()
                                        .equals(one.spot.part().name())
                        ? new ParameterValue(v.parameter(), placed(v.value(), steps, one.value))
                        : v)
                .toList()));
    }

    private static JsonNode placed(JsonNode whole, List<String> steps, JsonNode value) {
        if (steps.isEmpty()) {
            return value;
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (step.equals(Spot.EACH) && whole instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(placed(element, rest, value)));
            return copy;
        }
        if (whole instanceof ObjectNode object && object.has(step)) {
            ObjectNode copy = object.deepCopy();
            copy.set(step, placed(object.get(step), rest, value));
            return copy;
        }
        return whole;
    }
}

package io.contractcheck.internal.phase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.learn.Values;
import io.contractcheck.testcase.Proofs;
import io.contractcheck.testcase.Spot;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.List;
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
                TestCase with = one.spot.put(result, one.value);
                result = Proofs.holds(with) ? with : result;
            }
        }
        return result;
    }
}

package io.contractcheck.testcase;

import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** A proven negative that shrinks to proven negatives with the same part invalid: first the rest, then that part. */
record NegativeShrinkable(Shrinkable<TestCase> valid, Spoiler.Spoil spoil, TestCase negative)
        implements Shrinkable<TestCase> {

    /** Nothing if what is sent would not be what it is told to be. */
    static Optional<NegativeShrinkable> of(Shrinkable<TestCase> valid, Spoiler.Spoil spoil) {
        return Told.of(spoil.on(valid.value())).map(told -> new NegativeShrinkable(valid, spoil, told));
    }

    @Override
    public TestCase value() {
        return negative;
    }

    @Override
    public Stream<Shrinkable<TestCase>> shrink() {
        Stream<NegativeShrinkable> simpler = valid.shrink()
                .flatMap(smaller -> of(smaller, spoil).stream())
                .filter(smaller -> !Proofs.same(smaller.negative, negative));
        Stream<NegativeShrinkable> smaller = spoil.shrink().flatMap(less -> of(valid, less).stream());
        return Stream.concat(simpler, smaller).filter(this::breaksTheSame).map(s -> s);
    }

    private boolean breaksTheSame(NegativeShrinkable other) {
        return mutation(negative).keyword().equals(mutation(other.negative).keyword());
    }

    private static Mutation mutation(TestCase negative) {
        return ((Intent.Negative) negative.intent()).mutation();
    }

    @Override
    public ShrinkingDistance distance() {
        return valid.distance().append(spoil.distance());
    }
}

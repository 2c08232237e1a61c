package io.contractcheck.internal.phase;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.learn.Knowledge;
import io.contractcheck.learn.Values;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.Proofs;
import io.contractcheck.testcase.Relation;
import io.contractcheck.testcase.Spot;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Random valid cases of one operation: three of four keep to what is known of the service as well, so that it takes them; the fourth to the
 * document alone, so that it is seen where they differ. Of what was always refused, every other of the three has only what is required.
 */
final class KnownCases implements RandomGenerator<TestCase> {
    private final CaseGenerator documented;
    private final Optional<CaseGenerator> narrowed;
    private final Borrowing borrowing;
    private final List<Relation> ranges;
    private final Sparing sparing;
    private final Set<Spot> unwelcome;
    private final boolean refused;

    private KnownCases(Operation operation, Known known) {
        Knowledge knowledge = known.knowledge();
        this.documented = CaseGenerator.of(operation);
        this.narrowed = narrowed(operation, knowledge);
        this.borrowing = new Borrowing(borrowed(operation, known));
        this.ranges = knowledge.ranges(operation);
        this.sparing = new Sparing(knowledge.narrowed(operation));
        this.unwelcome = knowledge.experience().betterWithout(operation);
        this.refused = knowledge.experience().isVain(operation);
    }

    /** What calls of the same scenario bring is not taken from elsewhere, which would stand in their way. */
    private static List<Values.Known> borrowed(Operation operation, Known known) {
        List<Values.Known> values = known.knowledge().values().of(operation);
        if (values.stream().allMatch(Values.Known::given)) {
            return values;
        }
        List<Spot> brought = Need.of(operation, known.links()).stream()
                .map(need -> at(need.target()))
                .toList();
        return values.stream()
                .filter(value -> value.given() || !brought.contains(value.spot()))
                .toList();
    }

    private static Spot at(Target target) {
        return target instanceof Target.OfParameter of
                ? new Spot(Mutation.Location.valueOf(of.in().name()), of.name(), List.of())
                : Spot.ofBody(((Target.OfBody) target).steps());
    }

    /** @throws UnsatisfiableException if a required part has no valid value by the document */
    static KnownCases of(Operation operation, Known known) {
        return new KnownCases(operation, known);
    }

    private static Optional<CaseGenerator> narrowed(Operation operation, Knowledge knowledge) {
        Operation narrower = knowledge.narrowed(operation);
        try {
            return narrower == operation ? Optional.empty() : Optional.of(CaseGenerator.of(operation, narrower));
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }

    /** By the document alone. */
    CaseGenerator documented() {
        return documented;
    }

    /** A case, in which values that the service has may stand. */
    TestCase draw(Session session, String name) {
        TestCase drawn = session.draw(name, this);
        return borrowing.possible() ? Borrowing.into(drawn, session.draw(name + " borrowed", borrowing)) : drawn;
    }

    @Override
    public Shrinkable<TestCase> next(Random random) {
        if (narrowed.isEmpty() && unwelcome.isEmpty() && !refused || random.nextInt(4) == 0) {
            return documented.next(random);
        }
        boolean least = refused && random.nextBoolean();
        try {
            return new Fitted(narrowed.orElse(documented).next(random), least ? this::least : this::fitted);
        } catch (UnsatisfiableException e) {
            return documented.next(random);
        }
    }

    /** In the hope that what is wrong is something that it may go without. */
    private TestCase least(TestCase drawn) {
        return fitted(sparing.least(drawn));
    }

    /** Without what was always refused, and with ranges that begin before they end. */
    private TestCase fitted(TestCase drawn) {
        TestCase fitted = unwelcome.isEmpty() ? drawn : sparing.without(drawn, unwelcome::contains);
        for (Relation range : ranges) {
            if (range.isReversed(fitted)) {
                TestCase exchanged = range.exchanged(fitted);
                fitted = Proofs.holds(exchanged) ? exchanged : fitted;
            }
        }
        return fitted;
    }

    /** Cases as the service is known to take them. */
    private record Fitted(Shrinkable<TestCase> drawn, UnaryOperator<TestCase> fitting) implements Shrinkable<TestCase> {
        @Override
        public TestCase value() {
            return fitting.apply(drawn.value());
        }

        @Override
        public Stream<Shrinkable<TestCase>> shrink() {
            return drawn.shrink().map(smaller -> new Fitted(smaller, fitting));
        }

        @Override
        public ShrinkingDistance distance() {
            return drawn.distance();
        }
    }
}

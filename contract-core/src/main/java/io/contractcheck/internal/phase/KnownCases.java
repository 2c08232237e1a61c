package io.contractcheck.internal.phase;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.learn.Knowledge;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.Proofs;
import io.contractcheck.testcase.Relation;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Random valid cases of one operation: three of four keep to what is known of the service as well, so that it takes them; the fourth to the
 * document alone, so that it is seen where they differ.
 */
final class KnownCases implements RandomGenerator<TestCase> {
    private final CaseGenerator documented;
    private final Optional<CaseGenerator> narrowed;
    private final Borrowing borrowing;
    private final List<Relation> ranges;

    private KnownCases(Operation operation, Knowledge knowledge) {
        this.documented = CaseGenerator.of(operation);
        this.narrowed = narrowed(operation, knowledge);
        this.borrowing = new Borrowing(knowledge.values().of(operation));
        this.ranges = knowledge.ranges(operation);
    }

    /** @throws UnsatisfiableException if a required part has no valid value by the document */
    static KnownCases of(Operation operation, Known known) {
        return new KnownCases(operation, known.knowledge());
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
        if (narrowed.isEmpty() || random.nextInt(4) == 0) {
            return documented.next(random);
        }
        try {
            return new InOrder(narrowed.get().next(random), ranges);
        } catch (UnsatisfiableException e) {
            return documented.next(random);
        }
    }

    /** Cases whose ranges begin before they end. */
    private record InOrder(Shrinkable<TestCase> drawn, List<Relation> ranges) implements Shrinkable<TestCase> {
        @Override
        public TestCase value() {
            TestCase ordered = drawn.value();
            for (Relation range : ranges) {
                if (range.isReversed(ordered)) {
                    TestCase exchanged = range.exchanged(ordered);
                    ordered = Proofs.holds(exchanged) ? exchanged : ordered;
                }
            }
            return ordered;
        }

        @Override
        public Stream<Shrinkable<TestCase>> shrink() {
            return drawn.shrink().map(smaller -> new InOrder(smaller, ranges));
        }

        @Override
        public ShrinkingDistance distance() {
            return drawn.distance();
        }
    }
}

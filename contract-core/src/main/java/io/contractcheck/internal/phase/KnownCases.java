package io.contractcheck.internal.phase;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.TestCase;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * Random valid cases of one operation: three of four keep to what is known of the service as well, so that it takes them; the fourth to the
 * document alone, so that it is seen where they differ.
 */
final class KnownCases implements RandomGenerator<TestCase> {
    private final CaseGenerator documented;
    private final Optional<CaseGenerator> narrowed;
    private final Borrowing borrowing;

    private KnownCases(CaseGenerator documented, Optional<CaseGenerator> narrowed, Borrowing borrowing) {
        this.documented = documented;
        this.narrowed = narrowed;
        this.borrowing = borrowing;
    }

    /** @throws UnsatisfiableException if a required part has no valid value by the document */
    static KnownCases of(Operation operation, Known known) {
        CaseGenerator documented = CaseGenerator.of(operation);
        Borrowing borrowing = new Borrowing(known.knowledge().values().of(operation));
        return new KnownCases(documented, narrowed(operation, known), borrowing);
    }

    private static Optional<CaseGenerator> narrowed(Operation operation, Known known) {
        Operation narrower = known.knowledge().narrowed(operation);
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
            return narrowed.get().next(random);
        } catch (UnsatisfiableException e) {
            return documented.next(random);
        }
    }
}

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

    private KnownCases(CaseGenerator documented, Optional<CaseGenerator> narrowed) {
        this.documented = documented;
        this.narrowed = narrowed;
    }

    /** @throws UnsatisfiableException if a required part has no valid value by the document */
    static KnownCases of(Operation operation, Known known) {
        CaseGenerator documented = CaseGenerator.of(operation);
        Operation narrower = known.knowledge().narrowed(operation);
        if (narrower == operation) {
            return new KnownCases(documented, Optional.empty());
        }
        try {
            return new KnownCases(documented, Optional.of(CaseGenerator.of(operation, narrower)));
        } catch (UnsatisfiableException e) {
            return new KnownCases(documented, Optional.empty());
        }
    }

    /** By the document alone. */
    CaseGenerator documented() {
        return documented;
    }

    /** A case, in which values that the service has may stand. */
    TestCase draw(Session session, String name) {
        return session.draw(name, this);
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

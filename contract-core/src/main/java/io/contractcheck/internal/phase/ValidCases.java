package io.contractcheck.internal.phase;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.ExampleCases;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.RandomGenerator;

/** A few valid cases of an operation, from which a scenario takes until one leads somewhere. */
final class ValidCases {
    /** As many as are tried. */
    static final int MOST = 5;

    private static final int EXAMPLES = 2;

    private final Operation operation;
    private final Lazy<List<RandomGenerator<TestCase>>> examples;
    private final Lazy<CaseGenerator> random;

    ValidCases(Operation operation) {
        this.operation = operation;
        this.examples = new Lazy<>(() -> examples(operation));
        this.random = new Lazy<>(() -> CaseGenerator.of(operation));
    }

    private static List<RandomGenerator<TestCase>> examples(Operation operation) {
        try {
            List<RandomGenerator<TestCase>> cases = ExampleCases.of(operation).cases();
            return cases.subList(0, Math.min(EXAMPLES, cases.size()));
        } catch (UnsatisfiableException e) {
            return List.of();
        }
    }

    Operation operation() {
        return operation;
    }

    /** How many there are that differ. */
    int count() {
        return operation.parameters().isEmpty() && operation.requestBody().isEmpty() ? 1 : MOST;
    }

    /** The examples of the document first, since they lead to what is there. */
    TestCase examplesFirst(Session session, int index) {
        return session.draw(
                "case", index < examples.get().size() ? examples.get().get(index) : random.get());
    }

    /** The examples of the document last, since what they would create may be there already. */
    TestCase examplesLast(Session session, int index) {
        int left = count() - examples.get().size();
        return session.draw("case", index >= left ? examples.get().get(index - left) : random.get());
    }

    /**
     * A case with nothing but what is required, and with what an earlier call brought; none if the operation has no valid case.
     *
     * @param brought what names the thing that it is about
     */
    Optional<TestCase> required(Session session, String purpose, List<Brought.Value> brought) {
        TestCase drawn;
        try {
            drawn = session.draw(operation.method() + " " + operation.path(), random.get());
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
        TestCase plain = drawn.withParameters(drawn.parameters().stream()
                        .filter(value -> value.parameter().required())
                        .toList())
                .withIntent(new Intent.Positive(purpose));
        return Optional.of(Taking.into(plain, brought));
    }
}

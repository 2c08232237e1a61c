package io.contractcheck.corpus;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.TestCase;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The cases of an operation: those that the phases make, bounded.
 *
 * @param fuzzed how many random ones of each mode
 * @param walked the most of the walk
 */
record CaseSource(int fuzzed, int walked) {

    /** Hands over the cases; gives the reason where there is no random positive one. */
    Optional<String> each(Operation operation, Random random, Consumer<TestCase> use) {
        return positives(operation, random, use);
    }

    private Optional<String> positives(Operation operation, Random random, Consumer<TestCase> use) {
        try {
            CaseGenerator generator = CaseGenerator.of(operation);
            for (int i = 0; i < fuzzed; i++) {
                use.accept(generator.next(random).value());
            }
            return Optional.empty();
        } catch (UnsatisfiableException | ReferenceException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}

package io.contractcheck.corpus;

import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.Mode;
import io.contractcheck.testcase.NegativeCases;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.coverage.Coverage;
import io.contractcheck.testcase.coverage.CoverageSettings;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The cases of operations: those that the phases make, bounded.
 *
 * @param fuzzed how many random ones of each mode
 * @param walked the most of the walk
 */
record CaseSource(int fuzzed, int walked) {

    /** The walk over an API. */
    Coverage walk(Api api) {
        return new Coverage(api, new CoverageSettings(Mode.ALL, true, true, true, true, false));
    }

    /** Hands over the cases; gives the reason where there is no positive one. */
    Optional<String> each(Operation operation, Coverage walk, Random random, Consumer<TestCase> use) {
        try {
            CaseGenerator positives = CaseGenerator.of(operation);
            for (int i = 0; i < fuzzed; i++) {
                use.accept(positives.next(random).value());
            }
            if (fuzzed > 0) {
                NegativeCases negatives = NegativeCases.of(operation, positives);
                for (int i = 0; i < fuzzed && negatives.possible(); i++) {
                    use.accept(negatives.next(random).value());
                }
            }
            walk.cases(operation, warning -> {}).limit(walked).forEach(use);
            return Optional.empty();
        } catch (UnsatisfiableException | ReferenceException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}

package io.contractcheck.event;

import io.contractcheck.check.Failure;
import java.util.List;

/**
 * What one check said of one exchange. One that had nothing to say has no result.
 *
 * @param check its name
 * @param outcome what came of it
 * @param failures those reported; none unless it failed
 */
public record CheckResult(String check, Outcome outcome, List<Failure> failures) {
    /** What a check can say. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** It failed, and hooks let none of its failures be reported. */
        LEFT_OUT
    }
}

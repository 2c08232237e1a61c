package io.contractcheck.check;

import java.util.List;

/** What a check has to say of an exchange. */
public sealed interface Verdict {
    /** The promise was kept. */
    record Passed() implements Verdict {}

    /** The check has nothing to say of this exchange. */
    record Skipped() implements Verdict {}

    /**
     * The promise was broken.
     *
     * @param failures at least one
     */
    record Failed(List<Failure> failures) implements Verdict {
        public Failed {
            failures = List.copyOf(failures);
            if (failures.isEmpty()) {
                throw new IllegalArgumentException("a failed verdict names at least one failure");
            }
        }
    }

    /** The promise was kept. */
    static Verdict passed() {
        return new Passed();
    }

    /** The check has nothing to say of this exchange. */
    static Verdict skipped() {
        return new Skipped();
    }

    /** Passed if there are no failures, otherwise failed. */
    static Verdict of(List<Failure> failures) {
        return failures.isEmpty() ? new Passed() : new Failed(failures);
    }
}

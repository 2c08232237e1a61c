package io.contractcheck.check;

import java.util.List;
import java.util.Optional;

/** What a check has to say of an exchange. */
public sealed interface Verdict {
    /** The promise was kept. */
    record Passed() implements Verdict {}

    /**
     * The check has nothing to say of this exchange.
     *
     * @param reason what kept it from judging what it would have judged, if something did, as {@code its body is longer than ...}
     */
    record Skipped(Optional<String> reason) implements Verdict {
        /** There is nothing to judge. */
        public Skipped() {
            this(Optional.empty());
        }
    }

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

    /** The check would have something to say, but for a reason that users should know. */
    static Verdict skipped(String reason) {
        return new Skipped(Optional.of(reason));
    }

    /** Passed if there are no failures, otherwise failed. */
    static Verdict of(List<Failure> failures) {
        return failures.isEmpty() ? new Passed() : new Failed(failures);
    }
}

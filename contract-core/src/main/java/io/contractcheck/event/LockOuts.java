package io.contractcheck.event;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows whether the run's user, once accepted, is turned away for good: a token that expired, or that the run itself revoked. */
final class LockOuts {
    private static final int UNAUTHORIZED = 401;

    private final Set<String> accepted = new LinkedHashSet<>();
    private long before;
    private @Nullable CaseId since;
    private long cases;
    private boolean contradicted;

    /** A valid case with credentials was answered. */
    void on(CaseId id, int status) {
        if (status == UNAUTHORIZED) {
            since = since == null ? id : since;
            cases++;
            contradicted |= accepted.contains(id.operation());
        } else if (status < 400) {
            accepted.add(id.operation());
            before++;
            since = null;
            cases = 0;
            contradicted = false;
        }
    }

    /** The one that lasts; only where an operation was refused that had been accepted, as others may never accept this user. */
    Optional<RunSummary.LockOut> lasting() {
        return since != null && contradicted
                ? Optional.of(new RunSummary.LockOut(since, cases, before))
                : Optional.empty();
    }
}

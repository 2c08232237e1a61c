package io.contractcheck.internal.engine;

import io.contractcheck.check.FailureId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Which of the root causes that the log told beside a failure is its own. Nothing else was being sent, but a service has threads of its own
 * that log, too: so a cause has to be seen twice, more often if it comes late, and never while nobody calls; of several, those are left out
 * that do not come each time.
 */
final class Hearing {
    private static final int MOST = 4;

    private final Replay replay;
    private final int attempt;
    private final BooleanSupplier goesOn;
    private final Predicate<String> spontaneous;

    /** @param spontaneous whether the service logs that without being called */
    Hearing(Replay replay, int attempt, BooleanSupplier goesOn, Predicate<String> spontaneous) {
        this.replay = replay;
        this.attempt = attempt;
        this.goesOn = goesOn;
        this.spontaneous = spontaneous;
    }

    /**
     * The failures of a run, each once.
     *
     * @param suspected what was seen before
     * @return with the run that shows it
     */
    Map<FailureId, LiveSession> told(Set<FailureId> suspected, LiveSession session) {
        Map<FailureId, LiveSession> told = new LinkedHashMap<>();
        Set<FailureId> reasons = new LinkedHashSet<>();
        for (FailureId seen : session.failures()) {
            boolean hadRoot = suspected.stream()
                    .anyMatch(s -> s.root().isPresent() && s.answered().equals(seen));
            if (seen.root().isPresent() || hadRoot) {
                reasons.add(seen.answered());
            } else {
                told.put(seen, session);
            }
        }
        reasons.stream()
                .filter(failure -> suspected.stream().anyMatch(s -> s.answered().equals(failure)))
                .forEach(failure -> one(failure, suspected, again(failure, session), told));
        return told;
    }

    /** A log that tells nothing may have come too late. */
    private LiveSession again(FailureId failure, LiveSession session) {
        if (!roots(failure, session).isEmpty() || !goesOn.getAsBoolean()) {
            return session;
        }
        LiveSession more = replay.attempt(attempt);
        return roots(failure, more).isEmpty() ? session : more;
    }

    private static List<FailureId> roots(FailureId failure, LiveSession session) {
        return session.failures().stream()
                .filter(f -> f.root().isPresent() && f.answered().equals(failure))
                .toList();
    }

    private void one(
            FailureId failure, Set<FailureId> suspected, LiveSession session, Map<FailureId, LiveSession> told) {
        List<FailureId> roots = roots(failure, session);
        List<FailureId> before = roots.stream().filter(suspected::contains).toList();
        Set<FailureId> left = new LinkedHashSet<>(before.isEmpty() ? roots : before);
        left.removeIf(root -> spontaneous.test(root.root().orElseThrow()));
        boolean late = left.stream()
                .anyMatch(root -> session.heard(root).filter(Heard::late).isPresent());
        int wanted = late ? MOST - 1 : before.isEmpty() ? 1 : 0;
        int more = 0;
        LiveSession last = session;
        for (int i = 0;
                i < MOST && !left.isEmpty() && (more < wanted || left.size() > 1) && goesOn.getAsBoolean();
                i++) {
            LiveSession again = replay.attempt(attempt);
            if (again.failures().stream().anyMatch(f -> f.answered().equals(failure))) {
                left.retainAll(again.failures());
                last = left.isEmpty() ? last : again;
                more++;
            }
        }
        LiveSession shown = last;
        if (left.isEmpty() || more < wanted) {
            told.put(failure, session);
        } else {
            // what is logged last is what the service answered for
            left.stream().reduce((a, b) -> b).ifPresent(root -> told.put(root, shown));
        }
    }
}

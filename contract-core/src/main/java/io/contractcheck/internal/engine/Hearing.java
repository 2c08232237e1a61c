package io.contractcheck.internal.engine;

import io.contractcheck.check.FailureId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Which of the root causes that the log told beside a failure is its own. Nothing else was being sent, but a service has threads of its own
 * that log, too: so a cause has to be seen twice, and of several those are left out that do not come each time.
 */
final class Hearing {
    private static final int MOST = 4;

    private final Replay replay;
    private final int attempt;
    private final BooleanSupplier goesOn;

    Hearing(Replay replay, int attempt, BooleanSupplier goesOn) {
        this.replay = replay;
        this.attempt = attempt;
        this.goesOn = goesOn;
    }

    /**
     * The failures of a run, each once.
     *
     * @param suspected what was seen before
     * @return with the run that shows it
     */
    Map<FailureId, LiveSession> told(Set<FailureId> suspected, LiveSession session) {
        Map<FailureId, LiveSession> told = new LinkedHashMap<>();
        Map<FailureId, List<FailureId>> reasons = new LinkedHashMap<>();
        for (FailureId seen : session.failures()) {
            if (seen.root().isEmpty()) {
                told.put(seen, session);
            } else {
                reasons.computeIfAbsent(seen.answered(), f -> new ArrayList<>()).add(seen);
            }
        }
        reasons.forEach((failure, roots) -> {
            boolean looked = suspected.stream().anyMatch(s -> s.answered().equals(failure));
            if (looked) {
                one(failure, roots, suspected, session, told);
            }
        });
        return told;
    }

    private void one(
            FailureId failure,
            List<FailureId> roots,
            Set<FailureId> suspected,
            LiveSession session,
            Map<FailureId, LiveSession> told) {
        List<FailureId> before = roots.stream().filter(suspected::contains).toList();
        Set<FailureId> left = new LinkedHashSet<>(before.isEmpty() ? roots : before);
        boolean twice = !before.isEmpty();
        LiveSession last = session;
        for (int i = 0; i < MOST && !left.isEmpty() && (left.size() > 1 || !twice) && goesOn.getAsBoolean(); i++) {
            LiveSession more = replay.attempt(attempt);
            if (more.failures().stream().anyMatch(f -> f.answered().equals(failure))) {
                left.retainAll(more.failures());
                last = left.isEmpty() ? last : more;
                twice = true;
            }
        }
        LiveSession shown = last;
        if (left.isEmpty() || !twice) {
            told.put(failure, session);
        } else {
            // what is logged last is what the service answered for
            left.stream().reduce((a, b) -> b).ifPresent(root -> told.put(root, shown));
        }
    }
}

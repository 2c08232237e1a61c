package io.contractcheck.internal.doubt;

import io.contractcheck.event.RunSummary.LockOut;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The run as a whole was turned away: since some moment, in over half of its answers, or in all that is secured. */
final class MissingAuth implements Rule {
    /** As many as may come of an operation that revokes what it is called with. */
    private static final int FEW = 10;

    @Override
    public List<String> messages(Evidence evidence) {
        return lockedOut(evidence)
                .or(() -> mostly(evidence))
                .or(() -> allSecured(evidence))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<String> lockedOut(Evidence evidence) {
        Optional<LockOut> lockOut = evidence.run().lockOut().filter(l -> l.cases() > FEW);
        return lockOut.map(l -> "From some moment on nothing was tested that is secured: the last "
                + Words.count(l.cases(), "valid request") + " with credentials "
                + (l.cases() == 1 ? "was" : "were") + " not let in.\n"
                + TurnedAway.EXPIRED.why(evidence, List.of()));
    }

    private static Optional<String> mostly(Evidence evidence) {
        Map<Integer, Long> statuses = new LinkedHashMap<>();
        List<Fate> asked = evidence.notLogins();
        asked.forEach(
                f -> f.summary().credentialed().forEach((status, count) -> statuses.merge(status, count, Long::sum)));
        long all = Fate.sum(statuses);
        long away = Fate.turnedAway(statuses);
        if (away * 2 <= all) {
            return Optional.empty();
        }
        List<Fate> worst = asked.stream()
                .filter(f -> Fate.turnedAway(f.summary().credentialed()) > 0)
                .sorted(Comparator.comparing(f -> -Fate.turnedAway(f.summary().credentialed())))
                .toList();
        return Optional.of("Most of the run was turned away: " + away + " of the "
                + Words.count(all, "answer") + " to valid requests with credentials were 401 or 403, most of "
                + Words.some(worst.stream().map(Fate::label).toList()) + ".\n"
                + TurnedAway.mainly(evidence, worst) + Words.example(worst));
    }

    private static Optional<String> allSecured(Evidence evidence) {
        List<Fate> secured = evidence.notLogins().stream()
                .filter(f -> f.secured() && f.outcome() != Outcome.NONE)
                .toList();
        return secured.isEmpty() || secured.stream().anyMatch(f -> f.outcome() != Outcome.TURNED_AWAY)
                ? Optional.empty()
                : Optional.of("Nothing was tested of what is secured: "
                        + (secured.size() == 1 ? "the one operation" : "all " + secured.size() + " operations")
                        + " that the document secures turned every valid request away: "
                        + Words.some(secured.stream().map(Fate::told).toList()) + ".\n"
                        + TurnedAway.mainly(evidence, secured) + Words.example(secured));
    }
}

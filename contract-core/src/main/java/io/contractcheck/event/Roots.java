package io.contractcheck.event;

import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.event.RunEvent.CallAnswered;
import io.contractcheck.event.RunEvent.FailureRetried;
import io.contractcheck.event.RunEvent.FailureRetried.Claim;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures apart, and together, by why the service failed: what its log let suspect beside a call counts if the log told it again when
 * nothing else was sent. Where it tells nothing, a failure is what was answered.
 */
final class Roots {
    /** Of one failure; what is beyond has no suspects. */
    private static final int MOST_COMPANIES = 50;

    private final Comparator<CaseId> schedule;
    private final Map<FailureId, FailureRetried> retried = new LinkedHashMap<>();
    private final Map<FailureId, RunEvent.FailureShrunk> shrunk = new LinkedHashMap<>();
    private final Map<FailureId, Set<List<String>>> companies = new LinkedHashMap<>();

    /** @param schedule the order in which one worker makes the calls */
    Roots(Comparator<CaseId> schedule) {
        this.schedule = schedule;
    }

    /** As what a failure is kept until the end. */
    Found.Seen seen(Failure failure, CallAnswered call) {
        if (call.suspects().isEmpty() || !failure.id().ofService()) {
            return Found.Seen.of(failure.id());
        }
        List<String> suspects = call.suspects().stream().sorted().toList();
        Set<List<String>> known = companies.computeIfAbsent(failure.id(), f -> new LinkedHashSet<>());
        return known.contains(suspects) || known.size() < MOST_COMPANIES && known.add(suspects)
                ? new Found.Seen(failure.id(), suspects)
                : Found.Seen.of(failure.id());
    }

    void on(FailureRetried event) {
        retried.put(event.failure(), event);
    }

    void on(RunEvent.FailureShrunk event) {
        shrunk.put(event.failure(), event);
    }

    /** Each failure once, by its identity. */
    Map<FailureId, Found> settled(Map<Found.Seen, Found> findings) {
        Map<FailureId, Set<FailureId>> claimed = new LinkedHashMap<>();
        retried.forEach((failure, event) -> event.claim()
                .ifPresent(claim -> claimed.computeIfAbsent(failure.answered(), f -> new LinkedHashSet<>())
                        .add(failure)));
        Map<FailureId, Found> settled = new LinkedHashMap<>();
        findings.forEach((seen, found) -> {
            Optional<FailureId> root = root(seen, claimed.getOrDefault(seen.failure(), Set.of()));
            Found shown = root.map(id -> whole(id, claimed))
                    .map(id -> explained(id, found))
                    .orElseGet(() -> answered(seen.failure(), found));
            settled.merge(shown.failure.id(), shown, this::together);
        });
        return settled;
    }

    private Optional<FailureId> root(Found.Seen seen, Set<FailureId> claimed) {
        Optional<FailureId> own = seen.suspects().stream()
                .map(seen.failure()::at)
                .filter(claimed::contains)
                .findFirst();
        boolean answeredOnly = isTold(seen.failure())
                || seen.suspects().stream()
                        .anyMatch(suspect -> isTold(seen.failure().at(suspect)));
        return own.isPresent() || answeredOnly
                ? own
                : claimed.stream()
                        .min(Comparator.comparing(id -> claim(id).call().id(), schedule));
    }

    /** For an exception that was logged without a stack the same one with it, if there is one. */
    private FailureId whole(FailureId id, Map<FailureId, Set<FailureId>> claimed) {
        return claim(id).logged().cause().places().isEmpty()
                ? claimed.getOrDefault(id.answered(), Set.of()).stream()
                        .filter(other ->
                                other.root().orElse("").startsWith(id.root().orElse("") + " at "))
                        .min(Comparator.comparing(other -> claim(other).call().id(), schedule))
                        .orElse(id)
                : id;
    }

    /** Whether it was run again, and the log told nothing. */
    private boolean isTold(FailureId failure) {
        FailureRetried event = retried.get(failure);
        return event != null && event.claim().isEmpty();
    }

    private Claim claim(FailureId failure) {
        return Objects.requireNonNull(retried.get(failure)).claim().orElseThrow();
    }

    private Found explained(FailureId id, Found found) {
        Claim claim = claim(id);
        FailureId known =
                new FailureId(id.operation(), id.check(), claim.logged().cause().identity());
        RunEvent.FailureShrunk smaller = shrunk.get(id);
        CallAnswered call = smaller == null ? claim.call() : smaller.smallest();
        Failure failure = call.checks().stream()
                .flatMap(result -> result.failures().stream())
                .filter(f -> f.id().equals(id.answered()))
                .findFirst()
                .orElse(found.failure);
        Found explained =
                new Found(new Failure(known, failure.title(), failure.message(), failure.advice(), failure.severity()));
        explained.first = claim.call();
        explained.shrunk = smaller;
        explained.occurrences = found.occurrences;
        explained.logged = Optional.of(claim.logged());
        confirmed(explained, retried.get(id));
        return explained;
    }

    private Found answered(FailureId id, Found found) {
        Found answered = new Found(found.failure);
        answered.first = found.first;
        answered.occurrences = found.occurrences;
        answered.shrunk = shrunk.get(id);
        FailureRetried event = retried.get(id);
        confirmed(
                answered,
                event != null || found.first == null
                        ? event
                        : found.first.seenAs(found.failure.id()).stream()
                                .map(retried::get)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null));
        return answered;
    }

    private static void confirmed(Found found, @Nullable FailureRetried event) {
        if (event != null) {
            found.confirmation = event.confirmation();
            found.note = event.note();
        }
    }

    private Found together(Found a, Found b) {
        boolean later = a.first != null && b.first != null && schedule.compare(b.first.id(), a.first.id()) < 0;
        Found first = later ? b : a;
        Found other = later ? a : b;
        first.occurrences += other.occurrences;
        if (first.confirmation != Confirmation.CONFIRMED && other.confirmation != null) {
            first.confirmation = other.confirmation;
            first.note = other.note;
        }
        first.shrunk = first.shrunk == null && first.logged.isEmpty() ? other.shrunk : first.shrunk;
        return first;
    }
}

package io.contractcheck.event;

import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure while a run is added up. */
final class Found {
    Failure failure;
    RunEvent.@Nullable CallAnswered first;
    RunEvent.@Nullable FailureShrunk shrunk;
    long occurrences;

    @Nullable Confirmation confirmation;

    String note = "";
    Optional<LoggedCause> logged = Optional.empty();

    Found(Failure failure) {
        this.failure = failure;
    }

    /** What is said of those that are no failures, once for those of which the same is said. */
    static List<String> ownDoing(List<Found> own) {
        Map<List<String>, Long> times = new LinkedHashMap<>();
        for (Found found : own) {
            FailureId id = found.failure.id();
            times.merge(
                    List.of(id.operation(), id.check(), found.failure.title(), found.note),
                    found.occurrences,
                    Long::sum);
        }
        return times.entrySet().stream()
                .map(e -> e.getKey().get(0) + ", " + e.getKey().get(1) + ": \""
                        + e.getKey().get(2) + "\" came "
                        + (e.getValue() == 1 ? "once" : e.getValue() + " times")
                        + " and is not reported as a failure: " + e.getKey().get(3))
                .toList();
    }

    /**
     * What was seen of a failure as such.
     *
     * @param failure as it was answered
     * @param suspects what the log told meanwhile
     */
    record Seen(FailureId failure, List<String> suspects) {
        /** Without a log. */
        static Seen of(FailureId failure) {
            return new Seen(failure, List.of());
        }
    }
}

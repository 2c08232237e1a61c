package io.contractcheck.event;

import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import java.util.List;
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

    String ownDoing() {
        return failure.id().operation() + ", " + failure.id().check() + ": \"" + failure.title() + "\" came "
                + (occurrences == 1 ? "once" : occurrences + " times") + " and is not reported as a failure: "
                + note;
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

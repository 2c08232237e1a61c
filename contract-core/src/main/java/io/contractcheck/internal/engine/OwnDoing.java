package io.contractcheck.internal.engine;

import io.contractcheck.check.ErrorWords;
import io.contractcheck.check.FailureId;
import io.contractcheck.event.RunEvent.CallAnswered;
import io.contractcheck.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Whether a failure comes of what the run itself had sent before. Where state can be brought back, that is seen by doing so. Where it
 * cannot, a request that the service accepted is sent once more: if that shows the same failure, sending twice is what brings it.
 */
final class OwnDoing {
    private static final List<Integer> CONFLICTS = List.of(409, 412, 423);

    private static final int WORDS = 500;

    private final CleanState state;
    private final Accepted accepted;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    OwnDoing(CleanState state, Accepted accepted) {
        this.state = state;
        this.accepted = accepted;
    }

    /** Whether it may be, of a failure that was seen as the run went on. */
    boolean isPossible(FailureId failure, LiveSession session) {
        if (state.known()) {
            return !state.always();
        }
        return session.showing(failure).exchange().response().status() >= 400
                && Accepted.leavesSomething(session.sent(failure));
    }

    /** Of what is wrong with a request, the service may say so whatever was sent before. */
    private static boolean isRefusal(CallAnswered call) {
        int status = call.exchange().response().status();
        return call.positive() ? status >= 400 : status >= 500 || CONFLICTS.contains(status);
    }

    /** Whether it is, of a failure that came again. */
    boolean isShown(FailureId failure, LiveSession session) {
        Response refusal = session.showing(failure).exchange().response();
        if (state.known() || !isPossible(failure, session)) {
            return false;
        }
        boolean sameWords = !isRefusal(session.showing(failure));
        boolean shown = accepted.rivals(session.sent(failure)).stream()
                .anyMatch(rival -> bringsIt(failure, refusal, sameWords, rival));
        if (shown) {
            said.add(saying(failure));
        }
        return shown;
    }

    /** Whether the service says of a failure, in telling words, what it said of one that came of what the run itself had sent. */
    boolean isSaid(FailureId failure, CallAnswered refused) {
        return isRefusal(refused)
                && said.contains(saying(failure))
                && refused.checks().stream()
                        .flatMap(check -> check.failures().stream())
                        .anyMatch(seen -> seen.id().equals(failure.answered())
                                && seen.clue().isEmpty());
    }

    private static String saying(FailureId failure) {
        return failure.check() + ' ' + failure.cause();
    }

    /**
     * Whether it was, of a failure that may be and did not come again.
     *
     * @param refused the call that showed it
     * @param accepted sends the same once more, if that was accepted meanwhile
     */
    boolean wasShown(FailureId failure, CallAnswered refused, Optional<Supplier<LiveSession>> accepted) {
        Response refusal = refused.exchange().response();
        boolean shown = !state.known()
                && isRefusal(refused)
                && (refusal.status() < 500
                        || accepted.filter(a -> bringsIt(failure, refusal, false, a))
                                .isPresent());
        if (shown) {
            said.add(saying(failure));
        }
        return shown;
    }

    /** Twice, since some services fail now and then. */
    private static boolean bringsIt(
            FailureId failure, Response refusal, boolean sameWords, Supplier<LiveSession> accepted) {
        LiveSession first = accepted.get();
        if (first.statuses().stream().allMatch(status -> status / 100 == 2)) {
            first = accepted.get(); // what it had left was gone meanwhile
        }
        return shows(failure, refusal, sameWords, first) && shows(failure, refusal, sameWords, accepted.get());
    }

    /** What says nothing is known by different places in the requests, and is the same answer all the same. */
    private static boolean shows(FailureId failure, Response refusal, boolean sameWords, LiveSession session) {
        return session.failures().stream()
                .filter(seen -> seen.check().equals(failure.check())
                        && (failure.root().isEmpty() || seen.root().equals(failure.root())))
                .anyMatch(seen -> {
                    Response answer = session.showing(seen).exchange().response();
                    return !sameWords && seen.answered().equals(failure.answered())
                            || answer.status() == refusal.status()
                                    && ErrorWords.of(answer, WORDS).equals(ErrorWords.of(refusal, WORDS));
                });
    }
}

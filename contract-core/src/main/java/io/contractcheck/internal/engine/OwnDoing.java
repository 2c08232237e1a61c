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
import java.util.regex.Pattern;

/**
 * Whether a failure comes of what the run itself had sent before. Where state can be brought back, that is seen by doing so. Where it
 * cannot, a request that the service accepted is sent once more: if that shows the same failure, sending twice is what brings it.
 */
final class OwnDoing {
    private static final List<Integer> CONFLICTS = List.of(409, 412, 423);

    private static final int WORDS = 500;

    /** What services say of names that are to be unique, and of things that others hold. */
    private static final Pattern CLASH = Pattern.compile(
            "taken|exist|duplicat|uniq|already|conflict|constraint|in use|occupied|reserved|locked|concurrent",
            Pattern.CASE_INSENSITIVE);

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

    /**
     * Whether it is, of a failure that came again.
     *
     * @param fresh runs the scenario with other values
     */
    boolean isShown(FailureId failure, LiveSession session, Supplier<LiveSession> fresh) {
        Response refusal = session.showing(failure).exchange().response();
        if (state.known() || !isPossible(failure, session)) {
            return false;
        }
        boolean sameWords = !isRefusal(session.showing(failure));
        boolean shown = accepted.rivals(session.sent(failure)).stream()
                .anyMatch(rival -> bringsIt(failure, refusal, sameWords, rival));
        if (!shown || isWhateverIsSent(failure, session, fresh)) {
            return false;
        }
        said.add(saying(failure));
        return true;
    }

    /**
     * Whether a service that says nothing of a clash fails for other values, too. Then it is in a bad way, and what was sent before may have
     * brought it there, but no two requests clash.
     */
    private static boolean isWhateverIsSent(FailureId failure, LiveSession session, Supplier<LiveSession> fresh) {
        CallAnswered call = session.showing(failure);
        return call.exchange().response().status() >= 500
                && isTelling(failure, call)
                && !CLASH.matcher(failure.cause()).find()
                && fresh.get().failures().stream()
                        .anyMatch(seen -> seen.answered().equals(failure.answered()));
    }

    /** Whether the service says of a failure, in telling words, what it said of one that came of what the run itself had sent. */
    boolean isSaid(FailureId failure, CallAnswered refused) {
        return isRefusal(refused) && said.contains(saying(failure)) && isTelling(failure, refused);
    }

    private static boolean isTelling(FailureId failure, CallAnswered call) {
        return call.checks().stream()
                .flatMap(check -> check.failures().stream())
                .anyMatch(seen ->
                        seen.id().equals(failure.answered()) && seen.clue().isEmpty());
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

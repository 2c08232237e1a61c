package io.contractcheck.check;

import io.contractcheck.check.CheckContext.Answered;
import io.contractcheck.http.Response;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Taken;
import io.contractcheck.testcase.TestCase;
import java.util.List;

/** What calls of a sequence do to resources, by their methods and how they were answered. */
final class Step {
    private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS", "QUERY", "TRACE");
    private static final int ACCEPTED = 202;

    private Step() {}

    /** Whether it is a valid case of the run's own user with the operation's own method. */
    static boolean isPlain(TestCase call) {
        return call.intent() instanceof Intent.Positive
                && call.identity().isEmpty()
                && call.deviation(Deviation.Method.class).isEmpty();
    }

    static boolean succeeded(Answered call) {
        return call.exchange().response().status() / 100 == 2;
    }

    /** Whether what was asked for was done at once, and not only accepted (RFC 9110, section 15.3.3). */
    static boolean isDone(Response response) {
        return response.status() / 100 == 2 && response.status() != ACCEPTED;
    }

    static boolean reads(TestCase call) {
        return READS.contains(call.operation().method());
    }

    /** Whether it may have changed something. */
    static boolean changed(Answered call) {
        return !reads(call.testCase()) && call.exchange().response().status() < 400;
    }

    /**
     * Whether the scenario did something to the thing that a case is about, other than making it: then the thing may be in a state in which
     * the case is refused.
     */
    static boolean mayBeInAnotherState(CheckContext context) {
        ResourcePath thing = ResourcePath.of(context.testCase()).thing();
        if (thing.segments().isEmpty()) {
            return false;
        }
        List<Integer> makers =
                context.testCase().taken().stream().map(Taken::step).toList();
        for (int i = 0; i < context.earlier().size(); i++) {
            Answered call = context.earlier().get(i);
            if (!makers.contains(i)
                    && changed(call)
                    && ResourcePath.of(call.testCase()).isWithin(thing)) {
                return true;
            }
        }
        return false;
    }
}

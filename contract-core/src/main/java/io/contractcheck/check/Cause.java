package io.contractcheck.check;

import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import java.util.List;
import java.util.Optional;

/**
 * Why an error was answered, as far as it can be seen from outside: in the service's own words, or, where these say nothing, by the place
 * in the request that was out of the ordinary.
 *
 * @param text the same in every run
 * @param clue where it may lie, if the words do not tell
 */
record Cause(String text, Optional<Clue> clue) {
    /** Statuses that come of what is stored, whatever the request has where. */
    private static final List<Integer> OF_STATE = List.of(404, 409, 410, 412, 423);

    /** For the answer as a whole. */
    static Cause of(CheckContext context, String words, boolean telling) {
        int status = context.response().status();
        String text = status + " " + words;
        if (isMalformed(context)) {
            // readers of a format say of each text something else
            String place = "a malformed body";
            return new Cause(status + " for " + place, Optional.of(new Clue(text, true, List.of(place))));
        }
        if (telling || OF_STATE.contains(status)) {
            return new Cause(text, Optional.empty());
        }
        Focus focus = context.testCase().intent().focus();
        if (context.testCase().intent() instanceof Intent.Negative negative) {
            String place = Places.broken(context.testCase(), negative.mutation());
            boolean sure = !(focus instanceof Focus.Anywhere);
            return new Cause(
                    text + " for " + place,
                    Optional.of(new Clue(text, sure, sure ? List.of(place) : Places.all(context.testCase()))));
        }
        if (focus instanceof Focus.At at) {
            String place = Places.of(context.testCase(), at);
            return new Cause(text + " for " + place, Optional.of(new Clue(text, true, List.of(place))));
        }
        boolean plain = focus instanceof Focus.Nothing;
        return new Cause(text, Optional.of(new Clue(text, plain, plain ? List.of() : Places.all(context.testCase()))));
    }

    private static boolean isMalformed(CheckContext context) {
        return context.testCase().intent() instanceof Intent.Negative negative
                && negative.mutation().location() == Mutation.Location.FRAMING
                && negative.mutation().keyword().equals(Optional.of("syntax"));
    }

    /** The failure with what is known of its cause. */
    Failure failure(CheckContext context, Check check, String title, String message, String advice, Severity severity) {
        return new Failure(
                new FailureId(context.operation().label(), check.name(), text), title, message, advice, severity, clue);
    }
}

package io.contractcheck.internal.phase;

import io.contractcheck.auth.Admission;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;

/** Sends cases as somebody else than the run's user, and says so in why they exist. */
final class Sender {
    private Sender() {}

    static TestCase as(Identity identity, TestCase testCase) {
        return testCase.with(new Deviation.SentBy(identity))
                .withIntent(new Intent.Positive(testCase.intent().description() + ", sent " + identity.describe()));
    }

    /** Sends it, and tells whether it was let in. */
    static Admission call(Session session, TestCase testCase) {
        return Admission.of(session.call(testCase).response().status());
    }
}

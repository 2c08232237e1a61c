package io.contractcheck.learn;

import io.contractcheck.event.CaseId;
import io.contractcheck.http.Exchange;
import io.contractcheck.testcase.TestCase;

/** Collects what answers tell. Thread-safe; what comes out of it does not depend on the order in which they came. */
public final class Learner {
    private final Knowledge given;

    /** @param given what was known before the run */
    public Learner(Knowledge given) {
        this.given = given;
    }

    /** Takes note of an answer. */
    public void saw(CaseId id, TestCase testCase, Exchange exchange) {}

    /** What is known by now. */
    public Knowledge knowledge() {
        return given;
    }
}

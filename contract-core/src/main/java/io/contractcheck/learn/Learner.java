package io.contractcheck.learn;

import io.contractcheck.event.CaseId;
import io.contractcheck.http.Exchange;
import io.contractcheck.learn.error.Complaint;
import io.contractcheck.learn.error.Complaints;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.TestCase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Collects what answers tell. Thread-safe; what comes out of it does not depend on the order in which they came. */
public final class Learner {
    private final Knowledge given;
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private final Map<String, Declared> declared = new ConcurrentHashMap<>();

    /** @param given what was known before the run */
    public Learner(Knowledge given) {
        this.given = given;
    }

    /** Takes note of an answer. */
    public void saw(CaseId id, TestCase testCase, Exchange exchange) {
        int status = exchange.response().status();
        if (status == 400 || status == 422) {
            refused(testCase, exchange);
        }
    }

    private void refused(TestCase testCase, Exchange exchange) {
        Operation operation = testCase.operation();
        for (Complaint complaint : Complaints.of(exchange.response())) {
            Reading reading =
                    new Reading(declared.computeIfAbsent(operation.label(), l -> new Declared(operation)), testCase);
            reading.rules(complaint)
                    .forEach(rule -> heard.computeIfAbsent(operation.label(), l -> new Heard())
                            .add(rule));
        }
    }

    /** What is known by now. */
    public Knowledge knowledge() {
        return given.with(heard);
    }
}

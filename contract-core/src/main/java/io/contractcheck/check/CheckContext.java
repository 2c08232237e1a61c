package io.contractcheck.check;

import io.contractcheck.http.Exchange;
import io.contractcheck.http.Response;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.TestCase;

/**
 * What a check looks at.
 *
 * @param testCase what was called, and with what intent
 * @param exchange what was sent and what came
 * @param settings what the user set for checks
 */
public record CheckContext(TestCase testCase, Exchange exchange, CheckSettings settings) {

    public Operation operation() {
        return testCase.operation();
    }

    public Response response() {
        return exchange.response();
    }

    /** A failure of this operation. */
    public Failure failure(Check check, String cause, String title, String message, String advice, Severity severity) {
        return new Failure(new FailureId(operation().label(), check.name(), cause), title, message, advice, severity);
    }
}

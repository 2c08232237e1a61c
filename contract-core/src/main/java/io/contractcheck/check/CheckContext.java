package io.contractcheck.check;

import io.contractcheck.http.Exchange;
import io.contractcheck.http.Response;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.TestCase;
import java.util.List;

/**
 * What a check looks at.
 *
 * @param testCase what was called, and with what intent
 * @param exchange what was sent and what came
 * @param earlier what was called before in the same scenario, in order
 * @param settings what the user set for checks
 */
public record CheckContext(TestCase testCase, Exchange exchange, List<Answered> earlier, CheckSettings settings) {

    public CheckContext {
        earlier = List.copyOf(earlier);
    }

    /** The only call of its scenario. */
    public CheckContext(TestCase testCase, Exchange exchange, CheckSettings settings) {
        this(testCase, exchange, List.of(), settings);
    }

    /**
     * A call that was answered.
     *
     * @param testCase what was called, and with what intent
     * @param exchange what was sent and what came
     */
    public record Answered(TestCase testCase, Exchange exchange) {}

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

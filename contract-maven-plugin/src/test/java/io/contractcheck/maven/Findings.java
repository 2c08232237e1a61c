package io.contractcheck.maven;

import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.check.Severity;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.CheckResult;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.event.Sender;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import java.time.Duration;
import java.util.List;

/** Events that make findings, or none. */
final class Findings {
    private Findings() {}

    static RunEvent failing(String operation, String check, String cause) {
        return answered(
                operation,
                500,
                new CheckResult(
                        check,
                        CheckResult.Outcome.FAILED,
                        List.of(new Failure(
                                new FailureId(operation, check, cause),
                                "Title of " + check,
                                "fact about " + cause,
                                "advice on " + check,
                                Severity.HIGH))));
    }

    static RunEvent passing(String operation, int status) {
        return answered(operation, status, new CheckResult("check", CheckResult.Outcome.PASSED, List.of()));
    }

    private static RunEvent answered(String operation, int status, CheckResult result) {
        return new RunEvent.CallAnswered(
                new CaseId(new ScenarioId("fuzzing", operation, 0), operation, 0),
                Purpose.CASE,
                true,
                "random valid values",
                Sender.PLAIN,
                new Exchange(
                        new Request("GET", "http://127.0.0.1:1", "/a", List.of(), null),
                        new Response(status, "", List.of(), new byte[0], false),
                        Duration.ofMillis(1)),
                List.of(result));
    }
}

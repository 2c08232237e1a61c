package io.contractcheck.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Fails on an answer that took longer than the user allows; has nothing to say unless a limit is set. */
final class MaxResponseTime implements Check {

    @Override
    public String name() {
        return "max_response_time";
    }

    @Override
    public Verdict check(CheckContext context) {
        Optional<Duration> allowed = context.settings().maxResponseTime(context.operation());
        if (allowed.isEmpty() || Answers.malformed(context).isPresent()) {
            return Verdict.skipped();
        }
        Duration limit = allowed.get();
        Duration elapsed = context.exchange().elapsed();
        if (elapsed.compareTo(limit) <= 0) {
            return Verdict.passed();
        }
        String message = "The answer took " + elapsed.toMillis() + " ms; at most " + limit.toMillis()
                + " ms are allowed (maxResponseTime).";
        return Verdict.of(List.of(context.failure(
                this, "longer than " + limit.toMillis() + " ms", "Slow response", message, "", Severity.LOW)));
    }
}

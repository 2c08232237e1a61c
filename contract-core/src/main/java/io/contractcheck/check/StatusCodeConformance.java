package io.contractcheck.check;

import io.contractcheck.openapi.ResponseSpec;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fails on a status code that the operation does not document. Silent on 5xx, of which {@code not_a_server_error} speaks, unless the
 * user told that check to expect them; and on 429, which any service may answer.
 */
final class StatusCodeConformance implements Check {
    private final NotAServerError serverErrors = new NotAServerError();

    @Override
    public String name() {
        return "status_code_conformance";
    }

    @Override
    public Verdict check(CheckContext context) {
        int status = context.response().status();
        List<ResponseSpec> documented = context.operation().responses().all();
        if (documented.isEmpty() || !Answers.calledAsDocumented(context) || status == Answers.TOO_MANY_REQUESTS) {
            return Verdict.skipped();
        }
        if (Answers.documented(context).isPresent()
                || context.settings()
                        .expectedStatuses(this, context.operation())
                        .filter(s -> s.contains(status))
                        .isPresent()) {
            return Verdict.passed();
        }
        if (!serverErrors.accepts(context)) {
            return Verdict.skipped();
        }
        String keys = documented.stream().map(ResponseSpec::status).collect(Collectors.joining(", "));
        String message = "The service answered " + Answers.status(context.response())
                + ", which the document does not know of this operation.\nDocumented are: " + keys + " ("
                + context.operation().source().get("responses").describe() + ")."
                + ErrorText.of(context).line();
        String advice = "Document the status (a default response covers all), or answer with a documented one.";
        return Verdict.of(List.of(context.failure(
                this, Integer.toString(status), "Undocumented status code", message, advice, Severity.MEDIUM)));
    }
}

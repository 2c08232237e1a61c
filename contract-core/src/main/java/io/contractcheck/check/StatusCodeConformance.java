package io.contractcheck.check;

import io.contractcheck.http.MediaType;
import io.contractcheck.http.Response;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ResponseSpec;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fails on a status code that the operation does not document. Silent on 5xx, of which {@code not_a_server_error} speaks, unless the
 * user told that check to expect them; on 429, which any service may answer; and on what HTTP itself has for requests that are too long or
 * framed wrongly.
 */
final class StatusCodeConformance implements Check {
    private static final List<Integer> TOO_LARGE = List.of(413, 414, 431);
    private static final List<Integer> FRAMED_WRONGLY = List.of(405, 406, 408, 411, 415, 417);

    /** What is to be documented once, however many rules a request may break, and however many things may be missing. */
    private static final List<Integer> REFUSALS = List.of(400, 404, 405, 406, 413, 414, 415, 422, 431);

    private final NotAServerError serverErrors = new NotAServerError();

    @Override
    public String name() {
        return "status_code_conformance";
    }

    @Override
    public boolean concerns(Operation operation) {
        return !operation.responses().all().isEmpty();
    }

    @Override
    public Verdict check(CheckContext context) {
        int status = context.response().status();
        List<ResponseSpec> documented = context.operation().responses().all();
        if (documented.isEmpty()
                || !Answers.calledAsDocumented(context)
                || Answers.malformed(context).isPresent()
                || Answers.headOfGet(context)
                || Answers.refusesSender(context)
                || ofHttp(context)) {
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
        Cause cause = REFUSALS.contains(status)
                ? new Cause(status + " as " + form(context.response()), Optional.empty())
                : ErrorText.of(context).answer();
        return Verdict.of(
                List.of(cause.failure(context, this, "Undocumented status code", message, advice, Severity.MEDIUM)));
    }

    private static String form(Response response) {
        return response.body().length == 0
                ? "an empty answer"
                : response.header("Content-Type")
                        .flatMap(MediaType::parse)
                        .map(MediaType::essence)
                        .orElse("content of no type");
    }

    private static boolean ofHttp(CheckContext context) {
        int status = context.response().status();
        return status == Answers.TOO_MANY_REQUESTS
                || TOO_LARGE.contains(status) && context.testCase().intent() instanceof Intent.Negative
                || FRAMED_WRONGLY.contains(status)
                        && (Answers.wrong(context, Mutation.Location.FRAMING) || Answers.withoutBody(context));
    }
}

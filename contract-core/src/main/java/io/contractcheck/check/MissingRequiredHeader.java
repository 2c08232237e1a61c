package io.contractcheck.check;

import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fails when a request without a header that the document requires is not refused ({@link Refusal}). Where that header is Authorization,
 * only 401, 403 and 404 refuse it (RFC 9110, section 15.5).
 */
final class MissingRequiredHeader implements Check {
    /** Swagger 2.0 may require what HTTP itself needs, and so never lacks. */
    private static final List<String> OF_EVERY_REQUEST =
            List.of("accept", "accept-encoding", "connection", "content-length", "content-type", "host", "user-agent");

    private static final StatusSet UNAUTHORIZED = new StatusSet("401, 403, 404, 5xx");

    @Override
    public String name() {
        return "missing_required_header";
    }

    /** Whether what is wrong is that a header parameter was left out. */
    static boolean isMissing(Mutation mutation) {
        return mutation.location() == Mutation.Location.HEADER
                && mutation.pointer().matches()
                && mutation.keyword().equals(Optional.of("required"));
    }

    @Override
    public Subject subject() {
        return Subject.INVALID;
    }

    @Override
    public boolean concerns(Operation operation) {
        return operation.parameters().stream()
                .anyMatch(p -> p.in() == ParameterLocation.HEADER
                        && p.required()
                        && !OF_EVERY_REQUEST.contains(p.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Verdict check(CheckContext context) {
        if (!(context.testCase().intent() instanceof Intent.Negative negative)
                || !isMissing(negative.mutation())
                || negative.mutation().parameter().isEmpty()) {
            return Verdict.skipped();
        }
        String header = negative.mutation().parameter().get();
        if (context.exchange().request().header(header).isPresent()) {
            // it is there, and what is required is a part of its value
            return Verdict.skipped();
        }
        boolean authorization = header.equalsIgnoreCase("Authorization");
        StatusSet expected = authorization
                ? context.settings().expectedStatuses(this, context.operation(), UNAUTHORIZED)
                : Refusal.expected(this, context);
        int status = context.response().status();
        if (authorization
                ? status == Answers.TOO_MANY_REQUESTS || expected.contains(status)
                : Refusal.came(this, context)) {
            return Verdict.passed();
        }
        Optional<Parameter> documented = BrokenRule.parameter(context.testCase(), negative.mutation());
        String message = "The document requires the header " + header
                + documented.map(p -> " (" + p.source().describe() + ")").orElse("")
                + ". The request had none, but the service answered "
                + Answers.status(context.response()) + ".\nA request without it is to be refused, as with "
                + (authorization ? "401" : "400") + "; any of " + expected + " will do.";
        String advice = "Let the service refuse requests without the header, or do not require it in the document."
                + " If the answer is meant to be, accept it:\n"
                + Answers.configuration(this, context, expected);
        return Verdict.of(List.of(context.failure(
                this,
                header.toLowerCase(Locale.ROOT),
                "Missing header not noticed",
                message,
                advice,
                Severity.MEDIUM)));
    }
}

package io.contractcheck.check;

import java.util.List;

/**
 * Fails on an answer that says the server failed: 5xx unless the user expects it, documented or not. Not a failure is 501 to a method that
 * servers need not know, or to HEAD in place of GET, of which {@code head_conformance} speaks; nor, to a request that is no HTTP, what
 * says that something of it is not served (501, 505), or what gateways answer for themselves (502, 503, 504).
 */
final class NotAServerError implements Check {
    static final String NAME = "not_a_server_error";

    private static final StatusSet EXPECTED = new StatusSet("2xx, 3xx, 4xx");
    private static final List<Integer> NO_FAULT_OF_HANDLERS = List.of(501, 502, 503, 504, 505);

    @Override
    public String name() {
        return NAME;
    }

    /** Whether this check accepts the answer, so that another has to judge it. */
    boolean accepts(CheckContext context) {
        int status = context.response().status();
        return status == Answers.TOO_MANY_REQUESTS
                || expected(context).contains(status)
                || Answers.malformed(context).isPresent() && NO_FAULT_OF_HANDLERS.contains(status)
                || status == 501 && (Answers.unknownMethod(context) || Answers.headOfGet(context));
    }

    private StatusSet expected(CheckContext context) {
        return context.settings().expectedStatuses(this, context.operation(), EXPECTED);
    }

    /** Whether the GET just before was answered so too, with a body that tells more. */
    private static boolean sameAsGet(CheckContext context) {
        return !context.earlier().isEmpty()
                && context.earlier()
                                .get(context.earlier().size() - 1)
                                .exchange()
                                .response()
                                .status()
                        == context.response().status();
    }

    @Override
    public Verdict check(CheckContext context) {
        if (accepts(context)) {
            return Verdict.passed();
        }
        if (Answers.headOfGet(context) && sameAsGet(context)) {
            return Verdict.skipped();
        }
        int status = context.response().status();
        ErrorText error = ErrorText.of(context);
        StringBuilder message = new StringBuilder();
        message.append("The service answered ").append(Answers.status(context.response()));
        if (status / 100 == 5) {
            message.append(
                    ": it failed while it handled the request. No request may make a service fail, valid or not.");
        } else {
            message.append(", but only ").append(expected(context)).append(" are expected.");
        }
        Answers.malformed(context)
                .ifPresent(fault -> message.append("\nThe request was malformed on purpose: ")
                        .append(context.testCase().intent().description())
                        .append(". Refuse it with a 4xx, or close the connection.")
                        .append(
                                fault.endsEarly()
                                        ? "\nThe line below ends its side of the connection after the last byte; OpenBSD's nc does that with -N."
                                        : ""));
        message.append(error.line());
        Answers.documented(context)
                .ifPresent(spec -> message.append("\nThat the document describes this status (")
                        .append(spec.source().describe())
                        .append(") does not excuse it."));
        String advice =
                "Mend the root cause, which the service's log should have. If the status is meant to be, accept it:\n"
                        + Answers.configuration(this, context, expected(context));
        return Verdict.of(List.of(error.whole()
                .failure(
                        context,
                        this,
                        status / 100 == 5 ? "Server error" : "Unexpected status code",
                        message.toString(),
                        advice,
                        Severity.CRITICAL)));
    }
}

package io.contractcheck.check;

import io.contractcheck.openapi.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Fails when a method that the document does not have on a path is not answered with 405, or with a 405 that has no Allow header
 * (RFC 9110, section 15.5.6). As good as 405: 401, 403 and a redirect on a secured operation; 404 where the path has parameters; what
 * {@link Answers#unknownMethod refuses a method} that servers need not know; 5xx, of which {@code not_a_server_error} speaks. Says nothing
 * of OPTIONS, which servers answer for themselves, nor of methods that another documented path has at the same place.
 */
final class UnsupportedMethod implements Check {
    private static final StatusSet EXPECTED = new StatusSet("405, 5xx");

    /** Some that are always tried; where the document has them all, nothing is left. */
    private static final List<String> PROBED = List.of("GET", "PUT", "POST", "DELETE", "PATCH");

    @Override
    public String name() {
        return "unsupported_method";
    }

    @Override
    public Subject subject() {
        return Subject.METHOD;
    }

    @Override
    public boolean concerns(Operation operation) {
        return !operation.pathMethods().containsAll(PROBED);
    }

    @Override
    public Verdict check(CheckContext context) {
        String method = context.exchange().request().method();
        if (Answers.calledAsDocumented(context)
                || method.equals("OPTIONS")
                || context.operation().pathMethods().contains(method)) {
            return Verdict.skipped();
        }
        int status = context.response().status();
        if (status == 405) {
            return context.response().header("Allow").isPresent()
                    ? Verdict.passed()
                    : failed(
                            context,
                            "405 without Allow",
                            "405 without an Allow header",
                            "An answer 405 has to name the methods that there are (RFC 9110, section 15.5.6).\nWhat came for "
                                    + method + ": " + Answers.status(context.response())
                                    + " without the header Allow.",
                            "Send the header Allow with the methods of the path, as every framework can.",
                            Severity.LOW);
        }
        Optional<StatusSet> chosen = context.settings().expectedStatuses(this, context.operation());
        if (status == Answers.TOO_MANY_REQUESTS
                || chosen.map(set -> set.contains(status)).orElseGet(() -> refused(context, status))) {
            return Verdict.passed();
        }
        if (OverlappingPaths.methods(context.operation()).contains(method)) {
            return Verdict.skipped();
        }
        boolean served = status < 400;
        String message =
                "The document has no " + method + " on " + context.operation().path() + ", only "
                        + String.join(", ", context.operation().pathMethods())
                        + ". A method that is not there is to be answered with 405 (RFC 9110, section 15.5.6).\nWhat came: "
                        + Answers.status(context.response()) + "."
                        + ErrorText.of(context).line();
        String advice = (served
                        ? "Write the operation into the document, or do not serve it."
                        : "Answer with 405 and an Allow header.")
                + " If the answer is meant to be, accept it:\n"
                + Answers.configuration(this, context, chosen.orElse(EXPECTED));
        return failed(
                context,
                served ? method + " answered as if it were there" : status + " instead of 405",
                served ? "Undocumented method served" : "Undocumented method not answered with 405",
                message,
                advice,
                served ? Severity.MEDIUM : Severity.LOW);
    }

    private static boolean refused(CheckContext context, int status) {
        boolean secured = !context.operation().security().isEmpty();
        return EXPECTED.contains(status)
                || secured && (status == 401 || status == 403 || status / 100 == 3)
                || status == 404 && context.operation().path().contains("{")
                || Answers.unknownMethod(context) && status / 100 == 4;
    }

    private Verdict failed(
            CheckContext context, String cause, String title, String message, String advice, Severity severity) {
        return Verdict.of(List.of(context.failure(this, cause, title, message, advice, severity)));
    }
}

package io.contractcheck.check;

import io.contractcheck.auth.Admission;
import io.contractcheck.http.MediaType;
import io.contractcheck.http.Response;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ResponseSpec;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.Intent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fails when an operation for which the document requires credentials does what it is asked without any, or with forged ones though it
 * refuses to without. Says nothing where nothing tells whether the caller was let in ({@link Admission}), of an HTML page where none is
 * documented, which is a login more often than an answer, nor of operations that hand out credentials.
 */
final class IgnoredAuth implements Check {
    @Override
    public String name() {
        return "ignored_auth";
    }

    @Override
    public boolean concerns(Operation operation) {
        return operation.requiresCredentials()
                && !operation.method().equals("HEAD")
                && !operation.method().equals("OPTIONS");
    }

    @Override
    public Subject subject() {
        return Subject.SENDER;
    }

    @Override
    public Verdict check(CheckContext context) {
        Identity identity = context.testCase().identity().orElse(null);
        boolean nobody = identity instanceof Identity.Anonymous || identity instanceof Identity.Forged;
        if (identity == null
                || !nobody
                || !concerns(context.operation())
                || context.settings().callers().logsIn(context.operation())
                || !(context.testCase().intent() instanceof Intent.Positive)) {
            return Verdict.skipped();
        }
        int status = context.response().status();
        Optional<StatusSet> chosen = context.settings().expectedStatuses(this, context.operation());
        if (chosen.filter(s -> s.contains(status)).isPresent() || Admission.of(status) == Admission.REFUSED) {
            return Verdict.passed();
        }
        if (Admission.of(status) == Admission.UNCLEAR
                || isLoginPage(context)
                || identity instanceof Identity.Forged && !Answers.refusedNobody(context)) {
            return Verdict.skipped();
        }
        boolean forged = identity instanceof Identity.Forged;
        String message = "The document requires credentials: " + Requirement.describe(context.operation())
                + ".\nSent " + identity.describe() + ", the request was answered with "
                + Answers.status(context.response()) + "."
                + (forged ? "\nWithout credentials, it was refused." : "");
        String advice = (forged
                        ? "Let the service look whether credentials are real before it does anything else."
                        : "Let the service answer 401 to a request without credentials. If the operation is meant for everybody,"
                                + " say so in the document: `security: []` at "
                                + context.operation().source().describe()
                                + ". If something in front of the service asks for them, leave the check out:"
                                + " <excludeChecks>" + name() + "</excludeChecks>.")
                + " To accept the answer of this operation:\n<expectedStatuses>" + name() + " "
                + context.operation().label() + ": " + chosen.map(s -> s + " ").orElse("") + status
                + "</expectedStatuses>";
        return Verdict.of(List.of(context.failure(
                this,
                cause(identity),
                forged ? "Forged credentials are accepted" : "Credentials are not asked for",
                message,
                advice,
                Severity.CRITICAL)));
    }

    private static String cause(Identity identity) {
        return identity instanceof Identity.Forged forged
                ? forged.forgery().name().toLowerCase(Locale.ROOT) + ":" + forged.scheme()
                : "anonymous";
    }

    private static boolean isLoginPage(CheckContext context) {
        Response response = context.response();
        return isHtml(response.header("Content-Type").orElse(""))
                && context.operation().responses().forStatus(response.status()).map(ResponseSpec::content).stream()
                        .flatMap(List::stream)
                        .noneMatch(c -> MediaType.parse(c.mediaType())
                                .filter(m -> m.covers(MediaType.of("text/html")))
                                .isPresent());
    }

    private static boolean isHtml(String contentType) {
        return MediaType.parse(contentType)
                .filter(m -> m.essence().equals("text/html") || m.essence().equals("application/xhtml+xml"))
                .isPresent();
    }
}

package io.contractcheck.check;

import io.contractcheck.auth.Admission;
import io.contractcheck.auth.Granted;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.Intent;
import java.util.List;
import java.util.Optional;

/**
 * Fails when an operation does what a user asks who lacks the scopes that the document requires for it, though it refuses nobody in
 * particular (OWASP API5:2023). Speaks only of users whose scopes are known.
 */
final class FunctionLevelAuthorization implements Check {
    @Override
    public String name() {
        return "function_level_authorization";
    }

    /** Whether a user is known to lack scopes is more than the document tells. */
    @Override
    public boolean concerns(Operation operation) {
        return false;
    }

    @Override
    public Subject subject() {
        return Subject.STRANGER;
    }

    @Override
    public Verdict check(CheckContext context) {
        Optional<Granted> user = user(context);
        List<String> lacking = user.map(u -> u.lacking(context.operation())).orElse(List.of());
        if (user.isEmpty()
                || lacking.isEmpty()
                || !(context.testCase().intent() instanceof Intent.Positive)
                || !Answers.refusedNobody(context)) {
            return Verdict.skipped();
        }
        int status = context.response().status();
        Optional<StatusSet> chosen = context.settings().expectedStatuses(this, context.operation());
        if (chosen.filter(s -> s.contains(status)).isPresent() || Admission.of(status) == Admission.REFUSED) {
            return Verdict.passed();
        }
        if (Admission.of(status) == Admission.UNCLEAR) {
            return Verdict.skipped();
        }
        String scopes = String.join(", ", lacking);
        String message = "The document requires " + Requirement.describe(context.operation()) + ".\nUser "
                + user.get().user() + " has "
                + user.get()
                        .scopes()
                        .filter(s -> !s.isEmpty())
                        .map(s -> "only the scopes " + String.join(", ", s))
                        .orElse("no scopes")
                + ", and so lacks " + scopes + ", but was answered with "
                + Answers.status(context.response()) + ".\nWithout credentials, the request was refused.";
        String advice =
                "Let the service answer 403 to callers without the scope. If one of the user's scopes includes it, name it among"
                        + " the user's scopes in the configuration; or accept the answer:\n<expectedStatuses>" + name()
                        + " "
                        + context.operation().label() + ": "
                        + chosen.map(s -> s + " ").orElse("") + status
                        + "</expectedStatuses>";
        return Verdict.of(List.of(context.failure(
                this, "lacking " + scopes, "Scopes are not asked for", message, advice, Severity.HIGH)));
    }

    private static Optional<Granted> user(CheckContext context) {
        Optional<Identity> identity = context.testCase().identity();
        if (identity.isEmpty()) {
            return context.settings().callers().users().stream().findFirst();
        }
        return identity.filter(Identity.User.class::isInstance)
                .flatMap(i -> context.settings().callers().user(((Identity.User) i).name()));
    }
}

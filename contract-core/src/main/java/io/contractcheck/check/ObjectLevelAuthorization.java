package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.auth.Admission;
import io.contractcheck.check.CheckContext.Answered;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.BodyValue;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.Intent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Fails when what one user created can be read, changed or deleted by another (OWASP API1:2023), and only on proof: the same content was
 * read, or the owner finds the change or the loss right after it. Says nothing of what everybody can read, or what the other user is shown
 * in the list as well: that is shared.
 */
final class ObjectLevelAuthorization implements Check {
    private static final List<String> WRITES = List.of("PUT", "PATCH", "DELETE");
    private static final List<Integer> LOST = List.of(404, 410);

    @Override
    public String name() {
        return "object_level_authorization";
    }

    @Override
    public boolean concerns(Operation operation) {
        return operation.method().equals("GET") && operation.requiresCredentials() && History.createdBeside(operation);
    }

    @Override
    public Subject subject() {
        return Subject.STRANGER;
    }

    @Override
    public Verdict check(CheckContext context) {
        if (!context.operation().method().equals("GET")
                || !(context.testCase().intent() instanceof Intent.Positive)
                || context.earlier().isEmpty()) {
            return Verdict.skipped();
        }
        History history = new History(context);
        Optional<Answered> before = history.ownRead();
        if (before.isEmpty() || !history.created()) {
            return Verdict.skipped();
        }
        Optional<Identity> identity = context.testCase().identity();
        if (identity.isEmpty()) {
            Answered last = context.earlier().get(context.earlier().size() - 1);
            return last.testCase().identity().orElse(null) instanceof Identity.User user
                            && !history.isShared(user)
                            && attempted(last, history)
                    ? afterwards(context, before.get(), last, user)
                    : Verdict.skipped();
        }
        if (identity.get() instanceof Identity.Anonymous) {
            return Admission.of(context.response().status()) == Admission.LET_IN ? Verdict.passed() : Verdict.skipped();
        }
        if (!(identity.get() instanceof Identity.User user)) {
            return Verdict.skipped();
        }
        return history.isShared(user) ? Verdict.passed() : read(context, before.get(), user);
    }

    private Verdict read(CheckContext context, Answered before, Identity.User user) {
        Admission admission = Admission.of(context.response().status());
        if (admission != Admission.LET_IN
                || accepted(context, context.operation(), context.response().status())) {
            return admission == Admission.UNCLEAR
                            && !LOST.contains(context.response().status())
                    ? Verdict.skipped()
                    : Verdict.passed();
        }
        Optional<JsonNode> owned = Answers.json(before.exchange().response());
        Optional<JsonNode> seen = Answers.json(context.response());
        if (owned.isEmpty() || seen.isEmpty() || !tells(owned.get())) {
            return Verdict.skipped();
        }
        return Json.equal(owned.get(), seen.get())
                ? Verdict.of(List.of(failure(
                        context,
                        context.operation(),
                        user,
                        "read",
                        "the same GET was answered with " + Answers.status(context.response())
                                + " and the same content",
                        context.response().status())))
                : Verdict.passed();
    }

    private static boolean attempted(Answered last, History history) {
        return WRITES.contains(last.testCase().operation().method())
                && Admission.of(last.exchange().response().status()) == Admission.LET_IN
                && history.isOfTheSame(last);
    }

    private Verdict afterwards(CheckContext context, Answered before, Answered last, Identity.User user) {
        Operation operation = last.testCase().operation();
        int status = last.exchange().response().status();
        if (accepted(context, operation, status)) {
            return Verdict.passed();
        }
        String came = operation.method() + " was answered with "
                + Answers.status(last.exchange().response()) + ", and then ";
        if (operation.method().equals("DELETE")) {
            return LOST.contains(context.response().status())
                    ? Verdict.of(List.of(failure(
                            context,
                            operation,
                            user,
                            "deleted",
                            came + "the owner's GET, which was answered with "
                                    + Answers.status(before.exchange().response()) + " just before, with "
                                    + Answers.status(context.response()),
                            status)))
                    : Verdict.passed();
        }
        Optional<String> changed = changed(last, before, context);
        return changed.isPresent()
                ? Verdict.of(List.of(failure(
                        context,
                        operation,
                        user,
                        "changed",
                        came + "the owner's GET shows the value of '" + Excerpt.of(changed.get(), 60)
                                + "' that was sent, and another one before",
                        status)))
                : Verdict.passed();
    }

    /** A member that has the value sent, and had another. */
    private static Optional<String> changed(Answered last, Answered before, CheckContext context) {
        JsonNode sent = last.testCase().body().map(BodyValue::value).orElse(Json.NODES.missingNode());
        JsonNode was = Answers.json(before.exchange().response()).orElse(Json.NODES.missingNode());
        JsonNode is = Answers.json(context.response()).orElse(Json.NODES.missingNode());
        return sent.properties().stream()
                .filter(p -> is.has(p.getKey())
                        && Json.equal(is.get(p.getKey()), p.getValue())
                        && !Json.equal(was.path(p.getKey()), p.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether the content can hardly be that of something else, as of another user's resource that has the same number. */
    private static boolean tells(JsonNode content) {
        if (content.isContainerNode()) {
            for (JsonNode inner : content) {
                if (tells(inner)) {
                    return true;
                }
            }
            return false;
        }
        return content.asText().length() >= 8;
    }

    private boolean accepted(CheckContext context, Operation operation, int status) {
        return context.settings()
                .expectedStatuses(this, operation)
                .filter(s -> s.contains(status))
                .isPresent();
    }

    private Failure failure(
            CheckContext context, Operation operation, Identity.User user, String what, String came, int status) {
        String owner = context.settings().callers().users().stream()
                .findFirst()
                .map(u -> "user " + u.user())
                .orElse("the run's user");
        String message = owner.substring(0, 1).toUpperCase(Locale.ROOT) + owner.substring(1)
                + " created it and read it at "
                + Excerpt.of(context.exchange().request().path(), 120) + ".\nAs user " + user.name() + ", " + came
                + "."
                + new History(context)
                        .readByNobody()
                        .map(r -> "\nWithout credentials, the GET was answered with " + Answers.status(r) + ".")
                        .orElse("");
        String advice =
                "Let the service look whose it is, and answer 404 or 403 to everybody else. If it is shared on purpose, say so:\n"
                        + "<expectedStatuses>" + name() + " " + operation.label() + ": "
                        + context.settings()
                                .expectedStatuses(this, operation)
                                .map(s -> s + " ")
                                .orElse("") + status
                        + "</expectedStatuses>\nWhere nothing belongs to anybody, leave the check out:"
                        + " <excludeChecks>" + name() + "</excludeChecks>";
        return new Failure(
                new FailureId(operation.label(), name(), what + " by another user"),
                "Another user's data can be " + what,
                message,
                advice,
                Severity.HIGH);
    }
}

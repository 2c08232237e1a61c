package io.contractcheck.check;

import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Fails when HEAD is answered with another class of status than the GET just before it with the same target, though HEAD is GET without
 * content (RFC 9110, section 9.3.2). Says nothing where either was answered with a redirect, 429, or 5xx other than 501: those tell of the
 * moment.
 */
final class HeadConformance implements Check {

    @Override
    public String name() {
        return "head_conformance";
    }

    @Override
    public Subject subject() {
        return Subject.HEAD;
    }

    @Override
    public boolean concerns(Operation operation) {
        return operation.method().equals("GET") && !operation.pathMethods().contains("HEAD");
    }

    @Override
    public Verdict check(CheckContext context) {
        Optional<Exchange> before = Answers.headOfGet(context) ? get(context) : Optional.empty();
        int head = context.response().status();
        // Credentials may have ended in between; whom the service lets in at all is no matter of HEAD
        if (before.isEmpty() || momentary(head) && head != 501 || head == 401) {
            return Verdict.skipped();
        }
        int get = before.get().response().status();
        if (momentary(get)) {
            return Verdict.skipped();
        }
        Optional<StatusSet> chosen = context.settings().expectedStatuses(this, context.operation());
        if (get / 100 == head / 100 || chosen.map(s -> s.contains(head)).orElse(false)) {
            return Verdict.passed();
        }
        String message = "HEAD is GET without content, and answered alike (RFC 9110, section 9.3.2).\nWhat came: "
                + Answers.status(before.get().response()) + " for GET, and then "
                + Answers.status(context.response()) + " for HEAD of the same URL.";
        String advice = "Serve HEAD wherever GET is served. If the answer is meant to be, accept it:\n"
                + "<expectedStatuses>" + name() + " " + context.operation().label() + ": "
                + chosen.map(s -> s + " ").orElse("") + head + "</expectedStatuses>";
        return Verdict.of(List.of(context.failure(
                this,
                "HEAD " + head + ", GET " + get / 100 + "xx",
                "HEAD is not answered like GET",
                message,
                advice,
                Severity.LOW)));
    }

    private static Optional<Exchange> get(CheckContext context) {
        Request head = context.exchange().request();
        return context.earlier().stream()
                .map(CheckContext.Answered::exchange)
                .filter(e -> e.request().method().equals("GET")
                        && e.request().target().equals(head.target()))
                .reduce((a, b) -> b);
    }

    private static boolean momentary(int status) {
        return status / 100 == 3 || status / 100 == 5 || status == Answers.TOO_MANY_REQUESTS;
    }
}

package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.auth.Admission;
import io.contractcheck.http.Framing;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.json.Located;
import io.contractcheck.openapi.ResponseSpec;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import java.util.List;
import java.util.Optional;

/** What several checks ask of an answer. */
final class Answers {
    static final int TOO_MANY_REQUESTS = 429;
    private static final List<String> KNOWN_METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private Answers() {}

    /**
     * The documented response that speaks for the answer. A call with a method that the document does not have there has none: the
     * operation's responses are not about it. Of HEAD in place of GET, {@code head_conformance} speaks. What refuses somebody else than the
     * run's user speaks of nothing but credentials.
     */
    static Optional<ResponseSpec> documented(CheckContext context) {
        return calledAsDocumented(context)
                        && malformed(context).isEmpty()
                        && !headOfGet(context)
                        && !nothingAcceptable(context)
                        && !refusesSender(context)
                ? context.operation().responses().forStatus(context.response().status())
                : Optional.empty();
    }

    /**
     * Whether somebody else than the run's user was not let in, with whatever redirect or 4xx: a service may send callers to a login, find
     * broken credentials a bad request (RFC 6750, section 3.1) and hide what is not for them (RFC 9110, section 15.5.4). It is never what the
     * other checks speak of, since the run's user makes the same requests.
     */
    static boolean refusesSender(CheckContext context) {
        int status = context.response().status();
        return context.testCase().identity().isPresent() && (status / 100 == 3 || status / 100 == 4);
    }

    /** Whether the scenario has seen the same operation refuse a request without credentials. */
    static boolean refusedNobody(CheckContext context) {
        return context.earlier().stream()
                .anyMatch(call -> call.testCase().identity().orElse(null) instanceof Identity.Anonymous
                        && call.testCase()
                                .operation()
                                .label()
                                .equals(context.operation().label())
                        && Admission.of(call.exchange().response().status()) == Admission.REFUSED);
    }

    /** The body as JSON, if it is that, whatever it is called. */
    static Optional<JsonNode> json(Response response) {
        try {
            return response.content().map(Json::received);
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    static boolean calledAsDocumented(CheckContext context) {
        return !wrong(context, Mutation.Location.METHOD);
    }

    /** How the request is no HTTP, if that is what is wrong: then the document has nothing to say of the answer. */
    static Optional<Framing> malformed(CheckContext context) {
        return context.testCase().intent() instanceof Intent.Negative negative
                ? negative.mutation().malformed()
                : Optional.empty();
    }

    /** Whether the case is a negative, wrong in that part of the request. */
    static boolean wrong(CheckContext context, Mutation.Location location) {
        return context.testCase().intent() instanceof Intent.Negative negative
                && negative.mutation().location() == location;
    }

    /** Whether the one thing wrong is that the required body is missing, and its Content-Type with it. */
    static boolean withoutBody(CheckContext context) {
        return context.exchange().request().body() == null
                && context.testCase().intent() instanceof Intent.Negative negative
                && negative.mutation().location() == Mutation.Location.BODY
                && negative.mutation().keyword().equals(Optional.of("required"))
                && negative.mutation().pointer().matches();
    }

    /** Whether a GET was called with HEAD, which the document allows without having it (RFC 9110, section 9.3.2). */
    static boolean headOfGet(CheckContext context) {
        return context.operation().method().equals("GET")
                && context.exchange().request().method().equals("HEAD");
    }

    /** Whether the answer is 406 to a wish that the service cannot fulfil; nothing documented speaks of it. */
    static boolean nothingAcceptable(CheckContext context) {
        return context.response().status() == 406
                && context.testCase().intent() instanceof Intent.Negative negative
                && negative.mutation().location() == Mutation.Location.FRAMING
                && negative.mutation().parameter().equals(Optional.of("Accept"));
    }

    /**
     * Whether the call has a method that servers need not know, so that they may refuse it before they look at the path, with 501 or any
     * 4xx (RFC 9110, sections 9.1 and 15.6.2).
     */
    static boolean unknownMethod(CheckContext context) {
        return !calledAsDocumented(context)
                && !KNOWN_METHODS.contains(context.exchange().request().method());
    }

    /** Where the document describes the content of the answer; Swagger 2.0 has no place of its own for it. */
    static String content(ResponseSpec spec) {
        Located content = spec.source().get("content");
        return (content.exists() ? content : spec.source()).describe();
    }

    /** Whether the answer has no content by RFC 9110, section 6.4.1, whatever the document says. */
    static boolean withoutContent(CheckContext context) {
        int status = context.response().status();
        return context.exchange().request().method().equals("HEAD")
                || status < 200
                || status == 204
                || status == 205
                || status == 304;
    }

    /** The status line as people know it: {@code 404 Not Found}. */
    static String status(Response response) {
        return (response.status() + " " + Excerpt.of(response.reason(), 60)).trim();
    }

    /** The line of configuration that makes a check accept further statuses from an operation. */
    static String configuration(Check check, CheckContext context, StatusSet accepted) {
        String all = accepted.text().trim().replaceAll("[,\\s]+", " ");
        return "<expectedStatuses>" + check.name() + " " + context.operation().label() + ": " + all + " "
                + context.response().status() + "</expectedStatuses>";
    }
}

package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.ResponseSpec;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Relation;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fails when a request that is valid by the document is refused. Not a refusal of what was sent, and so accepted: a redirect (3xx);
 * 401, 403, 404, 409, 410 and 423, which speak of who asks and of the service's state; 5xx, of which {@code not_a_server_error} speaks; 429; and,
 * unless the user lists statuses, 412, 416 and 417 where the request itself asks for them by a condition, range or expectation
 * (RFC 9110, sections 13, 14 and 10.1.1). Says nothing of requests with a query parameter that the document does not have, which services
 * may refuse, of HEAD in place of GET, of which {@code head_conformance} speaks, of requests that are not the run's user's own, nor of 400
 * and 422: where credentials are handed out; where a range ends before it begins; and where the same scenario has changed what the request is
 * about, which may be in a state in which that cannot be done; and where the service says that the body names another thing than the path.
 */
final class PositiveDataAcceptance implements Check {
    /** What a service says of two values that are to be the same. */
    private static final Pattern COMPARES = Pattern.compile(
            "(?i)\\b(?:mis)?match(?:es)?\\b|\\b(?:same|equal|equals|differ|differs|different|consistent|inconsistent)\\b");

    private static final StatusSet EXPECTED = new StatusSet("2xx, 3xx, 401, 403, 404, 409, 410, 423, 5xx");

    @Override
    public String name() {
        return "positive_data_acceptance";
    }

    @Override
    public Subject subject() {
        return Subject.VALID;
    }

    @Override
    public Verdict check(CheckContext context) {
        if (!(context.testCase().intent() instanceof Intent.Positive)
                || Answers.headOfGet(context)
                || context.testCase().identity().isPresent()
                || refusesLogin(context)
                || refusesState(context)
                || hasUndeclared(context.testCase())
                || refusesOrder(context)
                || refusesTwoNames(context)) {
            return Verdict.skipped();
        }
        int status = context.response().status();
        Optional<StatusSet> chosen = context.settings().expectedStatuses(this, context.operation());
        StatusSet expected = chosen.orElse(EXPECTED);
        if (status == Answers.TOO_MANY_REQUESTS
                || expected.contains(status)
                || chosen.isEmpty() && askedFor(status, context.exchange().request())) {
            return Verdict.passed();
        }
        String facts = facts(context, expected);
        String advice = remedy(context) + " If the refusal is meant to be, accept it:\n"
                + Answers.configuration(this, context, expected);
        ErrorText error = ErrorText.of(context);
        List<ErrorText.Complaint> complaints = error.complaints();
        return Verdict.of(complaints.stream()
                .map(complaint -> Cause.of(context, complaint.cause(), complaint.telling())
                        .failure(
                                context,
                                this,
                                "Valid request refused",
                                refusal(context)
                                        + (complaints.size() == 1 ? error.line() : error.line(complaint.text()))
                                        + facts,
                                advice,
                                Severity.MEDIUM))
                .toList());
    }

    /** A login refuses made-up credentials as it likes. */
    private static boolean refusesLogin(CheckContext context) {
        int status = context.response().status();
        return (status == 400 || status == 422) && context.settings().callers().logsIn(context.operation());
    }

    private static boolean refusesState(CheckContext context) {
        int status = context.response().status();
        return (status == 400 || status == 422) && Step.mayBeInAnotherState(context);
    }

    /** No document can say that a range may not end before it begins. */
    private static boolean refusesOrder(CheckContext context) {
        int status = context.response().status();
        return (status == 400 || status == 422)
                && Relation.in(context.testCase()).stream().anyMatch(r -> r.isReversed(context.testCase()));
    }

    /** No document can say that the body has to name the thing that the path names. */
    private static boolean refusesTwoNames(CheckContext context) {
        int status = context.response().status();
        if (status != 400 && status != 422 || context.testCase().body().isEmpty()) {
            return false;
        }
        String said = ErrorText.of(context).said().words();
        JsonNode body = context.testCase().body().get().value();
        return COMPARES.matcher(said).find()
                && context.testCase().parameters().stream()
                        .filter(value -> value.parameter().in() == ParameterLocation.PATH)
                        .anyMatch(value -> body.properties().stream()
                                .anyMatch(member -> member.getValue().isValueNode()
                                        && !member.getValue()
                                                .asText()
                                                .equals(value.value().asText())
                                        && said.contains(member.getKey())
                                        && isCalledAlike(
                                                member.getKey(),
                                                value.parameter().name())));
    }

    private static boolean isCalledAlike(String member, String parameter) {
        String a = member.toLowerCase(Locale.ROOT);
        String b = parameter.toLowerCase(Locale.ROOT);
        return a.endsWith(b) || b.endsWith(a);
    }

    private static boolean hasUndeclared(TestCase testCase) {
        return testCase.deviations().stream()
                .filter(Deviation.ExtraQuery.class::isInstance)
                .map(Deviation.ExtraQuery.class::cast)
                .anyMatch(extra -> testCase.operation().parameters().stream()
                        .noneMatch(p ->
                                p.in() == ParameterLocation.QUERY && p.name().equals(extra.name())));
    }

    private static String refusal(CheckContext context) {
        return "The request is valid by the document ("
                + context.operation().source().describe() + "), but the service refused it with "
                + Answers.status(context.response()) + ".";
    }

    private static String remedy(CheckContext context) {
        return switch (context.response().status()) {
            case 405 -> "Serve the method, or take the operation out of the document.";
            case 415 ->
                context.testCase().body().isPresent()
                        ? "Serve the media type, or take it out of the document."
                        : "Describe the body as required in the document, or serve requests without one.";
            default -> "Write the missing rule into the document, or let the service accept the request.";
        };
    }

    private static String facts(CheckContext context, StatusSet expected) {
        StringBuilder facts = new StringBuilder();
        boolean leftOut = context.testCase().body().isEmpty()
                && context.operation().requestBody().filter(b -> !b.required()).isPresent();
        if (leftOut) {
            facts.append("\nThe body was left out, which the document allows: it is nowhere marked `required: true`.");
        }
        facts.append("\nA valid request may be answered with ").append(expected).append(" or 429.");
        Answers.documented(context)
                .map(ResponseSpec::status)
                .filter(key -> context.response().status() != 405)
                .filter(key -> key.equals(Integer.toString(context.response().status())))
                .ifPresent(
                        key -> facts.append("\nThat the document describes ")
                                .append(key)
                                .append(
                                        " does not help: this request breaks none of the rules that the document tells callers."));
        return facts.toString();
    }

    private static boolean askedFor(int status, Request request) {
        return switch (status) {
            case 412 ->
                List.of("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since").stream()
                        .anyMatch(name -> request.header(name).isPresent());
            case 416 -> request.header("Range").isPresent();
            case 417 -> request.header("Expect").isPresent();
            default -> false;
        };
    }
}

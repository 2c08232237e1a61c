package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import java.util.List;

/**
 * Fails when a request that the document does not allow is not refused ({@link Refusal}). Says nothing where a correct service may accept
 * it ({@link Leniency}), of other methods ({@code unsupported_method} does), and of missing headers ({@code missing_required_header}).
 */
final class NegativeDataRejection implements Check {
    private static final JsonNode TEXT = Json.NODES.textNode("contract");

    @Override
    public String name() {
        return "negative_data_rejection";
    }

    @Override
    public Subject subject() {
        return Subject.INVALID;
    }

    /** Where something is not allowed that services are sure to notice; there may be more. */
    @Override
    public boolean concerns(Operation operation) {
        return operation.requestBody().stream()
                        .flatMap(b -> b.content().stream())
                        .filter(c -> MediaType.parse(c.mediaType())
                                .filter(MediaType::isJson)
                                .isPresent())
                        .flatMap(c -> c.schema().stream())
                        .anyMatch(s -> !s.accepts(Json.NODES.objectNode()) || !s.accepts(TEXT))
                || operation.parameters().stream()
                        .filter(p -> p.in() != ParameterLocation.HEADER)
                        .anyMatch(p -> !p.schema().accepts(TEXT));
    }

    @Override
    public Verdict check(CheckContext context) {
        if (!(context.testCase().intent() instanceof Intent.Negative negative)) {
            return Verdict.skipped();
        }
        Mutation mutation = negative.mutation();
        if (mutation.location() == Mutation.Location.METHOD
                || mutation.malformed().isPresent()
                || MissingRequiredHeader.isMissing(mutation)) {
            return Verdict.skipped();
        }
        if (Refusal.came(this, context)) {
            return Verdict.passed();
        }
        if (Leniency.mayAccept(context, mutation)) {
            return Verdict.skipped();
        }
        BrokenRule rule = BrokenRule.of(context.testCase(), mutation);
        boolean mediaType = mutation.location() == Mutation.Location.FRAMING
                && mutation.parameter().isPresent();
        boolean accepted = context.response().status() < 400;
        String message = "The request is not valid by the document, but the service answered "
                + Answers.status(context.response()) + ".\nWhat is wrong: " + rule.wrong()
                + rule.place().map(p -> "\nThe rule: " + p).orElse("")
                + "\nSuch a request is to be refused, as with " + (mediaType ? "415" : "400 or 422")
                + "; any of " + Refusal.expected(this, context) + " will do.";
        String advice = "Let the service refuse what breaks the rule, or take the rule out of the document."
                + " If it is meant to be accepted, say so:\n"
                + Answers.configuration(this, context, Refusal.expected(this, context));
        return Verdict.of(List.of(context.failure(
                this,
                rule.cause(),
                accepted ? "Invalid request accepted" : "Invalid request not refused as expected",
                message,
                advice,
                mediaType ? Severity.LOW : Severity.MEDIUM)));
    }
}

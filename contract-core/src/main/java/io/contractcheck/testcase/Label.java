package io.contractcheck.testcase;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Parameter;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a request is by the document, whatever it was meant to be. Judged from the request as it will be sent, after hooks and shrinking,
 * so that no case is called what it is not.
 */
public sealed interface Label {
    /**
     * The case may be sent.
     *
     * @param testCase with the intent that the request has
     */
    record True(TestCase testCase) implements Label {}

    /**
     * The case must not be sent: nothing could be concluded from the answer.
     *
     * @param reason for people
     */
    record Untrue(String reason) implements Label {}

    /**
     * Judges a request. A positive that the document does not allow is untrue. A negative that the document allows becomes a positive; one
     * that breaks another rule than it was meant to is told so.
     *
     * @param meant the case it was written from
     * @param request as it will be sent
     * @param baseUrl as in {@link Wire#write}
     */
    static Label of(TestCase meant, Request request, String baseUrl) {
        return of(meant, request, baseUrl, parameter -> false);
    }

    /**
     * Judges a request as {@link #of(TestCase, Request, String)}, but for what stands there on behalf of its sender.
     *
     * @param senders tells parameters that carry credentials: their values say nothing of the case, unless it is about them
     */
    static Label of(TestCase meant, Request request, String baseUrl, Predicate<Parameter> senders) {
        Judgement judgement =
                Judgement.of(meant.operation(), request, baseUrl).without(fault -> isOfSender(meant, fault, senders));
        if (meant.intent() instanceof Intent.Positive) {
            return judgement
                    .unreadable()
                    .or(() -> judgement.faults().stream().findFirst().map(Fault::describe))
                    .<Label>map(Untrue::new)
                    .orElseGet(() -> new True(meant));
        }
        if (judgement.unreadable().isPresent()) {
            return new Untrue(judgement.unreadable().get());
        }
        Mutation mutation = ((Intent.Negative) meant.intent()).mutation();
        if (judgement.faults().isEmpty()) {
            return new True(meant.withIntent(new Intent.Positive(
                    "was to be invalid (" + mutation.description() + "), but the document allows it as it is sent",
                    meant.intent().focus())));
        }
        if (judgement.faults().stream().anyMatch(f -> f.isOf(mutation))) {
            return new True(meant);
        }
        Fault fault = judgement.faults().get(0);
        return new True(meant.withIntent(new Intent.Negative(new Mutation(
                fault.location(),
                fault.parameter(),
                fault.location() == Mutation.Location.METHOD ? JsonPointer.empty() : fault.pointer(),
                Optional.of(fault.keyword()),
                fault.describe()))));
    }

    private static boolean isOfSender(TestCase meant, Fault fault, Predicate<Parameter> senders) {
        for (Parameter parameter : meant.operation().parameters()) {
            if (fault.isIn(parameter) && senders.test(parameter) && !isAbout(meant, fault)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbout(TestCase meant, Fault fault) {
        return meant.intent() instanceof Intent.Negative negative && fault.isOf(negative.mutation());
    }
}

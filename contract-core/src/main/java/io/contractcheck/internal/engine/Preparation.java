package io.contractcheck.internal.engine;

import io.contractcheck.event.CaseId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.internal.phase.NoAnswerException;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Label;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.UnwritableException;
import io.contractcheck.testcase.Wire;
import java.util.Optional;
import java.util.function.BiFunction;

/** From a case as it was drawn to a request whose label is true: case hooks, writing, what else befalls a request, and the proof. */
final class Preparation {
    private final String baseUrl;
    private final HookList hooks;
    private final Secrets secrets;
    private final RunListener listener;
    private final BiFunction<Request, Operation, Request> finish;

    /** @param finish what befalls a request after it was written */
    Preparation(
            String baseUrl,
            HookList hooks,
            Secrets secrets,
            RunListener listener,
            BiFunction<Request, Operation, Request> finish) {
        this.baseUrl = baseUrl;
        this.hooks = hooks;
        this.secrets = secrets;
        this.listener = listener;
        this.finish = finish;
    }

    /** A case and the request that it has become, whose label is true. */
    record Prepared(TestCase testCase, Request request) {}

    /**
     * Prepares.
     *
     * @throws NoAnswerException if the case must not be sent; the listener was told why
     */
    Prepared prepare(CaseId id, Purpose purpose, TestCase drawn) {
        TestCase testCase = hooks.testCase(drawn);
        Optional<String> hook = hooks.leavesOut(testCase);
        if (hook.isPresent()) {
            listener.on(new RunEvent.CaseLeftOut(
                    id, purpose, secrets.mask(testCase.intent().description()), hook.get()));
            throw new NoAnswerException("hook " + hook.get() + " left the case out");
        }
        Request request;
        try {
            request = Wire.write(testCase, baseUrl);
        } catch (UnwritableException e) {
            throw withheld(id, purpose, testCase, String.valueOf(e.getMessage()));
        }
        request = finish.apply(request, testCase.operation());
        Label label = Label.of(testCase, request, baseUrl);
        if (label instanceof Label.Untrue untrue) {
            throw withheld(id, purpose, testCase, untrue.reason());
        }
        return new Prepared(((Label.True) label).testCase(), request);
    }

    private NoAnswerException withheld(CaseId id, Purpose purpose, TestCase testCase, String why) {
        String reason = secrets.mask(why);
        listener.on(new RunEvent.CaseWithheld(
                id, purpose, secrets.mask(testCase.intent().description()), reason));
        return new NoAnswerException(reason);
    }
}

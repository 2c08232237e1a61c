package io.contractcheck.internal.engine;

import io.contractcheck.event.CaseId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.http.Request;
import io.contractcheck.http.Secrets;
import io.contractcheck.internal.phase.NoAnswerException;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.testcase.Label;
import io.contractcheck.testcase.TestCase;
import io.contractcheck.testcase.UnwritableException;
import io.contractcheck.testcase.Wire;
import java.util.Optional;
import java.util.function.Predicate;

/** From a case as it was drawn to a request whose label is true: case hooks, writing, what else befalls a request, and the proof. */
final class Preparation {
    private final String baseUrl;
    private final HookList hooks;
    private final Secrets secrets;
    private final RunListener listener;
    private final Finish finish;

    /** What befalls a request after it was written. */
    interface Finish {
        /**
         * The request as it is sent.
         *
         * @throws NoAnswerException if there is none, and nothing to tell of it
         */
        Request request(TestCase testCase, Request written);

        /** The parameters whose values are the sender's, not the case's. */
        default Predicate<Parameter> senders(TestCase testCase) {
            return parameter -> false;
        }
    }

    Preparation(String baseUrl, HookList hooks, Secrets secrets, RunListener listener, Finish finish) {
        this.baseUrl = baseUrl;
        this.hooks = hooks;
        this.secrets = secrets;
        this.listener = listener;
        this.finish = finish;
    }

    /**
     * A case and the request that it has become, whose label is true.
     *
     * @param written before anything befell it
     */
    record Prepared(TestCase testCase, Request written, Request request) {}

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
        Request written;
        try {
            written = testCase == drawn ? Wire.writeUnchanged(drawn, baseUrl) : Wire.write(testCase, baseUrl);
        } catch (UnwritableException e) {
            throw withheld(id, purpose, testCase, String.valueOf(e.getMessage()));
        }
        return finish(id, purpose, testCase, written);
    }

    /** Lets befall the same written request what befalls it now. */
    Prepared again(CaseId id, Purpose purpose, Prepared prepared) {
        return finish(id, purpose, prepared.testCase(), prepared.written());
    }

    private Prepared finish(CaseId id, Purpose purpose, TestCase testCase, Request written) {
        Request request = finish.request(testCase, written);
        Label label = Label.of(testCase, request, baseUrl, finish.senders(testCase));
        if (label instanceof Label.Untrue untrue) {
            throw withheld(id, purpose, testCase, untrue.reason());
        }
        return new Prepared(((Label.True) label).testCase(), written, request);
    }

    private NoAnswerException withheld(CaseId id, Purpose purpose, TestCase testCase, String why) {
        String reason = secrets.mask(why);
        listener.on(new RunEvent.CaseWithheld(
                id, purpose, secrets.mask(testCase.intent().description()), reason));
        return new NoAnswerException(reason);
    }
}

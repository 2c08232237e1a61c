package io.contractcheck.internal.engine;

import io.contractcheck.auth.Credentials;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckContext;
import io.contractcheck.check.Failure;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.CheckResult;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.Sender;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.http.TransportException;
import io.contractcheck.internal.phase.NoAnswerException;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import java.util.Arrays;
import java.util.List;

/** One call: case hook, request, request hook, transport, exchange hook, checks, event. */
final class Caller {
    private static final int KEPT_BODY_BYTES = 16 * 1024;
    private static final int REFUSED_CONNECTIONS_THAT_END_A_RUN = 3;

    private final EngineSettings settings;
    private final Transport transport;
    private final Secrets secrets;
    private final HookList hooks;
    private final Judging judging;
    private final RunListener listener;
    private final Preparation preparation;
    private int refusedInARow;

    Caller(
            EngineSettings settings,
            Transport transport,
            Credentials credentials,
            Secrets secrets,
            HookList hooks,
            List<Check> checks,
            RunListener listener) {
        this.settings = settings;
        this.transport = transport;
        this.secrets = secrets;
        this.hooks = hooks;
        this.judging = new Judging(checks, hooks, secrets, listener);
        this.listener = listener;
        this.preparation = new Preparation(
                settings.baseUrl(),
                hooks,
                secrets,
                listener,
                (request, operation) -> hooks.request(credentials.apply(operation, request), operation));
    }

    /** What came of a call: the case as it was sent, the exchange as the checks saw it, and what they found. */
    record Called(TestCase testCase, Exchange exchange, List<Failure> failures) {}

    /**
     * Calls.
     *
     * @param earlier what the scenario called before
     * @throws NoAnswerException if no answer came, or the case was not sent; the listener was told why
     */
    Called call(CaseId id, Purpose purpose, TestCase drawn, List<CheckContext.Answered> earlier) {
        Preparation.Prepared prepared = preparation.prepare(id, purpose, drawn);
        TestCase testCase = prepared.testCase();
        Exchange exchange = hooks.exchange(send(id, purpose, prepared.request()), testCase.operation());

        List<CheckResult> results =
                judging.judge(id, purpose, new CheckContext(testCase, exchange, earlier, settings.checks()));
        listener.on(new RunEvent.CallAnswered(
                id,
                purpose,
                testCase.intent() instanceof Intent.Positive,
                testCase.intent().description(),
                Sender.PLAIN,
                bounded(secrets.mask(exchange)),
                results));
        return new Called(
                testCase,
                exchange,
                results.stream().flatMap(r -> r.failures().stream()).toList());
    }

    private Exchange send(CaseId id, Purpose purpose, Request request) {
        try {
            Exchange exchange = transport.send(request);
            refusedInARow = 0;
            return exchange;
        } catch (TransportException e) {
            String message = secrets.mask(String.valueOf(e.getMessage()));
            listener.on(new RunEvent.CallUnanswered(id, purpose, secrets.mask(request), e.kind(), message));
            refusedInARow = e.kind() == TransportException.Kind.CONNECT ? refusedInARow + 1 : 0;
            if (refusedInARow >= REFUSED_CONNECTIONS_THAT_END_A_RUN) {
                throw new RunBrokenException(
                        "the service at " + settings.baseUrl() + " no longer accepts connections (" + message
                                + "). It may have stopped: look at its log. The first call that failed was made by "
                                + id.scenario(),
                        e);
            }
            throw new NoAnswerException(message);
        } catch (IllegalArgumentException e) {
            // Only a hook or a configured header can ask for what HTTP has no form for, such as a line break in a
            // header
            String message = secrets.mask("the request cannot be sent: " + e.getMessage());
            listener.on(new RunEvent.CallUnanswered(
                    id, purpose, secrets.mask(request), TransportException.Kind.PROTOCOL, message));
            throw new NoAnswerException(message);
        }
    }

    private static Exchange bounded(Exchange exchange) {
        Response response = exchange.response();
        if (response.body().length <= KEPT_BODY_BYTES) {
            return exchange;
        }
        byte[] kept = Arrays.copyOf(response.body(), KEPT_BODY_BYTES);
        return new Exchange(
                exchange.request(),
                new Response(response.status(), response.reason(), response.headers(), kept, true),
                exchange.elapsed());
    }
}

package io.contractcheck.internal.engine;

import io.contractcheck.auth.Users;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckContext;
import io.contractcheck.check.Failure;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.CheckResult;
import io.contractcheck.event.Prelude;
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
import io.contractcheck.http.Watch;
import io.contractcheck.internal.phase.NoAnswerException;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One call: case hook, request, request hook, transport, exchange hook, checks, event. */
final class Caller {

    private final EngineSettings settings;
    private final Transport transport;
    private final Users users;
    private final Secrets secrets;
    private final HookList hooks;
    private final Judging judging;
    private final RunListener listener;
    private final Preparation preparation;
    private final Patience patience = new Patience();
    private final Lifeline lifeline;
    private final Overheard overheard;

    Caller(
            EngineSettings settings,
            Transport transport,
            Users users,
            Secrets secrets,
            HookList hooks,
            List<Check> checks,
            RunListener listener) {
        this.settings = settings;
        this.transport = transport;
        this.users = users;
        this.secrets = secrets;
        this.hooks = hooks;
        this.overheard = settings.log().overheard(secrets);
        this.judging = new Judging(checks, hooks, secrets, listener);
        this.listener = listener;
        this.lifeline =
                new Lifeline(settings.baseUrl(), settings.limits().comeback(), Watch.system(), secrets, listener);
        this.preparation = new Preparation(settings.baseUrl(), hooks, secrets, listener, new Sending(users, hooks));
    }

    /**
     * What came of a call: the case as it was sent, the exchange as the checks saw it, and what was told of it.
     *
     * @param event with what the checks found
     * @param heard what the service logged meanwhile, if it failed
     */
    record Called(TestCase testCase, Exchange exchange, RunEvent.CallAnswered event, List<Heard> heard) {
        List<Failure> failures() {
            return event.checks().stream().flatMap(r -> r.failures().stream()).toList();
        }
    }

    /**
     * Calls.
     *
     * @param earlier what the scenario called before
     * @throws NoAnswerException if no answer came, or the case was not sent; the listener was told why
     */
    Called call(CaseId id, Purpose purpose, TestCase drawn, List<CheckContext.Answered> earlier) {
        Preparation.Prepared prepared = preparation.prepare(id, purpose, drawn);
        long begin = overheard.position();
        Exchange answered = send(id, purpose, prepared);
        if (answered.response().status() == 401 && mayHaveEnded(prepared)) {
            tell(id, Purpose.PROBE, prepared.testCase(), answered, List.of(), List.of(), Optional.empty());
            prepared = preparation.again(id, purpose, prepared);
            answered = send(id, purpose, prepared);
            users.tried(prepared.testCase(), answered.response().status() != 401);
        }
        TestCase testCase = prepared.testCase();
        Exchange exchange = hooks.exchange(answered, testCase.operation());

        List<CheckResult> results =
                judging.judge(id, purpose, new CheckContext(testCase, exchange, earlier, settings.checks()));
        List<Heard> heard =
                answered.response().status() / 100 == 5 ? overheard.since(begin, id.operation(), purpose) : List.of();
        boolean fails = results.stream().anyMatch(result -> !result.failures().isEmpty());
        Optional<Prelude> prelude =
                fails && !earlier.isEmpty() ? Optional.of(prelude(testCase, earlier)) : Optional.empty();
        return new Called(testCase, exchange, tell(id, purpose, testCase, exchange, results, heard, prelude), heard);
    }

    /**
     * Asks only to see whether credentials are taken; nothing is checked.
     *
     * @param wanted whether the request, as it would be sent, is worth it
     * @return nothing if it was not sent or not answered
     */
    Optional<Response> ask(CaseId id, TestCase drawn, Predicate<Request> wanted) {
        try {
            Preparation.Prepared prepared = preparation.prepare(id, Purpose.PROBE, drawn);
            if (!wanted.test(prepared.request())) {
                return Optional.empty();
            }
            Exchange exchange = send(id, Purpose.PROBE, prepared);
            tell(id, Purpose.PROBE, prepared.testCase(), exchange, List.of(), List.of(), Optional.empty());
            return Optional.of(exchange.response());
        } catch (NoAnswerException e) {
            return Optional.empty();
        }
    }

    /** The log of the service. */
    Overheard overheard() {
        return overheard;
    }

    /** Whether a 401 is to be met with new credentials. Of a method that is not documented nobody can tell what it asks for. */
    private boolean mayHaveEnded(Preparation.Prepared prepared) {
        TestCase testCase = prepared.testCase();
        return testCase.deviation(Deviation.Method.class).isEmpty()
                && prepared.request().framing().isEmpty()
                && users.renew(testCase, prepared.request());
    }

    private RunEvent.CallAnswered tell(
            CaseId id,
            Purpose purpose,
            TestCase testCase,
            Exchange exchange,
            List<CheckResult> results,
            List<Heard> heard,
            Optional<Prelude> prelude) {
        RunEvent.CallAnswered event = new RunEvent.CallAnswered(
                id,
                purpose,
                testCase.intent() instanceof Intent.Positive,
                testCase.intent().description(),
                new Sender(
                        users.credentialed(testCase.operation(), exchange.request()),
                        testCase.identity().map(Identity::describe)),
                Kept.of(secrets.mask(exchange)),
                results,
                heard.stream().map(h -> h.cause().identity()).toList(),
                prelude);
        listener.on(event);
        return event;
    }

    private Prelude prelude(TestCase testCase, List<CheckContext.Answered> earlier) {
        return new Prelude(
                earlier.stream()
                        .map(call -> new Prelude.Call(
                                call.testCase().operation().label(),
                                Kept.of(secrets.mask(call.exchange())),
                                handed(call.testCase())))
                        .toList(),
                handed(testCase));
    }

    private static List<Prelude.Handed> handed(TestCase testCase) {
        return testCase.taken().stream()
                .map(taken -> new Prelude.Handed(
                        taken.target().describe(), taken.step(), taken.source().expression()))
                .toList();
    }

    /** Puts credentials on and lets request hooks act. */
    private record Sending(Users users, HookList hooks) implements Preparation.Finish {
        @Override
        public Request request(TestCase testCase, Request written) {
            Request whole = hooks.request(users.sign(testCase, written), testCase.operation());
            return users.settle(testCase, written, whole)
                    .orElseThrow(() -> new NoAnswerException("there are no such credentials"));
        }

        @Override
        public Predicate<Parameter> senders(TestCase testCase) {
            return users.senders(testCase);
        }
    }

    private Exchange send(CaseId id, Purpose purpose, Preparation.Prepared prepared) {
        refuseIfHanging(id);
        Request request = prepared.request();
        Optional<Duration> within = settings.timeout().apply(prepared.testCase().operation());
        try {
            return lifeline.send(id, () -> patience.send(transport, id.operation(), request, within));
        } catch (TransportException e) {
            String message = secrets.mask(String.valueOf(e.getMessage()));
            listener.on(new RunEvent.CallUnanswered(id, purpose, secrets.mask(request), e.kind(), message));
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

    /** Tells of each call that is not made, so that they are counted. */
    private void refuseIfHanging(CaseId id) {
        if (patience.isOver(id.operation())) {
            String message =
                    "not sent, since the " + Patience.ALL + " calls of this operation before it had no answer in"
                            + " time: see why it hangs, or leave it out by <excludes>" + id.operation()
                            + "</excludes> (contract.excludes); requestTimeout sets how long to wait";
            listener.on(new RunEvent.ErrorOccurred(Optional.of(id.operation()), message));
            throw new NoAnswerException(message);
        }
    }
}

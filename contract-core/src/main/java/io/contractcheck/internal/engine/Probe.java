package io.contractcheck.internal.engine;

import io.contractcheck.auth.Users;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.Deviation;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Before the first case: are the credentials taken? Asks a few safe operations that want them. */
final class Probe {
    private static final String NAME = "probe";
    private static final int OPERATIONS = 3;

    private final long seed;
    private final Caller caller;
    private final Users users;
    private int asked;

    Probe(long seed, Caller caller, Users users) {
        this.seed = seed;
        this.caller = caller;
        this.users = users;
    }

    /** An operation and its refusal. */
    private record Refused(Operation operation, Response response) {}

    /**
     * Asks. Any answer but 401 shows that credentials are taken, as far as anybody can tell.
     *
     * @throws RunBrokenException if all are refused
     */
    void run(Api api) {
        List<Users.Ready> all = users.ready();
        for (Users.Ready ready : all) {
            ask(ready, safe(api).filter(o -> users.proves(ready, o)).toList());
        }
        if (all.isEmpty()) {
            foreign(safe(api).filter(users::asks).toList());
        }
    }

    /** GETs, those first that want no parameters. */
    private static Stream<Operation> safe(Api api) {
        List<Operation> gets = api.operations().stream()
                .filter(o -> o.method().equals("GET")
                        && o.requestBody().filter(b -> b.required()).isEmpty())
                .toList();
        return Stream.concat(gets.stream().filter(Probe::plain), gets.stream().filter(o -> !plain(o)));
    }

    private static boolean plain(Operation operation) {
        return operation.parameters().stream().noneMatch(Parameter::required);
    }

    private void ask(Users.Ready ready, List<Operation> operations) {
        List<Refused> refused = new ArrayList<>();
        for (Operation operation : operations) {
            Optional<Response> answer = ask(operation, ready.user(), request -> true);
            if (answer.filter(r -> r.status() != 401).isPresent()) {
                return;
            }
            answer.ifPresent(r -> refused.add(new Refused(operation, r)));
            if (refused.size() == OPERATIONS) {
                break;
            }
        }
        if (refused.isEmpty()) {
            return;
        }
        Refused first = refused.get(0);
        if (users.renew(ready)) {
            Optional<Response> again = ask(first.operation(), ready.user(), request -> true);
            if (again.filter(r -> r.status() != 401).isPresent()) {
                return;
            }
        }
        throw new RunBrokenException(
                users.refused(ready, first.operation().label(), first.response().header("WWW-Authenticate")), null);
    }

    /** Credentials that hooks and configured headers put on, of which nothing is known but that they are there. */
    private void foreign(List<Operation> operations) {
        List<Refused> refused = new ArrayList<>();
        for (Operation operation : operations) {
            Optional<Response> answer = ask(operation, "", request -> users.shows(operation, request));
            if (answer.filter(r -> r.status() != 401).isPresent()) {
                return;
            }
            answer.ifPresent(r -> refused.add(new Refused(operation, r)));
            if (refused.size() == OPERATIONS) {
                break;
            }
        }
        if (!refused.isEmpty()) {
            Refused first = refused.get(0);
            throw new RunBrokenException(
                    "The credentials that hooks or <headers> put on requests were refused by "
                            + first.operation().label() + " with 401."
                            + first.response()
                                    .header("WWW-Authenticate")
                                    .map(c -> "\nThe service says WWW-Authenticate: " + c)
                                    .orElse("")
                            + "\nNothing else was sent: a run in which every answer is 401 would test nothing."
                            + "\nTry them with curl; or let ContractCheck get them, by <tokenCommand> (contract.tokenCommand) or <login>.",
                    null);
        }
    }

    private Optional<Response> ask(Operation operation, String user, Predicate<Request> wanted) {
        TestCase testCase;
        try {
            testCase = testCase(operation);
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
        boolean own = user.isEmpty() || user.equals(users.names().get(0));
        CaseId id = new CaseId(new ScenarioId(NAME, operation.label(), asked++), operation.label(), 0);
        return caller.ask(id, own ? testCase : testCase.with(new Deviation.SentBy(new Identity.User(user))), wanted);
    }

    private TestCase testCase(Operation operation) {
        Intent intent = new Intent.Positive("are the credentials taken?");
        if (plain(operation)) {
            return new TestCase(operation, List.of(), Optional.empty(), intent);
        }
        Random random = new Random(Seeds.scenario(seed, new ScenarioId(NAME, operation.label(), 0), 0));
        return CaseGenerator.of(operation).next(random).value().withIntent(intent);
    }
}

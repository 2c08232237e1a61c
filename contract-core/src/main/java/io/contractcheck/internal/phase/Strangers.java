package io.contractcheck.internal.phase;

import io.contractcheck.auth.Admission;
import io.contractcheck.http.Exchange;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets the run's user create a member of a collection, and others try to read, change and delete it. */
final class Strangers {
    private final Members members;
    private final ValidCases creates;
    private final Forgeries forgeries;
    private final String owner;
    private final Optional<ValidCases> list;
    private final ValidCases read;
    private final List<ValidCases> writes;

    /** @param owner in words, whom the run is made as */
    Strangers(Members members, ValidCases creates, Forgeries forgeries, String owner) {
        this.members = members;
        this.creates = creates;
        this.forgeries = forgeries;
        this.owner = owner;
        this.list = members.list().map(ValidCases::new);
        this.read = new ValidCases(members.read());
        this.writes = members.writes().stream().map(ValidCases::new).toList();
    }

    /**
     * A member that was created and read by the run's user.
     *
     * @param path the parameters of its path
     * @param read reads it
     */
    private record Owned(Map<String, ParameterValue> path, TestCase read) {}

    /** Nobody tries, where the member is really there: else a service that looks for it first would hide that it lets everybody in. */
    void nobody(Session session) {
        Optional<Owned> owned = owned(session);
        if (owned.isEmpty()) {
            return;
        }
        forgeries.tryAll(session, members.read(), i -> owned.get().read(), 1);
        for (ValidCases write : writes) {
            of(write, session, owned.get(), "a change of what " + owner + " created")
                    .ifPresent(c -> forgeries.tryAll(session, write.operation(), i -> c, 1));
        }
    }

    /** Another user tries. After whatever it was allowed to do, the owner looks. */
    void other(Session session, String user) {
        Optional<Owned> found = owned(session);
        if (found.isEmpty()) {
            return;
        }
        Owned owned = found.get();
        Identity stranger = new Identity.User(user);
        list.flatMap(l -> of(l, session, owned, "the list, which may show what " + owner + " created"))
                .ifPresent(c -> {
                    session.call(c);
                    session.call(Sender.as(stranger, c));
                });
        if (isLetIn(session, Sender.as(new Identity.Anonymous(), owned.read())) || !isLetIn(session, owned.read())) {
            return;
        }
        session.call(Sender.as(stranger, owned.read()));
        for (ValidCases write : writes) {
            Optional<TestCase> attempt = of(write, session, owned, "a change of what " + owner + " created");
            if (attempt.isPresent()
                    && isLetIn(session, Sender.as(stranger, attempt.get()))
                    && !isLetIn(session, owned.read())) {
                return;
            }
        }
    }

    private Optional<Owned> owned(Session session) {
        for (int i = 0; i < creates.count(); i++) {
            TestCase create = creates.examplesLast(session, i);
            Exchange made = session.call(create);
            if (Admission.of(made.response().status()) != Admission.LET_IN) {
                continue;
            }
            List<Map<String, ParameterValue>> places = Created.places(members, create, made);
            for (Map<String, ParameterValue> path : places) {
                Optional<TestCase> reads = read.required(
                        session, "what " + owner + " created", name -> Optional.ofNullable(path.get(name)));
                if (reads.isPresent() && isLetIn(session, reads.get())) {
                    return Optional.of(new Owned(path, reads.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<TestCase> of(ValidCases cases, Session session, Owned owned, String purpose) {
        return cases.required(
                session, purpose, name -> Optional.ofNullable(owned.path().get(name)));
    }

    private static boolean isLetIn(Session session, TestCase testCase) {
        return Sender.call(session, testCase) == Admission.LET_IN;
    }
}

package io.contractcheck.internal.phase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.auth.Admission;
import io.contractcheck.http.Exchange;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.link.ResourceLink;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.testcase.Identity;
import io.contractcheck.testcase.TestCase;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets the run's user create a member of a collection, and others try to read, change and delete it. */
final class Strangers {
    private final Members members;
    private final ValidCases creates;
    private final Forgeries forgeries;
    private final String owner;
    private final List<ResourceLink> links;
    private final Optional<ValidCases> list;
    private final ValidCases read;
    private final List<ValidCases> writes;

    /**
     * @param owner in words, whom the run is made as
     * @param graph tells where an answer says that a new member is
     */
    Strangers(Members members, ValidCases creates, Forgeries forgeries, String owner, LinkGraph graph) {
        this.members = members;
        this.creates = creates;
        this.forgeries = forgeries;
        this.owner = owner;
        this.links = graph.from(members.create()).stream()
                .filter(link -> link.consumer() == members.read())
                .toList();
        this.list = members.list().map(ValidCases::new);
        this.read = new ValidCases(members.read());
        this.writes = members.writes().stream().map(ValidCases::new).toList();
    }

    /**
     * A member that was created and read by the run's user.
     *
     * @param place what names it
     * @param read reads it
     */
    private record Owned(List<Brought.Value> place, TestCase read) {}

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
        int step = 0;
        for (int i = 0; i < creates.count(); i++) {
            TestCase create = creates.examplesLast(session, i);
            int creating = step++;
            Exchange made = session.call(create);
            if (Admission.of(made.response().status()) != Admission.LET_IN) {
                continue;
            }
            for (List<Brought.Value> place : places(creating, create, made)) {
                Optional<TestCase> reads = read.required(session, "what " + owner + " created", place)
                        .filter(this::isPlaced);
                if (reads.isPresent()) {
                    step++;
                    if (isLetIn(session, reads.get())) {
                        return Optional.of(new Owned(place, reads.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Where the new member may be, likeliest first; none is proven. */
    private Collection<List<Brought.Value>> places(int step, TestCase create, Exchange made) {
        Map<List<JsonNode>, List<Brought.Value>> places = new LinkedHashMap<>();
        for (ResourceLink link : links) {
            Brought.of(link, step, create, made)
                    .forEach(brought -> places.putIfAbsent(
                            brought.values().stream().map(Brought.Value::value).toList(), brought.values()));
        }
        return places.values();
    }

    /** Whether it reads what was created, and not something else. */
    private boolean isPlaced(TestCase read) {
        return read.taken().stream()
                .anyMatch(taken -> taken.target()
                        .equals(new Target.OfParameter(
                                ParameterLocation.PATH, members.id().name())));
    }

    private static Optional<TestCase> of(ValidCases cases, Session session, Owned owned, String purpose) {
        return cases.required(session, purpose, owned.place());
    }

    private static boolean isLetIn(Session session, TestCase testCase) {
        return Sender.call(session, testCase) == Admission.LET_IN;
    }
}

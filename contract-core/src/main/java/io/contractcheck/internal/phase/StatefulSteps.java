package io.contractcheck.internal.phase;

import io.contractcheck.http.Exchange;
import io.contractcheck.link.Binding;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.link.ResourceLink;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One time that a sequence of operations is called: each takes what those before it brought. */
final class StatefulSteps {
    private final Session session;
    private final LinkGraph links;
    private final StatefulCases cases;
    private final List<Answered> answered = new ArrayList<>();

    /** @param step of the call in the scenario, from 0 */
    private record Answered(int step, TestCase testCase, Exchange exchange) {}

    StatefulSteps(Session session, LinkGraph links, StatefulCases cases) {
        this.session = session;
        this.links = links;
        this.cases = cases;
    }

    void run(List<Operation> operations) {
        for (int i = 0; i < operations.size(); i++) {
            if (session.takes("step " + (i + 1))) {
                step(i, operations.get(i));
            }
        }
    }

    /** What takes nothing is called only where it could not: without what it is about, it would be about something else. */
    private void step(int index, Operation operation) {
        boolean follows = links.to(operation).stream().anyMatch(this::wasCalled);
        TestCase drawn = session.draw("step " + (index + 1) + " " + operation.label(), cases.of(operation));
        TestCase taking = taking(drawn);
        if (index > 0 && follows && taking.taken().isEmpty()) {
            return;
        }
        call(taking);
    }

    private boolean wasCalled(ResourceLink link) {
        return answered.stream().anyMatch(call -> call.testCase.operation() == link.producer());
    }

    private void call(TestCase testCase) {
        int step = answered.size();
        Exchange exchange = session.call(testCase);
        answered.add(new Answered(step, testCase, exchange));
    }

    /** The link that brings most goes first, so that what belongs together comes from one answer; of several calls the last one. */
    private TestCase taking(TestCase drawn) {
        List<ResourceLink> most = links.to(drawn.operation()).stream()
                .sorted(Comparator.comparingInt(
                                (ResourceLink link) -> -link.bindings().size())
                        .thenComparing(link -> StatefulWalk.reads(link.producer())))
                .toList();
        TestCase taking = drawn;
        for (ResourceLink link : most) {
            for (int i = answered.size() - 1; i >= 0; i--) {
                Answered call = answered.get(i);
                if (call.testCase.operation() == link.producer() && isSuccess(call.exchange)) {
                    taking = taking(taking, link, call);
                }
            }
        }
        return taking;
    }

    private static TestCase taking(TestCase testCase, ResourceLink link, Answered call) {
        Set<Target> known = new LinkedHashSet<>();
        testCase.taken().forEach(t -> known.add(t.target()));
        if (link.bindings().stream().map(Binding::target).allMatch(known::contains)) {
            return testCase;
        }
        return Brought.of(link, call.step, call.testCase, call.exchange).stream()
                .findFirst()
                .map(brought -> Taking.into(
                        testCase,
                        brought.values().stream()
                                .filter(v -> !known.contains(v.taken().target()))
                                .toList()))
                .orElse(testCase);
    }

    private static boolean isSuccess(Exchange exchange) {
        return exchange.response().status() / 100 == 2;
    }
}

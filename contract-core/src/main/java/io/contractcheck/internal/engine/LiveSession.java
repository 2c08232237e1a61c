package io.contractcheck.internal.engine;

import io.contractcheck.check.CheckContext;
import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.http.Exchange;
import io.contractcheck.internal.phase.Session;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.RandomGenerator;

/** One time that a scenario is run: its draws come from its seed alone. */
final class LiveSession implements Session {
    private final Caller caller;
    private final ScenarioId scenario;
    private final Purpose purpose;
    private final Draws draws;
    private final Set<FailureId> failures = new LinkedHashSet<>();
    private final List<Integer> statuses = new ArrayList<>();
    private final List<CheckContext.Answered> answered = new ArrayList<>();
    private int step;

    LiveSession(Caller caller, ScenarioId scenario, Purpose purpose, long seed) {
        this.caller = caller;
        this.scenario = scenario;
        this.purpose = purpose;
        this.draws = new Draws(seed);
    }

    @Override
    public <T> T draw(String name, RandomGenerator<T> generator) {
        return draws.next(name, generator);
    }

    @Override
    public Exchange call(TestCase testCase) {
        CaseId id = new CaseId(scenario, testCase.operation().label(), step++);
        Caller.Called called;
        try {
            called = caller.call(id, purpose, testCase, answered);
        } catch (RunBrokenException e) {
            throw e.at(id.toString());
        }
        answered.add(new CheckContext.Answered(called.testCase(), called.exchange()));
        statuses.add(called.exchange().response().status());
        for (Failure failure : called.failures()) {
            failures.add(failure.id());
        }
        return called.exchange();
    }

    /** The failures seen so far. */
    Set<FailureId> failures() {
        return failures;
    }

    /** The statuses that came, in order. */
    List<Integer> statuses() {
        return statuses;
    }
}

package io.contractcheck.internal.engine;

import io.contractcheck.check.CheckContext;
import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.http.Exchange;
import io.contractcheck.internal.phase.Session;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/** One time that a scenario is run. */
final class LiveSession implements Session {
    private final Caller caller;
    private final ScenarioId scenario;
    private final Purpose purpose;
    private final Draws draws;
    private final Map<FailureId, RunEvent.CallAnswered> failures = new LinkedHashMap<>();
    private final Map<FailureId, TestCase> sent = new LinkedHashMap<>();
    private final Map<FailureId, Heard> heard = new LinkedHashMap<>();
    private final List<Integer> statuses = new ArrayList<>();
    private final List<CheckContext.Answered> answered = new ArrayList<>();
    private int step;

    LiveSession(Caller caller, ScenarioId scenario, Purpose purpose, Draws draws) {
        this.caller = caller;
        this.scenario = scenario;
        this.purpose = purpose;
        this.draws = draws;
    }

    @Override
    public <T> T draw(String name, RandomGenerator<T> generator) {
        return draws.next(name, generator);
    }

    @Override
    public <T> T choose(String name, RandomGenerator<T> options) {
        return draws.choose(name, options);
    }

    @Override
    public boolean takes(String part) {
        return true;
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
            for (FailureId seen : called.event().seenAs(failure.id())) {
                failures.putIfAbsent(seen, called.event());
                sent.putIfAbsent(seen, called.testCase());
            }
            called.heard()
                    .forEach(h -> heard.putIfAbsent(failure.id().at(h.cause().identity()), h));
        }
        return called.exchange();
    }

    /** What the service logged beside a failure of that root. */
    Optional<Heard> heard(FailureId failure) {
        return Optional.ofNullable(heard.get(failure));
    }

    /** The failures seen so far, each once for each suspect. */
    Set<FailureId> failures() {
        return failures.keySet();
    }

    /** The first call that showed a failure. */
    RunEvent.CallAnswered showing(FailureId failure) {
        return Objects.requireNonNull(failures.get(seen(failure)));
    }

    /** The first case that showed a failure, as it was sent. */
    TestCase sent(FailureId failure) {
        return Objects.requireNonNull(sent.get(seen(failure)));
    }

    /** As what it was seen: where no root cause is asked for, with any that the log told beside it. */
    private FailureId seen(FailureId failure) {
        if (failures.containsKey(failure)) {
            return failure;
        }
        return failures.keySet().stream()
                .filter(seen -> seen.answered().equals(failure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(failure + " was not seen"));
    }

    /** What was called, in order. */
    List<CheckContext.Answered> answered() {
        return answered;
    }

    /** The statuses that came, in order. */
    List<Integer> statuses() {
        return statuses;
    }

    /** What was drawn, in order. */
    Map<Draws.Key, Shrinkable<?>> drawn() {
        return draws.drawn();
    }
}

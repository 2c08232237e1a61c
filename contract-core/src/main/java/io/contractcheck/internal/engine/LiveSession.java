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
import io.contractcheck.testcase.Taken;
import io.contractcheck.testcase.TestCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.jspecify.annotations.Nullable;

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
    private final Map<FailureId, Integer> steps = new LinkedHashMap<>();
    private final Map<String, Integer> parts = new LinkedHashMap<>();
    private final Map<String, Integer> tries = new LinkedHashMap<>();
    private final Map<String, Integer> inVain = new LinkedHashMap<>();
    private final Map<Draws.Key, Integer> drawnFor = new LinkedHashMap<>();
    private final Set<String> without;
    private final @Nullable FailureId sought;
    private boolean unused;
    private int step;

    LiveSession(Caller caller, ScenarioId scenario, Purpose purpose, Draws draws) {
        this(caller, scenario, purpose, draws, Set.of(), null);
    }

    /**
     * @param without the parts that are left out
     * @param sought a failure after which no further part is done
     */
    LiveSession(
            Caller caller,
            ScenarioId scenario,
            Purpose purpose,
            Draws draws,
            Set<String> without,
            @Nullable FailureId sought) {
        this.caller = caller;
        this.scenario = scenario;
        this.purpose = purpose;
        this.draws = draws;
        this.without = without;
        this.sought = sought;
    }

    @Override
    public <T> T draw(String name, RandomGenerator<T> generator) {
        return unused ? draws.unused(name, generator) : draws.next(name, generator);
    }

    @Override
    public <T> T choose(String name, RandomGenerator<T> options) {
        return draws.choose(name, options);
    }

    @Override
    public boolean takes(String part) {
        boolean taken = isDone(part);
        if (taken) {
            parts.putIfAbsent(part, step);
        }
        return taken;
    }

    @Override
    public boolean tries(String part) {
        boolean tried = isDone(part);
        if (tried) {
            tries.put(part, step);
        }
        unused = !tried;
        return tried;
    }

    private boolean isDone(String part) {
        return !without.contains(part) && (sought == null || !failures.containsKey(sought));
    }

    @Override
    public void inVain(String part) {
        unused = false;
        Integer begun = tries.get(part);
        if (begun != null) {
            parts.putIfAbsent(part, begun);
        }
        if (parts.containsKey(part)) {
            inVain.putIfAbsent(part, step);
        }
    }

    @Override
    public Exchange call(TestCase testCase) {
        draws.drawn().forEach((key, drawn) -> {
            if (drawn.value() instanceof TestCase of && of.operation() == testCase.operation()) {
                drawnFor.putIfAbsent(key, answered.size()); // what was drawn for another call is yet to be called
            }
        });
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
                steps.putIfAbsent(seen, answered.size() - 1);
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

    /** How many calls were answered before the first one that showed a failure. */
    int before(FailureId failure) {
        return Objects.requireNonNull(steps.get(seen(failure)));
    }

    /** The parts that were begun before a failure was shown, in order; without them it may be shown sooner. */
    List<String> parts(FailureId failure) {
        int calls = before(failure);
        return parts.entrySet().stream()
                .filter(part -> part.getValue() <= calls)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those of the parts that were over before a failure was shown, and were refused or brought nothing. */
    List<String> inVain(FailureId failure) {
        int calls = before(failure);
        return parts(failure).stream()
                .filter(part -> inVain.getOrDefault(part, calls + 1) <= calls)
                .toList();
    }

    /** The status that came to the call for which a case was drawn, if one came. */
    OptionalInt status(Draws.Key drawn) {
        Integer call = drawnFor.get(drawn);
        return call == null || call >= statuses.size() ? OptionalInt.empty() : OptionalInt.of(statuses.get(call));
    }

    /** Whether a case was drawn for a call before the first one that showed a failure. */
    boolean isBefore(Draws.Key drawn, FailureId failure) {
        Integer call = drawnFor.get(drawn);
        return call != null && call < before(failure);
    }

    /**
     * Whether each call up to a failure takes from other calls what the same operation took in another run, or makes up something that
     * hardly names a thing that is there: else it may have come upon what other scenarios left.
     */
    boolean isLikeIn(LiveSession other, FailureId failure) {
        return answered.subList(0, before(failure) + 1).stream()
                .allMatch(call -> other.answered.stream()
                        .filter(known ->
                                known.testCase().operation() == call.testCase().operation())
                        .allMatch(known -> Names.isLed(call.testCase(), known.testCase(), other::shows)
                                && !isLent(call.testCase(), known.testCase(), other)));
    }

    /** Whether something only shown, which may be another scenario's, is taken in place of something made. */
    private boolean isLent(TestCase call, TestCase known, LiveSession other) {
        return call.taken().stream()
                .filter(this::reads)
                .anyMatch(taken ->
                        known.taken().stream().anyMatch(of -> of.target().equals(taken.target()) && !other.reads(of)));
    }

    /** Whether the call that brought it only read. */
    private boolean reads(Taken taken) {
        return taken.step() < answered.size()
                && answered.get(taken.step()).testCase().operation().method().equals("GET");
    }

    /** Whether a text stands in an answer. */
    private boolean shows(String text) {
        return answered.stream()
                .map(call -> call.exchange().response())
                .anyMatch(response -> response.headers().stream()
                                .anyMatch(header -> header.value().contains(text))
                        || response.content()
                                .map(body -> new String(body, StandardCharsets.UTF_8))
                                .filter(body -> body.contains(text))
                                .isPresent());
    }

    /** What was drawn, but for what was refused before the last call; nothing if nothing was. */
    Map<Draws.Key, Shrinkable<?>> lasting() {
        Map<Draws.Key, Shrinkable<?>> lasting = new LinkedHashMap<>(draws.drawn());
        boolean refused = lasting.keySet()
                .removeIf(key ->
                        status(key).orElse(0) / 100 == 4 && !Objects.equals(drawnFor.get(key), statuses.size() - 1));
        return refused ? lasting : Map.of();
    }

    /** What was drawn, in order. */
    Map<Draws.Key, Shrinkable<?>> drawn() {
        return draws.drawn();
    }

    /** What was decided and drawn. */
    Map<Draws.Key, Shrinkable<?>> all() {
        Map<Draws.Key, Shrinkable<?>> all = new LinkedHashMap<>(draws.chosen());
        all.putAll(draws.drawn());
        return all;
    }
}

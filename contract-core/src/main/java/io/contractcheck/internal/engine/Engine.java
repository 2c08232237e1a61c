package io.contractcheck.internal.engine;

import io.contractcheck.auth.Users;
import io.contractcheck.check.Check;
import io.contractcheck.check.CheckContext;
import io.contractcheck.check.FailureId;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.Isolation;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunEvent.RunCut;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.internal.phase.NoAnswerException;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.Scenario;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import io.contractcheck.testcase.Taken;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.jqwik.api.Shrinkable;
import org.jspecify.annotations.Nullable;

/** Runs the scenarios of each phase, round by round on several threads, and tells everything. */
public final class Engine {
    private final EngineSettings settings;
    private final HookList hooks;
    private final Users users;
    private final Secrets secrets;
    private final RunListener listener;
    private final Caller caller;
    private final Budget budget;
    private final Sightings sightings = new Sightings();
    private final Confirmer confirmer;
    private final Shrinker shrinker;
    private final CleanState state;
    private final Accepted accepted = new Accepted();
    private final Queue<Runnable> onlyOnce = new ConcurrentLinkedQueue<>();
    private final OwnDoing ownDoing;

    public Engine(
            EngineSettings settings,
            Transport transport,
            Users users,
            Secrets secrets,
            HookList hooks,
            List<Check> checks,
            RunListener listener) {
        this.settings = settings;
        this.hooks = hooks;
        this.users = users;
        this.secrets = secrets;
        this.listener = listener;
        this.caller = new Caller(settings, transport, users, secrets, hooks, checks, listener);
        this.budget = new Budget(settings.limits().maxTime(), System::nanoTime);
        this.state = new CleanState(hooks.life(), settings.limits().isolation());
        this.shrinker = new Shrinker(listener, budget::letsRetry, state.known());
        this.ownDoing = new OwnDoing(state, accepted);
        this.confirmer = new Confirmer(
                listener,
                budget::letsRetry,
                state.known() && !state.always(),
                new Log(),
                ownDoing,
                !state.always() && settings.limits().workers() > 1);
    }

    /** Begins nothing more; what was begun is ended, and {@link #run} returns. From any thread. */
    public void stop() {
        budget.stop(RunCut.Reason.STOPPED);
    }

    /**
     * Runs the phases on the operations in their order in the document.
     *
     * @throws RunBrokenException if the run cannot go on
     */
    public void run(Api api, List<Phase> phases) {
        run(api, api.operations(), phases);
    }

    /**
     * Runs the phases.
     *
     * @param order all operations of the API, in the order in which they are called
     * @throws RunBrokenException if the run cannot go on
     */
    public void run(Api api, List<Operation> order, List<Phase> phases) {
        try {
            state.remember();
            explore(api, order, phases);
        } catch (RuntimeException | Error e) {
            try {
                end();
            } catch (RunBrokenException other) {
                e.addSuppressed(other);
            }
            throw e;
        }
        end();
    }

    private void end() {
        state.cost().ifPresent(listener::on);
        state.forget();
    }

    private void explore(Api api, List<Operation> order, List<Phase> phases) {
        new Probe(settings.seed(), caller, users).run(api);
        List<Course> courses =
                phases.stream().map(phase -> course(phase, api, order)).toList();
        try (Workers workers =
                new Workers(state.always() ? 1 : settings.limits().workers())) {
            for (int i = 0; i < courses.size(); i++) {
                int weights = courses.stream()
                        .skip(i)
                        .mapToInt(course -> course.phase().weight())
                        .sum();
                run(courses.get(i), budget.share(courses.get(i).phase().weight(), weights), workers);
                if (i < courses.size() - 1) {
                    settings.futile().get().ifPresent(why -> {
                        throw new RunBrokenException(why + "\nThe other phases were not run.", null);
                    });
                }
            }
            for (Course course : courses) {
                if (!course.over() && budget.lets(budget.end())) {
                    run(course, budget.end(), workers);
                }
            }
        }
        if (courses.stream().anyMatch(course -> !course.over())) {
            cut(courses);
        }
    }

    private Course course(Phase phase, Api api, List<Operation> order) {
        return new Course(
                phase,
                api,
                order,
                () -> settings.phases().with(settings.known().get()),
                id -> settings.limits().shard().has(id, settings.seed()),
                new Trouble(phase.name(), secrets, listener),
                listener);
    }

    /** Goes on with a phase until it is through, or the time is up. */
    private void run(Course course, long until, Workers workers) {
        long begin = System.nanoTime();
        listener.on(new RunEvent.PhaseStarted(course.phase().name()));
        boolean first = true;
        while (!course.over() && budget.lets(until)) {
            if (state.isolation() == Isolation.PHASE && (first || state.isOfRetries())) {
                state.restore();
            }
            first = false;
            Round whole = course.round();
            for (Round round : state.isolation() == Isolation.OPERATION ? whole.byOperation() : List.of(whole)) {
                if (state.isolation() == Isolation.OPERATION) {
                    state.restore();
                }
                workers.work(() -> budget.lets(until) && !mayBeEnough(), round::next, turn -> explore(turn, course));
            }
            boolean through = !mayBeEnough();
            settle(course, workers);
            if (through && budget.lets(until)) {
                course.nextRound();
            }
        }
        course.rest();
        listener.on(new RunEvent.PhaseFinished(course.phase().name(), Duration.ofNanos(System.nanoTime() - begin)));
    }

    private void explore(Round.Turn turn, Course course) {
        Scenario scenario = turn.scenario();
        try {
            LiveSession session = play(scenario, Purpose.CASE);
            learn(scenario.id(), session.answered());
            if (!state.known()) {
                accepted.add(scenario.id(), session, () -> play(scenario, Purpose.DUPLICATE));
            }
            Map<FailureId, RunEvent.CallAnswered> doubtful = new LinkedHashMap<>();
            session.failures().stream()
                    .filter(failure -> ownDoing.isPossible(failure, session))
                    .forEach(failure -> doubtful.put(failure, session.showing(failure)));
            Set<FailureId> chained = new LinkedHashSet<>();
            session.failures().stream()
                    .filter(failure -> session.before(failure) > 0)
                    .forEach(chained::add);
            sightings.add(turn.lane().place(), scenario, session.failures(), doubtful, chained);
            endOfFailures();
        } catch (UnsatisfiableException e) {
            course.trouble().impossible(scenario, e);
        } catch (RunBrokenException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            course.trouble().defect(scenario, e);
        }
    }

    private void learn(ScenarioId scenario, List<CheckContext.Answered> answered) {
        for (int step = 0; step < answered.size(); step++) {
            CheckContext.Answered call = answered.get(step);
            CaseId id = new CaseId(scenario, call.testCase().operation().label(), step);
            settings.learner().saw(id, call.testCase(), call.exchange());
            for (Taken taken : call.testCase().taken()) {
                if (taken.step() < step) {
                    Operation producer = answered.get(taken.step()).testCase().operation();
                    settings.learner().led(taken, producer, call.testCase(), call.exchange());
                }
            }
        }
    }

    /** Whether it is time to see which failures are some: the rest of the round is made afterwards, if there are too few. */
    private boolean mayBeEnough() {
        OptionalInt most = settings.limits().maxFailures();
        return most.isPresent() && sightings.possible() >= most.getAsInt();
    }

    private void endOfFailures() {
        settings.limits().maxFailures().ifPresent(most -> {
            if (sightings.count() >= most) {
                budget.stop(RunCut.Reason.FAILURES);
            }
        });
    }

    /** Runs again what showed something new: one at a time, where each begins from the remembered state. */
    private void settle(Course course, Workers workers) {
        boolean listens = caller.overheard().listens();
        List<Sightings.Sighting> all = sightings.settle();
        Iterator<Sightings.Sighting> fresh =
                all.stream().filter(s -> !s.alone(listens)).iterator();
        (state.known() ? Workers.ALONE : workers)
                .work(
                        budget::letsRetry,
                        () -> {
                            synchronized (fresh) {
                                return fresh.hasNext() ? fresh.next() : null;
                            }
                        },
                        sighting -> again(sighting, course));
        Deque<Sightings.Sighting> alone =
                new ArrayDeque<>(all.stream().filter(s -> s.alone(listens)).toList());
        if (!alone.isEmpty() && listens) {
            caller.overheard().awaitStillness();
        }
        Workers.ALONE.work(
                budget::letsRetry,
                alone::poll,
                sighting -> again(sighting, course)
                        .forEach(refuted -> sightings.next(refuted).ifPresent(alone::add)));
        for (Runnable last = onlyOnce.poll(); last != null; last = onlyOnce.poll()) {
            last.run();
        }
    }

    /** Gives the failures that did not come of what was suspected. */
    private Set<FailureId> again(Sightings.Sighting sighting, Course course) {
        Replay replay = new Again(sighting.scenario());
        ScenarioId scenario = sighting.scenario().id();
        Confirmer.Outcome outcome = confirmer.confirm(scenario, sighting, replay);
        outcome.again().forEach((failure, session) -> {
            sightings.confirmed(failure);
            if (sightings.wasOwnDoing(failure)) {
                listener.on(
                        new RunEvent.FailureShrunk(failure, session.showing(failure), 0)); // not what was seen first
            }
        });
        if (settings.limits().shrink()) {
            shrinker.shrink(scenario, outcome.again(), course.phase().minimal(), replay);
        }
        outcome.own().forEach(failure -> own(failure, course));
        if (!outcome.once().isEmpty()) {
            onlyOnce.add(
                    () -> confirmer.last(outcome.once(), sighting.doubtful()).forEach(failure -> own(failure, course)));
        }
        endOfFailures();
        outcome.again().keySet().stream().filter(f -> f.root().isPresent()).forEach(sightings::claim);
        return outcome.refuted();
    }

    private void own(FailureId failure, Course course) {
        sightings.ownDoing(failure);
        sightings.next(failure).ifPresent(other -> again(other, course));
    }

    private final class Log implements Confirmer.Told {
        @Override
        public Optional<RunEvent.FailureRetried.Claim> tells(FailureId failure, LiveSession session) {
            return session.heard(failure)
                    .map(heard -> new RunEvent.FailureRetried.Claim(
                            caller.overheard().placed(heard), session.showing(failure)));
        }

        @Override
        public boolean isSpontaneous(String cause) {
            return caller.overheard().isSpontaneous(cause);
        }

        @Override
        public boolean isNew(FailureId failure) {
            return sightings.isNew(failure);
        }
    }

    private final class Again implements Replay {
        private static final int ALL_FRESH = 3;

        private final Scenario scenario;
        private @Nullable LiveSession same;

        Again(Scenario scenario) {
            this.scenario = scenario;
        }

        @Override
        public LiveSession attempt(int attempt) {
            Map<Draws.Key, Shrinkable<?>> given = new LinkedHashMap<>();
            if (attempt > 0 && attempt < ALL_FRESH && same != null) {
                given.putAll(same.lasting());
            }
            LiveSession session =
                    play(scenario, Purpose.CONFIRMATION, draws(scenario, attempt, given), Replay.Plot.NONE, null);
            same = attempt == 0 ? session : same;
            return session;
        }

        @Override
        public LiveSession with(Plot plot, FailureId sought, Purpose purpose) {
            return play(scenario, purpose, draws(scenario, plot.attempt(), plot.given()), plot, sought);
        }
    }

    private Draws draws(Scenario scenario, int attempt, Map<Draws.Key, Shrinkable<?>> given) {
        long decisions = Seeds.scenario(settings.seed(), scenario.id(), 0);
        long values = attempt == 0 ? decisions : Seeds.scenario(settings.seed(), scenario.id(), attempt);
        return new Draws(values, decisions, given);
    }

    private LiveSession play(Scenario scenario, Purpose purpose) {
        return play(scenario, purpose, draws(scenario, 0, Map.of()), Replay.Plot.NONE, null);
    }

    private LiveSession play(
            Scenario scenario, Purpose purpose, Draws draws, Replay.Plot plot, @Nullable FailureId sought) {
        try {
            if (state.always() || purpose != Purpose.CASE) {
                state.restore();
            }
            state.touch(purpose);
            return live(scenario, new LiveSession(caller, scenario.id(), purpose, draws, plot, sought), purpose);
        } catch (RunBrokenException e) {
            throw e.at(scenario.id().toString());
        }
    }

    private LiveSession live(Scenario scenario, LiveSession session, Purpose purpose) {
        hooks.life().before(scenario.id(), scenario.operation());
        try {
            scenario.body().run(session);
        } catch (NoAnswerException e) {
            // told by the caller already; what was seen before stands
        } catch (UnsatisfiableException e) {
            if (purpose == Purpose.CASE) {
                throw e;
            }
        } finally {
            hooks.life().after(scenario.id(), scenario.operation());
        }
        return session;
    }

    private void cut(List<Course> courses) {
        courses.forEach(Course::cut);
        RunCut.Reason reason = Objects.requireNonNullElse(budget.stopped(), RunCut.Reason.TIME);
        listener.on(new RunEvent.RunCut(reason, why(reason)));
    }

    private String why(RunCut.Reason reason) {
        return switch (reason) {
            case TIME ->
                "The time of the run was up (maxTime, "
                        + settings.limits().maxTime().toSeconds()
                        + " s) before all its cases were sent. Set maxTime (contract.maxTime) higher, or maxExamples"
                        + " lower; or share the run between machines with contract.shard.";
            case FAILURES ->
                "The run ended early, after " + sightings.count()
                        + " distinct failures, because of maxFailures (contract.maxFailures).";
            case STOPPED, KILLED -> "The run was stopped from outside before all its cases were sent.";
        };
    }
}

package io.contractcheck.internal.engine;

import io.contractcheck.event.CaseId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import io.contractcheck.http.Secrets;
import io.contractcheck.internal.phase.NoAnswerException;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.Scenario;
import io.contractcheck.internal.phase.Session;
import io.contractcheck.openapi.Api;
import io.contractcheck.testcase.TestCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;

/**
 * The cases of a run that is not done: each is made, changed by case hooks and proven as if it were to be sent, then handed on. Nothing
 * needs a service: no request hooks, no restoring, no credentials. Every call is answered by an empty 200.
 */
public final class Cases {
    private static final Response ANSWER = new Response(200, "OK", List.of(), new byte[0], false);

    private final EngineSettings settings;
    private final Secrets secrets;
    private final RunListener listener;
    private final Preparation preparation;
    private final Sink sink;

    /** Where cases go. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes a case.
         *
         * @param id what it is known by
         * @param testCase with the intent that its request has
         * @param request as it was written, secrets that hooks put in masked
         */
        void accept(CaseId id, TestCase testCase, Request request);
    }

    public Cases(EngineSettings settings, Secrets secrets, HookList hooks, RunListener listener, Sink sink) {
        this.settings = settings;
        this.secrets = secrets;
        this.listener = listener;
        this.preparation =
                new Preparation(settings.baseUrl(), hooks, secrets, listener, (testCase, request) -> request);
        this.sink = sink;
    }

    /** Makes the cases of the phases; those that live on answers have none here, which is told. */
    public void make(Api api, List<Phase> phases) {
        List<Phase> able = new ArrayList<>();
        for (Phase phase : phases) {
            if (phase.needsAnswers()) {
                listener.on(new RunEvent.Warned("phases: " + phase.name()
                        + " needs a service that answers, so no cases of it are made without one"));
            } else {
                able.add(phase);
            }
        }
        able.forEach(phase -> make(api, phase));
    }

    private void make(Api api, Phase phase) {
        long begin = System.nanoTime();
        listener.on(new RunEvent.PhaseStarted(phase.name()));
        Trouble trouble = new Trouble(phase.name(), secrets, listener);
        Phase.Plan plan = phase.plan(
                api, settings.phases(), warning -> listener.on(new RunEvent.Warned(phase.name() + ": " + warning)));
        try (Stream<Scenario> scenarios = plan.all(api)) {
            for (Iterator<Scenario> i = scenarios.iterator(); i.hasNext(); ) {
                Scenario scenario = i.next();
                try {
                    make(scenario);
                } catch (UnsatisfiableException e) {
                    trouble.impossible(scenario, e);
                } catch (RunBrokenException e) {
                    throw e;
                } catch (RuntimeException e) {
                    trouble.defect(scenario, e);
                }
            }
        }
        listener.on(new RunEvent.PhaseFinished(phase.name(), Duration.ofNanos(System.nanoTime() - begin)));
    }

    private void make(Scenario scenario) {
        try {
            scenario.body().run(new Making(scenario));
        } catch (NoAnswerException e) {
            // a case that was withheld, which was told
        }
    }

    private final class Making implements Session {
        private final Scenario scenario;
        private final Draws draws;
        private int step;

        Making(Scenario scenario) {
            this.scenario = scenario;
            this.draws = new Draws(Seeds.scenario(settings.seed(), scenario.id(), 0));
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
            CaseId id = new CaseId(scenario.id(), testCase.operation().label(), step++);
            Preparation.Prepared prepared;
            try {
                prepared = preparation.prepare(id, Purpose.CASE, testCase);
            } catch (RunBrokenException e) {
                throw e.at(id.toString());
            }
            try {
                sink.accept(id, prepared.testCase(), secrets.mask(prepared.request()));
            } catch (RuntimeException e) {
                throw new RunBrokenException("a case could not be handed on: " + e.getMessage(), e);
            }
            return new Exchange(prepared.request(), ANSWER, Duration.ZERO);
        }
    }
}

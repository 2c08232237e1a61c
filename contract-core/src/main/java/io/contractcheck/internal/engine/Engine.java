package io.contractcheck.internal.engine;

import io.contractcheck.auth.Credentials;
import io.contractcheck.check.Check;
import io.contractcheck.check.FailureId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Transport;
import io.contractcheck.internal.phase.NoAnswerException;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.Scenario;
import io.contractcheck.openapi.Api;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs the scenarios of each phase, one after the other, and tells everything. */
public final class Engine {
    private final EngineSettings settings;
    private final Secrets secrets;
    private final HookList hooks;
    private final RunListener listener;
    private final Caller caller;
    private final Confirmer confirmer;
    private final Set<FailureId> known = new LinkedHashSet<>();
    private boolean pristine = true;

    public Engine(
            EngineSettings settings,
            Transport transport,
            Credentials credentials,
            Secrets secrets,
            HookList hooks,
            List<Check> checks,
            RunListener listener) {
        this.settings = settings;
        this.secrets = secrets;
        this.hooks = hooks;
        this.listener = listener;
        this.caller = new Caller(settings, transport, credentials, secrets, hooks, checks, listener);
        this.confirmer = new Confirmer(listener);
    }

    /**
     * Runs the phases.
     *
     * @throws RunBrokenException if the run cannot go on
     */
    public void run(Api api, List<Phase> phases) {
        hooks.remember();
        for (Phase phase : phases) {
            long begin = System.nanoTime();
            listener.on(new RunEvent.PhaseStarted(phase.name()));
            run(api, phase);
            listener.on(new RunEvent.PhaseFinished(phase.name(), Duration.ofNanos(System.nanoTime() - begin)));
        }
    }

    private void run(Api api, Phase phase) {
        Set<String> impossible = new LinkedHashSet<>();
        try (Stream<Scenario> scenarios = phase.scenarios(
                api, settings.phases(), warning -> listener.on(new RunEvent.Warned(phase.name() + ": " + warning)))) {
            for (Iterator<Scenario> i = scenarios.iterator(); i.hasNext(); ) {
                Scenario scenario = i.next();
                String operation = scenario.operation().label();
                if (impossible.contains(operation)) {
                    continue;
                }
                try {
                    explore(scenario);
                } catch (UnsatisfiableException e) {
                    impossible.add(operation);
                    listener.on(new RunEvent.OperationNotTested(
                            operation,
                            Optional.of(phase.name()),
                            withoutLabel(operation, String.valueOf(e.getMessage()))));
                } catch (RunBrokenException e) {
                    throw e;
                } catch (RuntimeException e) {
                    impossible.add(operation);
                    listener.on(new RunEvent.ErrorOccurred(
                            Optional.of(operation),
                            secrets.mask("ContractCheck failed by itself in " + scenario.id()
                                    + ", which is a defect of it: " + e + at(e))));
                }
            }
        }
    }

    private void explore(Scenario scenario) {
        LiveSession session = play(scenario, Purpose.CASE, 0);
        Set<FailureId> fresh = new LinkedHashSet<>(session.failures());
        fresh.removeAll(known);
        if (!fresh.isEmpty()) {
            known.addAll(fresh);
            confirmer.confirm(fresh, attempt -> play(scenario, Purpose.CONFIRMATION, attempt));
        }
    }

    private LiveSession play(Scenario scenario, Purpose purpose, int attempt) {
        if (!pristine) {
            hooks.restore();
        }
        pristine = false;
        LiveSession session = new LiveSession(
                caller, scenario.id(), purpose, Seeds.scenario(settings.seed(), scenario.id(), attempt));
        hooks.before(scenario.id());
        try {
            scenario.body().run(session);
        } catch (NoAnswerException e) {
            // told by the caller already; what was seen before stands
        } finally {
            hooks.after(scenario.id());
        }
        return session;
    }

    private static String withoutLabel(String operation, String reason) {
        return reason.startsWith(operation + ": ") ? reason.substring(operation.length() + 2) : reason;
    }

    private static String at(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}

package io.contractcheck.internal.engine;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.http.Secrets;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.PhaseSettings;
import io.contractcheck.internal.phase.Scenario;
import io.contractcheck.openapi.Api;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The scenarios of each phase, one after the other. An operation that a phase cannot do is told of once, and left. */
final class Scenarios {
    private final PhaseSettings settings;
    private final Secrets secrets;
    private final RunListener listener;

    Scenarios(PhaseSettings settings, Secrets secrets, RunListener listener) {
        this.settings = settings;
        this.secrets = secrets;
        this.listener = listener;
    }

    void each(Api api, List<Phase> phases, Consumer<Scenario> action) {
        for (Phase phase : phases) {
            long begin = System.nanoTime();
            listener.on(new RunEvent.PhaseStarted(phase.name()));
            each(api, phase, action);
            listener.on(new RunEvent.PhaseFinished(phase.name(), Duration.ofNanos(System.nanoTime() - begin)));
        }
    }

    private void each(Api api, Phase phase, Consumer<Scenario> action) {
        Set<String> impossible = new LinkedHashSet<>();
        try (Stream<Scenario> scenarios = phase.scenarios(
                api, settings, warning -> listener.on(new RunEvent.Warned(phase.name() + ": " + warning)))) {
            for (Iterator<Scenario> i = scenarios.iterator(); i.hasNext(); ) {
                Scenario scenario = i.next();
                String operation = scenario.operation().label();
                if (impossible.contains(operation)) {
                    continue;
                }
                try {
                    action.accept(scenario);
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

    private static String withoutLabel(String operation, String reason) {
        return reason.startsWith(operation + ": ") ? reason.substring(operation.length() + 2) : reason;
    }

    private static String at(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}

package io.contractcheck.internal.engine;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.http.Secrets;
import io.contractcheck.internal.phase.Scenario;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Scenarios of one phase that could not be run to their end: what it was is told once for each operation. Thread-safe. */
final class Trouble {
    private final String phase;
    private final Secrets secrets;
    private final RunListener listener;
    private final Set<String> impossible = new LinkedHashSet<>();
    private final Set<String> defective = new LinkedHashSet<>();

    Trouble(String phase, Secrets secrets, RunListener listener) {
        this.phase = phase;
        this.secrets = secrets;
        this.listener = listener;
    }

    /** It has no case. */
    synchronized void impossible(Scenario scenario, UnsatisfiableException e) {
        String operation = scenario.operation().label();
        String reason = withoutLabel(operation, String.valueOf(e.getMessage()));
        if (impossible.add(operation)) {
            listener.on(new RunEvent.OperationNotTested(operation, Optional.of(phase), reason));
        }
    }

    /** We failed ourselves. */
    synchronized void defect(Scenario scenario, Throwable e) {
        String operation = scenario.operation().label();
        if (defective.add(operation)) {
            listener.on(new RunEvent.ErrorOccurred(
                    Optional.of(operation),
                    secrets.mask("ContractCheck failed by itself in " + scenario.id() + ", which is a defect of it: "
                            + e + at(e))));
        }
    }

    private static String withoutLabel(String operation, String reason) {
        return reason.startsWith(operation + ": ") ? reason.substring(operation.length() + 2) : reason;
    }

    private static String at(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}

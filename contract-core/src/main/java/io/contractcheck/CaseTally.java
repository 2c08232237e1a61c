package io.contractcheck;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.RunSummary.NotTested;
import io.contractcheck.testcase.Intent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts cases, and remembers why operations have none. */
final class CaseTally implements RunListener {
    private final Set<String> operations = new LinkedHashSet<>();
    private final Set<String> served = new LinkedHashSet<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private long positives;
    private long negatives;

    void count(String operation, Intent intent) {
        served.add(operation);
        if (intent instanceof Intent.Positive) {
            positives++;
        } else {
            negatives++;
        }
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.RunStarted started) {
            operations.addAll(started.operations());
        } else if (event instanceof RunEvent.OperationNotTested not) {
            operations.add(not.operation());
            because(not.operation(), not.reason());
        } else if (event instanceof RunEvent.CaseWithheld withheld) {
            because(withheld.id().operation(), "a case was withheld: " + withheld.reason());
        } else if (event instanceof RunEvent.CaseLeftOut leftOut) {
            because(leftOut.id().operation(), "a case was left out by hook " + leftOut.hook());
        } else if (event instanceof RunEvent.ErrorOccurred error) {
            error.operation().ifPresent(operation -> because(operation, error.message()));
        }
    }

    private void because(String operation, String reason) {
        reasons.putIfAbsent(operation, reason);
    }

    ContractCases.Made made(long seed) {
        List<NotTested> without = operations.stream()
                .filter(o -> !served.contains(o))
                .map(o -> new NotTested(
                        o, reasons.getOrDefault(o, "the chosen phases and mode have no case of this operation")))
                .toList();
        return new ContractCases.Made(seed, positives, negatives, without);
    }
}

package io.contractcheck.internal.phase;

import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A phase that does otherwise with some operations, or nothing. What it does with one does not depend on the others. */
public final class TailoredPhase implements Phase {
    private final Phase phase;
    private final Tailoring tailoring;

    /** What holds for each operation. */
    @FunctionalInterface
    public interface Tailoring {
        /**
         * How much is done with an operation; empty if nothing is.
         *
         * @param all what holds for others
         */
        Optional<PhaseSettings> of(Operation operation, PhaseSettings all);
    }

    public TailoredPhase(Phase phase, Tailoring tailoring) {
        this.phase = phase;
        this.tailoring = tailoring;
    }

    @Override
    public String name() {
        return phase.name();
    }

    @Override
    public boolean needsAnswers() {
        return phase.needsAnswers();
    }

    @Override
    public int weight() {
        return phase.weight();
    }

    @Override
    public boolean minimal() {
        return phase.minimal();
    }

    @Override
    public Plan plan(Api api, PhaseSettings settings, Consumer<String> warnings) {
        Map<PhaseSettings, Plan> plans = new LinkedHashMap<>();
        Map<String, Plan> byOperation = new LinkedHashMap<>();
        for (Operation operation : api.operations()) {
            tailoring
                    .of(operation, settings)
                    .ifPresent(own -> byOperation.put(
                            operation.label(), plans.computeIfAbsent(own, s -> phase.plan(api, s, warnings))));
        }
        return new Plan() {
            @Override
            public Stream<Scenario> of(Operation operation) {
                Plan plan = byOperation.get(operation.label());
                return plan == null ? Stream.empty() : plan.of(operation);
            }

            @Override
            public boolean mayHave(Operation operation) {
                Plan plan = byOperation.get(operation.label());
                return plan != null && plan.mayHave(operation);
            }
        };
    }
}

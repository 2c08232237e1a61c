package io.contractcheck.internal.phase;

import io.contractcheck.event.ScenarioId;
import io.contractcheck.openapi.Operation;

/**
 * A function of its seed and of the values it draws.
 *
 * @param id what it is known by
 * @param operation it begins with
 * @param body what it does
 */
public record Scenario(ScenarioId id, Operation operation, Body body) {
    /** What a scenario does. */
    @FunctionalInterface
    public interface Body {
        /**
         * Draws and calls.
         *
         * @throws io.contractcheck.generate.UnsatisfiableException if the operation has no valid case; the phase goes on with the next
         *     operation
         */
        void run(Session session);
    }
}

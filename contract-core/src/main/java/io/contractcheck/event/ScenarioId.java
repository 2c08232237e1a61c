package io.contractcheck.event;

/**
 * What a scenario is known by; together with the run's seed it decides everything the scenario draws.
 *
 * @param phase the phase's name
 * @param operation the label of the operation it begins with, as {@code POST /books}
 * @param index from 0, within phase and operation
 */
public record ScenarioId(String phase, String operation, int index) {
    @Override
    public String toString() {
        return phase + " " + operation + " #" + index;
    }
}

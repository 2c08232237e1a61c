package io.contractcheck.event;

/**
 * One call of a scenario.
 *
 * @param scenario that makes the call
 * @param operation the label of the operation that is called
 * @param step from 0, within the scenario
 */
public record CaseId(ScenarioId scenario, String operation, int step) {
    /** As {@code GET /books/{id} in fuzzing #3}, with the scenario's own operation if that is another, and the call if it is not the first. */
    @Override
    public String toString() {
        return operation + " in " + scenario.phase()
                + (scenario.operation().equals(operation) ? "" : " " + scenario.operation())
                + " #" + scenario.index()
                + (step == 0 ? "" : ", call " + (step + 1));
    }
}

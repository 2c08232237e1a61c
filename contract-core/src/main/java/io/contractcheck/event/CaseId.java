package io.contractcheck.event;

/**
 * One call of a scenario.
 *
 * @param scenario that makes the call
 * @param operation the label of the operation that is called
 * @param step from 0, within the scenario
 */
public record CaseId(ScenarioId scenario, String operation, int step) {}

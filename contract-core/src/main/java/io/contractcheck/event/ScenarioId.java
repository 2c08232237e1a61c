package io.contractcheck.event;

/**
 * What a scenario is known by; together with the run's seed it decides everything the scenario draws.
 *
 * @param phase the phase's name
 * @param operation the label of the operation it begins with, as {@code POST /books}
 * @param index from 0, within phase and operation
 */
public record ScenarioId(String phase, String operation, int index) {
    private static final int FIRST_ROUND = 8;
    private static final int GROWTH = 4;

    /**
     * In which round of its phase it is run, from 0. A phase goes over all operations in rounds, so that a run that ends early has tested
     * all of them alike: up to index 8, 32, 128 and so on.
     */
    public int round() {
        int round = 0;
        for (long end = FIRST_ROUND; index >= end; end *= GROWTH) {
            round++;
        }
        return round;
    }

    @Override
    public String toString() {
        return phase + " " + operation + " #" + index;
    }
}

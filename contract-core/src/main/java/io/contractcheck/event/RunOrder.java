package io.contractcheck.event;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which one worker makes the calls of a run. Whatever a summary tells as the first of several is the first in this order,
 * not the first that came: so it is the same with any number of workers and machines.
 */
public final class RunOrder implements Comparator<CaseId> {
    /** As long as nothing is known of the run. */
    static final RunOrder UNKNOWN = new RunOrder(List.of(), List.of());

    private final Map<String, Integer> phases;
    private final Map<String, Integer> operations;

    /**
     * Of a run.
     *
     * @param phases their names, in order
     * @param operations their labels, in order
     */
    public RunOrder(List<String> phases, List<String> operations) {
        this.phases = places(phases);
        this.operations = places(operations);
    }

    private static Map<String, Integer> places(List<String> names) {
        Map<String, Integer> places = new LinkedHashMap<>();
        names.forEach(name -> places.putIfAbsent(name, places.size()));
        return places;
    }

    /** Whether a phase comes before another. */
    public int phases(String a, String b) {
        return Integer.compare(phases.getOrDefault(a, -1), phases.getOrDefault(b, -1));
    }

    /** Whether an operation comes before another; those that are not of the run come last. */
    public int operations(String a, String b) {
        int order = Integer.compare(
                operations.getOrDefault(a, operations.size()), operations.getOrDefault(b, operations.size()));
        return order != 0 ? order : a.compareTo(b);
    }

    @Override
    public int compare(CaseId a, CaseId b) {
        ScenarioId x = a.scenario();
        ScenarioId y = b.scenario();
        int order = phases(x.phase(), y.phase());
        order = order != 0 ? order : Integer.compare(x.round(), y.round());
        order = order != 0 ? order : operations(x.operation(), y.operation());
        order = order != 0 ? order : Integer.compare(x.index(), y.index());
        return order != 0 ? order : Integer.compare(a.step(), b.step());
    }
}

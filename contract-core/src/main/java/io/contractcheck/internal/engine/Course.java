package io.contractcheck.internal.engine;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.PhaseSettings;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A phase on its way through the operations of an API, which may be broken off between any two scenarios and gone on with. */
final class Course {
    private final Phase phase;
    private final RunListener listener;
    private final Supplier<List<Lane>> begin;
    private final Trouble trouble;
    private @Nullable List<Lane> lanes;
    private int round;

    /**
     * @param order of the operations in each round
     * @param settings asked for when the phase begins
     * @param mine which scenarios belong to this run
     */
    Course(
            Phase phase,
            Api api,
            List<Operation> order,
            Supplier<PhaseSettings> settings,
            Predicate<ScenarioId> mine,
            Trouble trouble,
            RunListener listener) {
        this.phase = phase;
        this.listener = listener;
        this.trouble = trouble;
        this.begin = () -> {
            Set<String> warned = ConcurrentHashMap.newKeySet(); // what is made anew warns anew
            Phase.Plan plan = phase.plan(api, settings.get(), warning -> {
                if (warned.add(warning)) {
                    listener.on(new RunEvent.Warned(phase.name() + ": " + warning));
                }
            });
            List<Lane> begun = new ArrayList<>();
            order.forEach(operation -> begun.add(new Lane(begun.size(), operation, plan, mine)));
            return begun;
        };
    }

    private List<Lane> lanes() {
        List<Lane> begun = lanes == null ? begin.get() : lanes;
        lanes = begun;
        return begun;
    }

    Phase phase() {
        return phase;
    }

    Trouble trouble() {
        return trouble;
    }

    boolean over() {
        return lanes != null && lanes.stream().allMatch(Lane::over);
    }

    /** The rest of the round it is in. */
    Round round() {
        return new Round(
                round,
                lanes().stream().filter(lane -> !lane.over()).toList(),
                lane -> listener.on(new RunEvent.OperationDone(
                        phase.name(), lane.operation().label())));
    }

    /** Every scenario of the round was begun. */
    void nextRound() {
        round++;
    }

    /** Lets go of what it holds in memory. */
    void rest() {
        lanes().forEach(Lane::close);
    }

    /** Tells of what was not done. */
    void cut() {
        lanes().stream()
                .filter(Lane::open)
                .forEach(lane -> listener.on(
                        new RunEvent.OperationCut(phase.name(), lane.operation().label(), lane.begun())));
    }
}

package io.contractcheck.internal.engine;

import io.contractcheck.event.ScenarioId;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.Scenario;
import io.contractcheck.openapi.Operation;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The scenarios of one operation in one phase, given out one by one. To be used by one thread at a time. */
final class Lane {
    private final int place;
    private final Operation operation;
    private final Phase.Plan plan;
    private final Predicate<ScenarioId> mine;
    private @Nullable Stream<Scenario> open;
    private @Nullable Iterator<Scenario> rest;
    private @Nullable Scenario peeked;
    private int taken;
    private int begun;
    private boolean over;

    /**
     * Nothing was given out yet.
     *
     * @param place of the operation among all
     * @param mine which scenarios belong to this run
     */
    Lane(int place, Operation operation, Phase.Plan plan, Predicate<ScenarioId> mine) {
        this.place = place;
        this.operation = operation;
        this.plan = plan;
        this.mine = mine;
    }

    int place() {
        return place;
    }

    Operation operation() {
        return operation;
    }

    /** How many scenarios were given out. */
    int begun() {
        return begun;
    }

    /** Whether something of it is left to do, as far as can be told without making it. */
    boolean open() {
        return !over && (begun > 0 || plan.mayHave(operation));
    }

    /** Whether there are no more. */
    boolean over() {
        return over;
    }

    /** The next scenario that is run in that round of the phase or in an earlier one. */
    @Nullable Scenario next(int round) {
        while (!over) {
            Scenario scenario = peeked == null ? advance() : peeked;
            peeked = scenario;
            if (scenario == null || scenario.id().round() > round) {
                return null;
            }
            peeked = null;
            taken++;
            if (mine.test(scenario.id())) {
                begun++;
                return scenario;
            }
        }
        return null;
    }

    private @Nullable Scenario advance() {
        try {
            Iterator<Scenario> iterator = rest == null ? begin() : rest;
            if (iterator.hasNext()) {
                return iterator.next();
            }
        } catch (RuntimeException e) {
            over = true;
            close();
            return new Scenario(new ScenarioId("", operation.label(), 0), operation, session -> {
                throw e;
            });
        }
        over = true;
        close();
        return null;
    }

    private Iterator<Scenario> begin() {
        Stream<Scenario> scenarios = plan.of(operation);
        Iterator<Scenario> iterator = scenarios.iterator();
        open = scenarios;
        rest = iterator;
        for (int i = 0; i < taken && iterator.hasNext(); i++) {
            iterator.next();
        }
        return iterator;
    }

    /** Lets go of what it holds in memory; what comes next is made anew from the beginning, since it is always the same. */
    void close() {
        if (open != null) {
            open.close();
        }
        open = null;
        rest = null;
        peeked = null;
    }
}

package io.contractcheck.internal.engine;

import io.contractcheck.event.ScenarioId;
import io.contractcheck.internal.phase.Phase;
import io.contractcheck.internal.phase.Scenario;
import io.contractcheck.openapi.Operation;
import java.lang.ref.SoftReference;
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
    private @Nullable Open open;
    private @Nullable SoftReference<Open> loose;
    private int taken;
    private int begun;
    private boolean over;

    /** Where in its scenarios a lane stands. */
    private static final class Open {
        private final Stream<Scenario> scenarios;
        private final Iterator<Scenario> rest;
        private @Nullable Scenario peeked;

        private Open(Stream<Scenario> scenarios) {
            this.scenarios = scenarios;
            this.rest = scenarios.iterator();
        }
    }

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
            Scenario scenario = advance();
            if (scenario == null) {
                return null;
            }
            if (scenario.id().round() > round) {
                if (open != null) {
                    open.peeked = scenario;
                }
                return null;
            }
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
            Open at = tightened();
            Scenario scenario = at.peeked;
            at.peeked = null;
            if (scenario != null) {
                return scenario;
            }
            if (at.rest.hasNext()) {
                return at.rest.next();
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

    private Open tightened() {
        Open at = open == null && loose != null ? loose.get() : open;
        loose = null;
        open = at == null ? begin() : at;
        return open;
    }

    private Open begin() {
        Open at = new Open(plan.of(operation));
        open = at;
        for (int i = 0; i < taken && at.rest.hasNext(); i++) {
            at.rest.next();
        }
        return at;
    }

    /** Keeps what it holds in memory only as long as nobody else needs the room. */
    void loosen() {
        loose = open == null ? loose : new SoftReference<>(open);
        open = null;
    }

    /** Lets go of what it holds in memory; what comes next is made anew from the beginning, since it is always the same. */
    void close() {
        if (open != null) {
            open.scenarios.close();
        }
        open = null;
        loose = null;
    }
}

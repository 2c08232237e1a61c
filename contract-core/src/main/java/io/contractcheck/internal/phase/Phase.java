package io.contractcheck.internal.phase;

import io.contractcheck.generate.walk.Lazy;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Operation;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Turns operations into scenarios. Knows nothing of transport, hooks or checks. */
public interface Phase {
    /** The name users select it by, in snake case. */
    String name();

    /**
     * What it does with each operation.
     *
     * @param api what to test
     * @param settings how much
     * @param warnings is told what users should know, such as examples that cannot be used; possibly more than once
     */
    Plan plan(Api api, PhaseSettings settings, Consumer<String> warnings);

    /** Whether its cases are made from earlier answers, so that there are none without a service. */
    default boolean needsAnswers() {
        return false;
    }

    /** Its share of the time of a run, beside those of the other phases. */
    default int weight() {
        return 1;
    }

    /** Whether its cases are as small as they can be, or what they show would be lost in smaller ones. */
    default boolean minimal() {
        return false;
    }

    /** The scenarios of an API's operations. Thread-safe. */
    @FunctionalInterface
    interface Plan {
        /**
         * Those of one operation, made while they are consumed, by rising index; always the same, whichever other operations were asked
         * for before.
         */
        Stream<Scenario> of(Operation operation);

        /** Whether an operation may have any, as far as can be told without making them. */
        default boolean mayHave(Operation operation) {
            return true;
        }

        /** Those of all operations, in their order. */
        default Stream<Scenario> all(Api api) {
            return Lazy.concat(api.operations().stream().map(operation -> () -> of(operation)));
        }
    }
}

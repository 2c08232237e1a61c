package io.contractcheck.internal.phase;

import io.contractcheck.openapi.Api;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Turns operations into scenarios. Knows nothing of transport, hooks or checks. */
public interface Phase {
    /** The name users select it by, in snake case. */
    String name();

    /**
     * The scenarios, made while they are consumed.
     *
     * @param api what to test
     * @param settings how much
     * @param warnings is told what users should know, such as examples that cannot be used
     */
    Stream<Scenario> scenarios(Api api, PhaseSettings settings, Consumer<String> warnings);

    /** Whether its cases are made from earlier answers, so that there are none without a service. */
    default boolean needsAnswers() {
        return false;
    }
}

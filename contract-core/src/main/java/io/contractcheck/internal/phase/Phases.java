package io.contractcheck.internal.phase;

import java.util.List;

/** The phases that come with ContractCheck. */
public final class Phases {
    private Phases() {}

    /** All of them, in the order in which they run. */
    public static List<Phase> standard() {
        return List.of(
                new ExamplesPhase(), new CoveragePhase(), new FuzzingPhase(), new StatefulPhase(), new SecurityPhase());
    }
}

package io.contractcheck.internal.doubt;

import io.contractcheck.event.RunSummary.HookSummary;
import java.util.List;

/** Hooks that were loaded and did nothing. */
final class UnusedHooks implements Rule {
    @Override
    public List<String> messages(Evidence evidence) {
        return evidence.cut()
                ? List.of()
                : evidence.run().hooks().stream()
                        .filter(h -> !h.required() && h.applied() == 0)
                        .map(h -> "The hook " + h.name() + " did nothing: " + why(h)
                                + "\nIf it is not needed, take it from the plugin's <dependencies>.")
                        .toList();
    }

    /** What is known of why a hook never applied; a line. */
    static String why(HookSummary hook) {
        String scope = hook.scope().map(s -> " Its scope is: " + s + ".").orElse("");
        return hook.calls() == 0
                ? "it was never asked." + scope
                        + " Nothing in the run is of the kind that it is for, or its scope leaves nothing."
                : "it was asked " + (hook.calls() == 1 ? "once" : hook.calls() + " times") + " and changed nothing."
                        + scope + " The condition that it waits for never came; look at its settings in"
                        + " <hookProperties> (contract.hookProperties.name).";
    }
}

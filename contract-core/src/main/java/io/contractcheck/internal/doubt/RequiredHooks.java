package io.contractcheck.internal.doubt;

import java.util.List;

/** Hooks that had to apply and did not. */
final class RequiredHooks implements Rule {
    @Override
    public List<String> messages(Evidence evidence) {
        return evidence.run().hooks().stream()
                .filter(h -> h.required() && h.applied() == 0)
                .map(h -> "The required hook " + h.name() + " never applied: " + UnusedHooks.why(h)
                        + (evidence.cut() ? " The run ended early, which may be why." : "")
                        + "\nIt was found in " + h.origin() + ". If it need not apply, take it out of <requiredHooks>"
                        + " (contract.requiredHooks).")
                .toList();
    }
}

package io.contractcheck.internal.doubt;

import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.CheckSummary;
import java.util.List;

/** Checks that had something to look at, and never said yes or no. */
final class UnusedChecks implements Rule {
    /** What shows only where a thing is made, and something is done to it. */
    private static final List<String> SEQUENCES = List.of("use_after_free", "ensure_resource_availability");

    @Override
    public List<String> messages(Evidence evidence) {
        return evidence.cut()
                ? List.of()
                : evidence.run().checks().stream()
                        .filter(c -> c.operations() > 0 && c.judged() == 0)
                        .map(c -> message(c, evidence.run()))
                        .toList();
    }

    private static String message(CheckSummary check, RunSummary run) {
        long withheld =
                run.withheld().stream().mapToLong(RunSummary.Withheld::cases).sum();
        String cause = withheld > 0
                ? Words.count(withheld, "case")
                        + (withheld == 1 ? " was" : " were")
                        + " not sent, since a hook or a configured header had changed them."
                : run.operationsReached2xx() == 0
                        ? "no operation answered 2xx."
                        : SEQUENCES.contains(check.name())
                                ? "no sequence came so far: what creates was refused, or its answer named nothing that others take."
                                : "the answers that it looks at never came, by their statuses or media types.";
        return "The check " + check.name() + " judged nothing, though "
                + Words.count(check.operations(), "operation") + " "
                + (check.operations() == 1 ? "gives" : "give") + " it something to look at.\nLikely cause: "
                + cause + " perOperation in summary.json has each operation's statuses.\n"
                + "If that is meant, leave the check out: <excludeChecks>" + check.name()
                + "</excludeChecks> (contract.excludeChecks).";
    }
}

package io.contractcheck.hook;

import io.contractcheck.check.Failure;
import io.contractcheck.event.RunSummary;
import java.util.List;

/**
 * Looks at the run as a whole once its last case was sent. Its failures are findings without a request.
 *
 * <pre>{@code
 * public final class EverythingReached implements RunCheckHook {
 *     public List<Failure> failures(RunSummary summary, HookContext context) {
 *         return summary.operations().stream()
 *                 .filter(operation -> !operation.reached2xx())
 *                 .map(operation -> new Failure(
 *                         new FailureId(operation.label(), "everything_reached", "never 2xx"),
 *                         "Operation never reached",
 *                         "No answer was 2xx; these came: " + operation.statuses().keySet(),
 *                         "Give it the data that it needs.",
 *                         Severity.MEDIUM))
 *                 .toList();
 *     }
 * }
 * }</pre>
 */
public non-sealed interface RunCheckHook extends Hook {
    /**
     * The failures; none if all is well.
     *
     * @param summary as far as the run has come, without the findings of these hooks; {@link RunSummary#finished} is still false
     * @return failures whose check names are in snake case and no built-in check's. One that concerns no operation alone has
     *     {@link io.contractcheck.check.FailureId#WHOLE_RUN} in its place
     */
    List<Failure> failures(RunSummary summary, HookContext context);
}

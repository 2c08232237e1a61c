package io.contractcheck.hook;

import io.contractcheck.check.CheckContext;
import io.contractcheck.check.Failure;

/**
 * Says which failures are reported, such as all but one that is known and accepted. What is left out is counted and told.
 *
 * <pre>{@code
 * public final class KnownTeapot implements FailureHook {
 *     public boolean reports(Failure failure, CheckContext seen, HookContext context) {
 *         return !failure.id().check().equals("status_code_conformance") || seen.response().status() != 418;
 *     }
 * }
 * }</pre>
 */
public non-sealed interface FailureHook extends Hook {
    /**
     * Whether the failure is reported; the first hook that says no decides.
     *
     * @param failure that a check found
     * @param seen what the check looked at
     */
    boolean reports(Failure failure, CheckContext seen, HookContext context);
}

package io.contractcheck.hook;

import io.contractcheck.openapi.Operation;

/**
 * Says which operations are tested, of those that {@code includes} and {@code excludes} leave. What is left out is told.
 *
 * <pre>{@code
 * public final class NotYetDeployed implements OperationHook {
 *     public boolean tests(Operation operation, HookContext context) {
 *         return !operation.source().node().path("x-planned").asBoolean();
 *     }
 * }
 * }</pre>
 */
public non-sealed interface OperationHook extends Hook {
    /** Whether the operation is tested. Asked once of each, before the first case; the first hook that says no decides. */
    boolean tests(Operation operation, HookContext context);
}

package io.contractcheck.hook;

import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;

/**
 * Changes a request before it is sent, after credentials were put on it.
 *
 * <pre>{@code
 * public final class Tenant implements RequestHook {
 *     public Request request(Request request, Operation operation, HookContext context) {
 *         return request.withHeader("X-Tenant", context.setting("tenant").orElse("test"));
 *     }
 * }
 * }</pre>
 */
public non-sealed interface RequestHook extends Hook {
    /** The request to send. */
    Request request(Request request, Operation operation, HookContext context);
}

package io.contractcheck.hook;

import io.contractcheck.http.Exchange;
import io.contractcheck.openapi.Operation;

/**
 * Changes what the checks see of an exchange, such as a known difference that is not to be reported.
 *
 * <pre>{@code
 * public final class LegacyContentType implements ExchangeHook {
 *     public Exchange exchange(Exchange exchange, Operation operation, HookContext context) {
 *         ...
 *     }
 * }
 * }</pre>
 */
public non-sealed interface ExchangeHook extends Hook {
    /** The exchange to check. */
    Exchange exchange(Exchange exchange, Operation operation, HookContext context);
}

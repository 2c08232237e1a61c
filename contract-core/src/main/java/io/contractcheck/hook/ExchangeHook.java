package io.contractcheck.hook;

import io.contractcheck.http.Exchange;
import io.contractcheck.openapi.Operation;

/**
 * Changes what the checks see of an exchange, such as an answer that a development environment gives in another form.
 *
 * <pre>{@code
 * public final class WithoutEnvelope implements ExchangeHook {
 *     public Exchange exchange(Exchange exchange, Operation operation, HookContext context) {
 *         Response response = exchange.response();
 *         String text = new String(response.body(), StandardCharsets.UTF_8);
 *         if (!text.startsWith("{\"data\":")) {
 *             return exchange;
 *         }
 *         byte[] bare = Json.parse(text).path("data").toString().getBytes(StandardCharsets.UTF_8);
 *         return exchange.with(response.withBody(bare));
 *     }
 * }
 * }</pre>
 */
public non-sealed interface ExchangeHook extends Hook {
    /** The exchange to check. */
    Exchange exchange(Exchange exchange, Operation operation, HookContext context);
}

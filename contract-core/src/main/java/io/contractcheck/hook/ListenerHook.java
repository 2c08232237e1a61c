package io.contractcheck.hook;

import io.contractcheck.event.RunEvent;

/**
 * Is told everything that happens, in order, one event at a time, after it went into the journal. Secrets are masked already.
 *
 * <pre>{@code
 * public final class Chat implements ListenerHook {
 *     public void on(RunEvent event, HookContext context) {
 *         if (event instanceof RunEvent.RunBroken broken) {
 *             Rooms.post(context.required("room"), broken.message());
 *         }
 *     }
 * }
 * }</pre>
 */
public non-sealed interface ListenerHook extends Hook {
    /** Something happened. */
    void on(RunEvent event, HookContext context);
}

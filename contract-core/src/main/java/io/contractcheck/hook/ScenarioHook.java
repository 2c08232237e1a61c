package io.contractcheck.hook;

import io.contractcheck.event.ScenarioId;

/**
 * Is called around each scenario, and around each time one is run again.
 *
 * <pre>{@code
 * public final class Named implements ScenarioHook {
 *     public void before(ScenarioId scenario, HookContext context) {
 *         ServiceLog.mark("begin " + scenario);
 *     }
 *
 *     public void after(ScenarioId scenario, HookContext context) {
 *         ServiceLog.mark("end " + scenario);
 *     }
 * }
 * }</pre>
 */
public non-sealed interface ScenarioHook extends Hook {
    /** A scenario is about to begin. */
    void before(ScenarioId scenario, HookContext context);

    /** A scenario is over, whatever came of it. */
    void after(ScenarioId scenario, HookContext context);
}

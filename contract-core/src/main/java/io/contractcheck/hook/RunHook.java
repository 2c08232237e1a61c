package io.contractcheck.hook;

import io.contractcheck.openapi.Api;

/**
 * Is called around the run.
 *
 * <pre>{@code
 * public final class Library implements RunHook {
 *     public void before(Run run, HookContext context) {
 *         Fixtures.load(run.baseUrl(), context.required("fixtures"));
 *     }
 *
 *     public void after(Run run, HookContext context) {
 *         Fixtures.clear(run.baseUrl());
 *     }
 * }
 * }</pre>
 */
public non-sealed interface RunHook extends Hook {
    /** The service is there, and the first case is about to be sent. */
    void before(Run run, HookContext context);

    /** The last case was sent, or the run broke. Called if {@link #before} came to its end, in reverse order. */
    void after(Run run, HookContext context);

    /**
     * A run.
     *
     * @param api with the operations that are tested
     * @param baseUrl before every operation's path, without a trailing slash
     * @param seed that makes the same cases again
     */
    record Run(Api api, String baseUrl, long seed) {}
}

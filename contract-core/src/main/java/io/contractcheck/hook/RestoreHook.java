package io.contractcheck.hook;

/**
 * Gives the service's state back, so that every scenario begins from the same one although the service commits.
 *
 * <pre>{@code
 * public final class FolderOfFiles implements RestoreHook {
 *     public RestorePoint remember(HookContext context) {
 *         Path folder = Path.of(context.required("folder"));
 *         Copy copy = Copy.of(folder);
 *         return () -> copy.putBack(folder);
 *     }
 * }
 * }</pre>
 */
public non-sealed interface RestoreHook extends Hook {
    /** Remembers the state as it is, once, before the first scenario. */
    RestorePoint remember(HookContext context);

    /** A state that was remembered. */
    @FunctionalInterface
    interface RestorePoint {
        /** Brings the state back. Called before each scenario but the first, when no request is under way. */
        void restore();
    }
}

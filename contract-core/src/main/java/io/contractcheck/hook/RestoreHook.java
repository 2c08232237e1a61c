package io.contractcheck.hook;

/**
 * Gives the service's state back, so that scenarios begin from the same one although the service commits. Users choose with
 * {@code isolation} how often; what is run again to confirm a failure, or to find smaller values for it, always begins from it.
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

    /** Whether there is a state to bring back in this run. If not, it is not asked to remember one. */
    default boolean remembers(HookContext context) {
        return true;
    }

    /** A state that was remembered. */
    @FunctionalInterface
    interface RestorePoint {
        /**
         * Brings the state back. Called by one thread at a time, when no request is under way: before each scenario, operation or phase, as the
         * isolation has it, unless nothing was sent since the last time; and before each time a scenario is run again.
         *
         * @throws HookException if it cannot be done, which breaks the run
         */
        void restore();

        /** The run is over, or broke: what was needed to bring the state back is taken away, and the state stays as it is. */
        default void forget() {}
    }
}

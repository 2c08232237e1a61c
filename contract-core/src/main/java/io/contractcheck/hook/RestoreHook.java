package io.contractcheck.hook;

/** Gives the service's state back, so that every scenario begins from the same one although the service commits. */
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

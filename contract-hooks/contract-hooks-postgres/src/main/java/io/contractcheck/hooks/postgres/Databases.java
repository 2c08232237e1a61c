package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.ResourceHook.Resource;

/** Where a database comes from. */
final class Databases {
    private Databases() {}

    /** Opens one, as the settings say. */
    static Resource open(HookContext context) {
        throw new HookException("database: no source of databases is there yet");
    }
}

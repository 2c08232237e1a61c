package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.ResourceHook;
import io.contractcheck.hook.RestoreHook;

/**
 * A PostgreSQL for the service: from Testcontainers, embedded, or one that is there already; and its state, remembered before the first
 * scenario and brought back before each other.
 *
 * <p>{@code contract:start} opens it. In a run to which no database is provided, the hook has nothing to remember and does nothing.
 */
public final class PostgresHook implements ResourceHook, RestoreHook {
    /** For the service loader. */
    public PostgresHook() {}

    /**
     * A database as the hook properties say.
     *
     * @throws HookException if there is none to be had
     */
    @Override
    public Resource open(HookContext context) {
        return Databases.open(context);
    }

    /**
     * The state of the database that is provided.
     *
     * @throws HookException if it cannot be read, or may not be changed
     */
    @Override
    public RestorePoint remember(HookContext context) {
        return State.remember(context);
    }

    /** Only of a database that is provided. */
    @Override
    public boolean remembers(HookContext context) {
        return State.isKnown(context);
    }
}

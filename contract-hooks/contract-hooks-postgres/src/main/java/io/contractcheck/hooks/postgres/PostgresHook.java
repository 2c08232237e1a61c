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
 *
 * <p>Hook properties, none of which need be set; the plugin has parameters of the same names for most:
 *
 * <ul>
 *   <li>{@code database}: {@code testcontainers}, {@code embedded}, {@code url}, or {@code auto}, which is the one that is given if
 *       {@code databaseUrl} is, else a container, else embedded where no container can be had
 *   <li>{@code strict}: {@code true} forbids {@code auto} to fall back
 *   <li>{@code databaseImage}: of the container, {@code postgres:17-alpine} unless the variable {@code CONTRACT_POSTGRES_IMAGE} of the
 *       environment names another
 *   <li>{@code databaseUrl}, {@code databaseUser}, {@code databasePassword}: of a database that is there, as JDBC has it; for one that is
 *       started, user and password are made up unless they are set
 *   <li>{@code allowExistingDatabase}: {@code true} if a database that the run did not start may be changed
 *   <li>{@code databasePort}: for one that is started, on the loopback interface; else a free one
 *   <li>{@code databaseDirectory}: for the files of an embedded one; else the JVM's folder for temporary files
 * </ul>
 *
 * <p>It provides {@code jdbcUrl} (without credentials), {@code databaseHost}, {@code databasePort}, {@code databaseName},
 * {@code databaseUser}, {@code databasePassword}, {@code databaseOwned} (whether the run started it) and {@code databaseKind}.
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
        // They are for contract:start, and set where they have no effect on this goal: that is no mistake
        Settings.NAMES.forEach(context::setting);
        context.setting(State.RESTORE);
        return State.isKnown(context);
    }
}

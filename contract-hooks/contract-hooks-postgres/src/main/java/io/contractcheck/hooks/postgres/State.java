package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.RestoreHook.RestorePoint;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The state of a database, as it was when it was remembered: by its tables where we may watch them, else as a whole. */
final class State {
    /** A hook property: {@code auto}, {@code tables} or {@code template}. */
    static final String RESTORE = "databaseRestore";

    private static final List<String> WAYS = List.of("auto", "tables", "template");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FOR_READERS = Duration.ofMillis(100);
    private static final String LOCK_TIMEOUT = "3s";

    private State() {}

    /** Whether a database is provided, so that there is a state to remember. */
    static boolean isKnown(HookContext context) {
        return context.provided("jdbcUrl").isPresent();
    }

    /**
     * Remembers it.
     *
     * @throws HookException if it cannot be remembered
     */
    static RestorePoint remember(HookContext context) {
        Target target = target(context);
        String way = context.setting(RESTORE).orElse("auto").trim();
        if (!WAYS.contains(way)) {
            throw new HookException("the hook property '" + RESTORE + "' is '" + way + "'. Write "
                    + String.join(", ", WAYS.subList(0, WAYS.size() - 1)) + " or " + WAYS.get(WAYS.size() - 1) + ".");
        }
        try {
            return way.equals("template") ? whole(target, context) : tables(target, way.equals("auto"), context);
        } catch (SQLException e) {
            throw new HookException("the state of the database " + target + " cannot be remembered: " + e.getMessage());
        }
    }

    /** The database that is provided. */
    static Target target(HookContext context) {
        String url = context.provided("jdbcUrl").orElseThrow(() -> new HookException("no database is provided"));
        return new Target(
                url,
                context.provided("databaseUser"),
                context.provided("databasePassword"),
                context.provided("databaseOwned").filter("true"::equals).isPresent());
    }

    private static RestorePoint tables(Target target, boolean orWhole, HookContext context) throws SQLException {
        Session session = open(target);
        try {
            return TableState.remember(session, target, calm(session, database(session), context), context::warn);
        } catch (SQLException e) {
            session.close();
            if (!orWhole || !Rights.INSUFFICIENT.equals(e.getSQLState())) {
                throw e;
            }
            try {
                RestorePoint whole = whole(target, context);
                context.warn("the tables of the database " + target + " cannot be watched (" + e.getMessage()
                        + "), so that its state is brought back by making the whole database anew, which is slower and"
                        + " closes the service's connections each time.");
                return whole;
            } catch (SQLException other) {
                throw new SQLException(
                        e.getMessage() + ", which it takes to bring single tables back; nor can the whole database be"
                                + " copied: " + other.getMessage()
                                + "\nLet its user create schemas in it and triggers on its tables, as their owner may; or"
                                + " create databases. Or set isolation to none, and take the hook away.",
                        other);
            }
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static RestorePoint whole(Target target, HookContext context) throws SQLException {
        String database;
        try (Session session = open(target)) {
            database = database(session);
        }
        Session session = open(TemplateState.beside(target));
        try {
            return TemplateState.remember(session, database, calm(session, database, context));
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static Calm calm(Session session, String database, HookContext context) {
        return new Calm(session, database, PATIENCE, FOR_READERS, context::warn);
    }

    private static String database(Session session) throws SQLException {
        return session.query("SELECT current_database()", row -> row.getString(1))
                .get(0);
    }

    private static Session open(Target target) throws SQLException {
        Session session = Session.open(target);
        try {
            session.execute("SET lock_timeout = '" + LOCK_TIMEOUT + "'; SET synchronous_commit = off");
            session.query(
                    "SELECT set_config(name, '0', false) FROM pg_catalog.pg_settings WHERE name IN"
                            + " ('statement_timeout', 'idle_session_timeout', 'idle_in_transaction_session_timeout')",
                    row -> row.getString(1));
            session.query("SELECT set_config('default_transaction_read_only', 'off', false)", row -> row.getString(1));
        } catch (SQLException e) {
            session.close();
            throw e;
        }
        return session;
    }
}

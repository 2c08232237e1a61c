package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookException;
import io.contractcheck.hook.RestoreHook.RestorePoint;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole database, brought back by making it anew from a copy. The service's connections are closed each time. */
final class TemplateState implements RestorePoint {
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql:(?://[^/]*/)?)([^?]*)(.*)");
    private static final String IN_USE = "55006";
    private static final int TRIES = 20;

    private final Session session;
    private final Calm calm;
    private final String database;
    private final String copy;
    private final String owner;

    private TemplateState(Session session, Calm calm, String database, String owner) {
        this.session = session;
        this.calm = calm;
        this.database = database;
        this.copy = database + "_contractcheck";
        this.owner = owner;
    }

    /** The database beside it from which others are made and dropped. */
    static Target beside(Target target) throws SQLException {
        Matcher url = URL.matcher(target.jdbcUrl());
        if (!url.matches()) {
            throw new SQLException(
                    "'" + target.jdbcUrl() + "' is no URL of PostgreSQL: jdbc:postgresql://host:port/name");
        }
        return new Target(url.group(1) + "postgres" + url.group(3), target.user(), target.password(), target.owned());
    }

    /**
     * Remembers a database.
     *
     * @param session with another one, of which it takes possession
     */
    static TemplateState remember(Session session, String database, Calm calm) throws SQLException {
        Optional<String> owner = session
                .query(
                        "SELECT pg_get_userbyid(datdba) FROM pg_catalog.pg_database WHERE datname = ?",
                        row -> row.getString(1),
                        database)
                .stream()
                .findFirst();
        if (owner.isEmpty()) {
            throw new SQLException("there is no database " + database);
        }
        TemplateState state = new TemplateState(session, calm, database, owner.get());
        calm.await();
        state.drop(state.copy);
        state.make(state.copy, database);
        session.execute("ALTER DATABASE " + Session.quoted(database) + " ALLOW_CONNECTIONS true");
        return state;
    }

    @Override
    public void restore() {
        try {
            calm.await();
            drop(database);
            make(database, copy);
        } catch (SQLException e) {
            throw new HookException(
                    "the database " + database + " cannot be made anew from its copy: " + e.getMessage());
        }
    }

    private void make(String made, String from) throws SQLException {
        alone(
                from,
                "CREATE DATABASE " + Session.quoted(made) + " TEMPLATE " + Session.quoted(from) + " OWNER "
                        + Session.quoted(owner));
    }

    private void drop(String dropped) throws SQLException {
        if (!session.query(
                        "SELECT datname FROM pg_catalog.pg_database WHERE datname = ?",
                        row -> row.getString(1),
                        dropped)
                .isEmpty()) {
            alone(dropped, "DROP DATABASE " + Session.quoted(dropped));
        }
    }

    /** While nobody is connected. */
    private void alone(String used, String sql) throws SQLException {
        session.execute("ALTER DATABASE " + Session.quoted(used) + " ALLOW_CONNECTIONS false");
        for (int i = 1; ; i++) {
            terminate(used);
            try {
                session.execute(sql);
                return;
            } catch (SQLException e) {
                if (!IN_USE.equals(e.getSQLState()) || i == TRIES) {
                    throw e; // the server itself waits for those that go
                }
            }
        }
    }

    /** Those of others whom we may not end are waited for by the server, for a while. */
    private void terminate(String used) throws SQLException {
        for (int pid : session.query(
                "SELECT pid FROM pg_catalog.pg_stat_activity WHERE datname = ? AND pid <> pg_backend_pid()",
                row -> row.getInt(1),
                used)) {
            try {
                session.query("SELECT pg_terminate_backend(?)", row -> row.getBoolean(1), pid);
            } catch (SQLException e) {
                if (!Rights.INSUFFICIENT.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void forget() {
        try {
            drop(copy);
        } catch (SQLException e) {
            throw new HookException("the copy " + copy + " of the database is left: " + e.getMessage());
        } finally {
            session.close();
        }
    }
}

package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Waits until no transaction is under way in a database but our own. One that has written must end; one that only reads, or holds its
 * transaction open for nothing, is waited for once and then left alone.
 */
final class Calm {
    private static final long LONGEST_PAUSE = 20;

    private final Session session;
    private final String database;
    private final Duration patience;
    private final Duration forReaders;
    private final Consumer<String> warnings;
    private final Set<String> readers = new LinkedHashSet<>();

    /**
     * A transaction that is under way.
     *
     * @param writes whether it has changed something
     * @param running whether it is doing something at this moment
     */
    private record Open(
            int pid,
            String user,
            String application,
            String state,
            String query,
            double seconds,
            boolean writes,
            boolean running,
            String id) {
        String described() {
            return "session " + pid + " (user " + user + (application.isEmpty() ? "" : ", application " + application)
                    + ", " + state + ", in this transaction for " + Math.round(seconds * 10) / 10.0
                    + " s), whose last statement is: " + query;
        }
    }

    /**
     * Of a database.
     *
     * @param patience how long to wait for a transaction that must end
     * @param forReaders how long to wait for others
     */
    Calm(Session session, String database, Duration patience, Duration forReaders, Consumer<String> warnings) {
        this.session = session;
        this.database = database;
        this.patience = patience;
        this.forReaders = forReaders;
        this.warnings = warnings;
    }

    /**
     * Waits.
     *
     * @throws HookException if a transaction does not end in time
     */
    void await() throws SQLException {
        long begin = System.nanoTime();
        long pause = 1;
        for (List<Open> open = open(); !open.isEmpty(); open = open()) {
            long waited = System.nanoTime() - begin;
            boolean needed = open.stream().anyMatch(o -> o.writes() || o.running());
            if (!needed && waited > forReaders.toNanos()) {
                leave(open);
                return;
            }
            if (waited > patience.toNanos()) {
                if (open.stream().noneMatch(Open::writes)) {
                    leave(open);
                    return;
                }
                throw new HookException(
                        "the state of the database cannot be brought back: a transaction did not end within "
                                + patience.toMillis() / 1000.0 + " s of the last request.\n" + described(open)
                                + "\nLet the service end its transactions with its answers, or end that session.");
            }
            pause(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    /** Who may hold a lock that could not be had. */
    HookException locked(SQLException cause) throws SQLException {
        readers.clear();
        List<Open> open = open();
        return new HookException(
                "the state of the database cannot be brought back: a lock is held by another transaction"
                        + " during restore (" + cause.getMessage() + ").\n"
                        + (open.isEmpty() ? "No open transaction is to be seen any more." : described(open))
                        + "\nLet the service end its transactions with its answers, or end that session.");
    }

    private static String described(List<Open> open) {
        List<String> all = new ArrayList<>();
        open.forEach(o -> all.add(o.described()));
        return all.stream().collect(Collectors.joining("\n"));
    }

    private void leave(List<Open> open) {
        for (Open each : open) {
            readers.add(each.id());
            warnings.accept(
                    "a transaction that only reads stays open between requests, so that it does not see that the"
                            + " state of the database was brought back: user " + each.user()
                            + (each.application().isEmpty() ? "" : ", application " + each.application())
                            + ", whose last statement is: " + each.query());
        }
    }

    private List<Open> open() throws SQLException {
        return session
                .query(
                        "SELECT pid, coalesce(usename, ''), coalesce(application_name, ''), coalesce(state, ''),"
                                + " left(regexp_replace(coalesce(query, ''), '\\s+', ' ', 'g'), 200),"
                                + " extract(epoch FROM clock_timestamp() - xact_start), backend_xid IS NOT NULL,"
                                + " state = 'active', pid || ' ' || xact_start FROM pg_catalog.pg_stat_activity"
                                + " WHERE datname = ? AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
                                + " AND xact_start IS NOT NULL ORDER BY xact_start",
                        row -> new Open(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getDouble(6),
                                row.getBoolean(7),
                                row.getBoolean(8),
                                row.getString(9)),
                        database)
                .stream()
                .filter(o -> o.writes() || !readers.contains(o.id()))
                .toList();
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HookException("the run was interrupted while the state of the database was brought back");
        }
    }
}

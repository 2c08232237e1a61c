package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookException;
import io.contractcheck.hook.RestoreHook.RestorePoint;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rows of all tables and the places of all sequences, brought back by undoing what was written: only tables that were written to are
 * looked at. The service keeps its connections. Not brought back are large objects, foreign tables, other databases, and what the service
 * holds in its own memory.
 */
final class TableState implements RestorePoint {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";

    private final Session session;
    private final Target target;
    private final Consumer<String> warnings;
    private final Calm calm;
    private final Journal journal;
    private final Seed seed;
    private final Undo undo;
    private final Sequences sequences;
    private final Views views;
    private final boolean free;
    private final long largeObjects;
    private List<String> shape;
    private Catalog catalog;

    private TableState(Session session, Target target, Calm calm, Consumer<String> warnings) throws SQLException {
        this.session = session;
        this.target = target;
        this.calm = calm;
        this.warnings = warnings;
        this.journal = Journal.create(session);
        this.seed = new Seed(session);
        this.undo = new Undo(session, seed);
        this.shape = Catalog.shape(session);
        this.catalog = Catalog.read(session);
        for (Table table : catalog.tables().values()) {
            journal.watch(table); // its lock keeps writers out until all is copied
        }
        for (Table table : catalog.tables().values()) {
            seed.copy(table);
        }
        this.sequences = Sequences.remember(session);
        this.views = Views.remember(session);
        this.largeObjects = largeObjects();
        this.free = Rights.replica(session);
    }

    /**
     * Remembers the state.
     *
     * @param session of which it takes possession
     * @throws SQLException with the state 42501 if the user may not do what it takes
     */
    static TableState remember(Session session, Target target, Calm calm, Consumer<String> warnings)
            throws SQLException {
        calm.await();
        TableState state =
                guard(calm, () -> session.transaction(() -> new TableState(session, target, calm, warnings)));
        if (state.free) {
            session.execute("SET session_replication_role = replica");
        } else {
            warnings.accept("the user of the database may not set session_replication_role, so that foreign keys and"
                    + " triggers act while its state is brought back, which is slower and may not be possible. Use a"
                    + " superuser, or from PostgreSQL 15 on: GRANT SET ON PARAMETER session_replication_role TO ...");
        }
        List<String> foreign = session.query(
                "SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
                        + " ON n.oid = c.relnamespace WHERE c.relkind = 'f' AND " + Catalog.SCHEMAS + " ORDER BY 1",
                row -> row.getString(1));
        if (!foreign.isEmpty()) {
            warnings.accept("foreign tables are not brought back: " + String.join(", ", foreign));
        }
        return state;
    }

    /** A place in the journal, for {@link #since}. */
    long mark() throws SQLException {
        return journal.mark();
    }

    /** What was committed after a mark, or since the state was last brought back. */
    List<Touched> since(long mark) throws SQLException {
        return journal.since(mark);
    }

    @Override
    public void restore() {
        try {
            calm.await();
            guard(calm, () -> session.transaction(this::putBack));
        } catch (SQLException e) {
            throw new HookException(
                    "the state of the database " + target + " cannot be brought back: " + e.getMessage());
        }
    }

    private boolean putBack() throws SQLException {
        Set<Long> touched = new LinkedHashSet<>(journal.take());
        List<String> now = Catalog.shape(session);
        if (!now.equals(shape)) {
            touched.addAll(reshape());
            shape = now;
        }
        if (!touched.isEmpty()) {
            undo(catalog.withChildren(List.copyOf(touched)));
        }
        sequences.putBack();
        views.putBack();
        return !touched.isEmpty();
    }

    private void undo(Set<Long> touched) throws SQLException {
        if (free) {
            undo.freely(rows(touched));
            return;
        }
        List<Table> tables = rows(catalog.withReferring(touched));
        List<String> triggers = Rights.triggers(session, tables);
        for (String trigger : triggers) {
            session.execute(trigger.formatted("DISABLE"));
        }
        undo.within(tables);
        for (Table table : tables) {
            if (undo.differing(table) > 0) {
                throw new HookException(
                        "the state of the database " + target + " cannot be brought back: foreign keys or"
                                + " triggers change " + table.described() + " meanwhile. Let its user set"
                                + " session_replication_role, as a superuser may.");
            }
        }
        for (String trigger : triggers) {
            session.execute(trigger.formatted("ENABLE"));
        }
        journal.forgetOwn();
    }

    private List<Table> rows(Set<Long> oids) {
        return catalog.inOrder(oids).stream().filter(Table::hasRows).toList();
    }

    /** Takes note of tables that came, went or changed. */
    private Set<Long> reshape() throws SQLException {
        Catalog now = Catalog.read(session);
        Set<String> missing = seed.missing(now);
        if (!missing.isEmpty()) {
            throw new HookException(
                    "the state of the database " + target + " cannot be brought back: the service dropped "
                            + String.join(", ", missing)
                            + ". Set the hook property databaseRestore to template, which brings the"
                            + " whole database back and closes the service's connections for it.");
        }
        Set<Long> changed = new LinkedHashSet<>();
        for (Table table : now.tables().values()) {
            Table known = catalog.tables().get(table.oid());
            if (known == null) {
                journal.watch(table);
            }
            if (table.hasRows() && !seed.has(table)) {
                seed.none(table);
                warnings.accept("the service made the table " + table.described()
                        + " while the run went on: it is emptied, and not dropped, when the state is brought back.");
            }
            if (!table.equals(known)) {
                changed.add(table.oid());
            }
        }
        catalog = now;
        sequences.refresh();
        return changed;
    }

    @Override
    public void forget() {
        try {
            if (largeObjects() != largeObjects) {
                warnings.accept(
                        "the service wrote large objects, which are not brought back with the rest of the database's"
                                + " state.");
            }
            if (!target.owned()) {
                session.execute("RESET session_replication_role");
                Journal.drop(session);
            }
        } catch (SQLException e) {
            warnings.accept("the schema " + Journal.SCHEMA + " is left in the database " + target + ": "
                    + e.getMessage() + " Take it away by DROP SCHEMA " + Journal.SCHEMA
                    + " CASCADE; the next run does so, too.");
        } finally {
            session.close();
        }
    }

    private long largeObjects() throws SQLException {
        return session.query("SELECT count(*) FROM pg_catalog.pg_largeobject_metadata", row -> row.getLong(1))
                .get(0);
    }

    private static <T> T guard(Calm calm, Session.Work<T> work) throws SQLException {
        try {
            return work.run();
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || DEADLOCK.equals(e.getSQLState())) {
                throw calm.locked(e);
            }
            throw e;
        }
    }
}

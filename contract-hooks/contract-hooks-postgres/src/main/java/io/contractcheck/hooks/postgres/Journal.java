package io.contractcheck.hooks.postgres;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which tables were written to, by triggers of whole statements: a row is there once its transaction is committed, and never if it was rolled
 * back. What writes with triggers off is not seen.
 */
final class Journal {
    /** Where all that is ours stands in the database. */
    static final String SCHEMA = "contractcheck";

    private static final String TABLE = SCHEMA + ".journal";
    private static final String TRIGGER = "contractcheck_journal";

    private final Session session;

    private Journal(Session session) {
        this.session = session;
    }

    /** Begins it, in place of what a run that was killed may have left. */
    static Journal create(Session session) throws SQLException {
        session.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE; CREATE SCHEMA " + SCHEMA + ";"
                + " CREATE UNLOGGED TABLE " + TABLE + " (number bigint GENERATED ALWAYS AS IDENTITY,"
                + " transaction bigint NOT NULL, tab oid NOT NULL, operation text NOT NULL);"
                // whoever writes may not be allowed to write here
                + " CREATE FUNCTION " + SCHEMA + ".note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$"
                + " BEGIN INSERT INTO " + TABLE + " (transaction, tab, operation)"
                + " VALUES (pg_catalog.txid_current(), TG_RELID, TG_OP); RETURN NULL; END $$");
        return new Journal(session);
    }

    /** Watches a table from now on. */
    void watch(Table table) throws SQLException {
        session.execute("CREATE TRIGGER " + TRIGGER + " AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "
                + table.quoted() + " FOR EACH STATEMENT EXECUTE FUNCTION " + SCHEMA + ".note()");
    }

    /** The last number there is, or 0. */
    long mark() throws SQLException {
        return session.query("SELECT coalesce(max(number), 0) FROM " + TABLE, row -> row.getLong(1))
                .get(0);
    }

    /** What was written after a mark; sound once no transaction is under way. */
    List<Touched> since(long mark) throws SQLException {
        return session.query(
                "SELECT number, transaction, tab, operation FROM " + TABLE + " WHERE number > ? ORDER BY number",
                row -> new Touched(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4)),
                mark);
    }

    /** The tables written to since it was last asked, once each. What is committed meanwhile is kept for the next time. */
    Set<Long> take() throws SQLException {
        return new LinkedHashSet<>(session.query("DELETE FROM " + TABLE + " RETURNING tab", row -> row.getLong(1)));
    }

    /** Forgets what our own transaction wrote. */
    void forgetOwn() throws SQLException {
        session.update("DELETE FROM " + TABLE + " WHERE transaction = txid_current()");
    }

    /** Takes it away, with its triggers. */
    static void drop(Session session) throws SQLException {
        session.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }
}

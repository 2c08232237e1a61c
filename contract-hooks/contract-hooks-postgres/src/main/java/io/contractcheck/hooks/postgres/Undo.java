package io.contractcheck.hooks.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes tables equal to their copies, within a transaction. Nothing but rows is changed, so that locks are those of any writer and what the
 * service has prepared stays valid. Rows that are as they were are not written.
 */
final class Undo {
    private final Session session;
    private final Seed seed;

    Undo(Session session, Seed seed) {
        this.session = session;
        this.seed = seed;
    }

    /** Where no constraint between tables and no trigger acts: in any order. */
    void freely(List<Table> tables) throws SQLException {
        for (Table each : tables) {
            Table table = seed.known(each);
            if (table.key().isEmpty()) {
                rewrite(table);
            } else {
                session.update("DELETE FROM ONLY " + table.quoted() + " t WHERE NOT EXISTS (SELECT FROM "
                        + seed.quoted(table) + " s WHERE " + table.sameKey("s", "t") + " AND " + table.sameRow("s", "t")
                        + ")");
                insertMissing(table);
            }
        }
    }

    /** Where constraints hold: what refers to others goes first and comes last. */
    void within(List<Table> tables) throws SQLException {
        session.execute("SET CONSTRAINTS ALL DEFERRED");
        for (int i = tables.size() - 1; i >= 0; i--) {
            Table table = seed.known(tables.get(i));
            session.update(
                    table.key().isEmpty()
                            ? "DELETE FROM ONLY " + table.quoted()
                            : "DELETE FROM ONLY " + table.quoted() + " t WHERE NOT EXISTS (SELECT FROM "
                                    + seed.quoted(table) + " s WHERE " + table.sameKey("s", "t") + ")");
        }
        for (Table each : tables) {
            Table table = seed.known(each);
            if (table.key().isEmpty()) {
                insertAll(table);
            } else {
                updateChanged(table);
                insertMissing(table);
            }
        }
        for (Table each : tables) {
            Table table = seed.known(each);
            if (!table.key().isEmpty()) {
                updateChanged(table); // what insertions elsewhere have changed
            }
        }
    }

    /** How many rows differ. */
    long differing(Table each) throws SQLException {
        Table table = seed.known(each);
        String rows = "SELECT ROW(" + table.columns("") + ")::text FROM ";
        String now = rows + "ONLY " + table.quoted();
        String then = rows + seed.quoted(table);
        return session.query(
                        "SELECT count(*) FROM ((" + now + " EXCEPT ALL " + then + ") UNION ALL (" + then
                                + " EXCEPT ALL " + now + ")) d",
                        row -> row.getLong(1))
                .get(0);
    }

    private void rewrite(Table table) throws SQLException {
        session.update("DELETE FROM ONLY " + table.quoted());
        insertAll(table);
    }

    private void insertAll(Table table) throws SQLException {
        session.update(insert(table));
    }

    private void insertMissing(Table table) throws SQLException {
        session.update(insert(table) + " WHERE NOT EXISTS (SELECT FROM ONLY " + table.quoted() + " t WHERE "
                + table.sameKey("t", "s") + ")");
    }

    private String insert(Table table) {
        return "INSERT INTO " + table.quoted() + " (" + table.columns("") + ") OVERRIDING SYSTEM VALUE SELECT "
                + table.columns("s.") + " FROM " + seed.quoted(table) + " s";
    }

    private void updateChanged(Table table) throws SQLException {
        String values = table.columns().stream()
                .filter(c -> !c.numbered() && !table.key().contains(c.name()))
                .map(c -> c.quoted() + " = s." + c.quoted())
                .collect(Collectors.joining(", "));
        if (!values.isEmpty()) {
            session.update("UPDATE ONLY " + table.quoted() + " t SET " + values + " FROM " + seed.quoted(table)
                    + " s WHERE " + table.sameKey("s", "t") + " AND NOT (" + table.sameRow("s", "t") + ")");
        }
    }
}

package io.contractcheck.hooks.postgres;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.stream.Collectors;

/** What our user may do. */
final class Rights {
    /** What the server says of what one may not do. */
    static final String INSUFFICIENT = "42501";

    private Rights() {}

    /** Whether foreign keys and triggers can be kept from acting, for our session alone. Within a transaction. */
    static boolean replica(Session session) throws SQLException {
        Savepoint before = session.savepoint();
        try {
            session.execute("SET LOCAL session_replication_role = replica");
            return true;
        } catch (SQLException e) {
            if (INSUFFICIENT.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        } finally {
            session.rollback(before);
        }
    }

    /** For each trigger of the service's on those tables a statement that switches it, with a place for DISABLE or ENABLE. */
    static List<String> triggers(Session session, List<Table> tables) throws SQLException {
        if (tables.isEmpty()) {
            return List.of();
        }
        String oids = tables.stream().map(t -> Long.toString(t.oid())).collect(Collectors.joining(", "));
        return session.query(
                "SELECT tgrelid::regclass::text, tgname FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc p"
                        + " ON p.oid = t.tgfoid WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
                        + " AND p.pronamespace::regnamespace::text <> '" + Journal.SCHEMA + "' AND tgrelid IN (" + oids
                        + ")",
                row -> "ALTER TABLE " + row.getString(1).replace("%", "%%") + " %s TRIGGER "
                        + Session.quoted(row.getString(2)).replace("%", "%%"));
    }
}

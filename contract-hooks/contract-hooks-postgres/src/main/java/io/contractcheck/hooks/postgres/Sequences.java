package io.contractcheck.hooks.postgres;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where all sequences stood, those of identity columns too. What a session of the service holds in its cache is not known. */
final class Sequences {
    private final Session session;
    private final Map<Long, Place> remembered;
    private String read = "";

    /** Where one stands. */
    private record Place(long oid, long last, boolean called) {}

    private Sequences(Session session) throws SQLException {
        this.session = session;
        this.remembered = new LinkedHashMap<>();
        refresh();
        places().forEach(place -> remembered.put(place.oid(), place));
    }

    static Sequences remember(Session session) throws SQLException {
        return new Sequences(session);
    }

    /** Some may have come, or gone. */
    void refresh() throws SQLException {
        read = session
                .query(
                        "SELECT c.oid, n.nspname, c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
                                + " ON n.oid = c.relnamespace WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND "
                                + Catalog.SCHEMAS + " ORDER BY n.nspname, c.relname",
                        row -> "SELECT " + row.getLong(1) + "::bigint, last_value, is_called FROM "
                                + Session.quoted(row.getString(2)) + "." + Session.quoted(row.getString(3)))
                .stream()
                .collect(Collectors.joining(" UNION ALL "));
    }

    private List<Place> places() throws SQLException {
        return read.isEmpty()
                ? List.of()
                : session.query(read, row -> new Place(row.getLong(1), row.getLong(2), row.getBoolean(3)));
    }

    /** Those that came since are left where they are. */
    void putBack() throws SQLException {
        for (Place place : places()) {
            Place was = remembered.get(place.oid());
            if (was != null && !was.equals(place)) {
                session.query(
                        "SELECT setval(?::bigint::regclass, ?, ?)",
                        row -> row.getLong(1),
                        was.oid(),
                        was.last(),
                        was.called());
            }
        }
    }
}

package io.contractcheck.hooks.postgres;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Materialized views: one that was refreshed is refreshed again, once the tables are as they were. */
final class Views {
    private final Session session;
    private final Map<String, String> signs = new LinkedHashMap<>();
    private final String read;

    private Views(Session session) throws SQLException {
        this.session = session;
        this.read = session
                .query(
                        "SELECT c.oid, n.nspname, c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
                                + " ON n.oid = c.relnamespace WHERE c.relkind = 'm' AND c.relispopulated AND "
                                + Catalog.SCHEMAS + " ORDER BY n.nspname, c.relname",
                        row -> {
                            String name = Session.quoted(row.getString(2)) + "." + Session.quoted(row.getString(3));
                            return "SELECT " + literal(name) + ", pg_relation_filenode(" + row.getLong(1)
                                    + "::oid::regclass) || ' ' || count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) FROM "
                                    + name;
                        })
                .stream()
                .collect(Collectors.joining(" UNION ALL "));
        signs().forEach(sign -> signs.put(sign.getKey(), sign.getValue()));
    }

    static Views remember(Session session) throws SQLException {
        return new Views(session);
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private List<Map.Entry<String, String>> signs() throws SQLException {
        return read.isEmpty() ? List.of() : session.query(read, row -> Map.entry(row.getString(1), row.getString(2)));
    }

    void putBack() throws SQLException {
        boolean refreshed = false;
        for (Map.Entry<String, String> sign : signs()) {
            if (!sign.getValue().equals(signs.get(sign.getKey()))) {
                session.execute("REFRESH MATERIALIZED VIEW " + sign.getKey());
                refreshed = true;
            }
        }
        if (refreshed) {
            signs().forEach(sign -> signs.put(sign.getKey(), sign.getValue()));
        }
    }
}

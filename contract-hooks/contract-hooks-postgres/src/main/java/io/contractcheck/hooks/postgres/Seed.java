package io.contractcheck.hooks.postgres;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Copies of tables, by their names: one that is dropped and made again is the same one. */
final class Seed {
    private final Session session;
    private final Map<String, Copy> copies = new LinkedHashMap<>();

    /** A copy with the columns that the table had. */
    private record Copy(String quoted, List<Table.Column> columns) {}

    Seed(Session session) {
        this.session = session;
    }

    void copy(Table table) throws SQLException {
        if (!table.hasRows()) {
            return;
        }
        String copy = Journal.SCHEMA + "." + Session.quoted("t" + copies.size());
        session.execute(
                "CREATE UNLOGGED TABLE " + copy + " AS SELECT " + table.columns("") + " FROM ONLY " + table.quoted());
        if (!table.key().isEmpty()) {
            session.execute("CREATE UNIQUE INDEX ON " + copy + " ("
                    + table.key().stream().map(Session::quoted).collect(Collectors.joining(", ")) + ")");
        }
        session.execute("ANALYZE " + copy);
        copies.put(table.described(), new Copy(copy, table.columns()));
    }

    /** An empty one, for a table that was not there. */
    void none(Table table) throws SQLException {
        String copy = Journal.SCHEMA + "." + Session.quoted("t" + copies.size());
        session.execute("CREATE UNLOGGED TABLE " + copy + " AS SELECT " + table.columns("") + " FROM ONLY "
                + table.quoted() + " WHERE false");
        copies.put(table.described(), new Copy(copy, table.columns()));
    }

    /** The copied tables that are no longer there. */
    Set<String> missing(Catalog catalog) {
        Set<String> missing = new LinkedHashSet<>(copies.keySet());
        catalog.tables().values().forEach(table -> missing.remove(table.described()));
        return missing;
    }

    boolean has(Table table) {
        return copies.containsKey(table.described());
    }

    /** The table as far as it was copied: columns that it got since then are left to their defaults. */
    Table known(Table table) {
        Copy copy = of(table);
        List<Table.Column> both = table.columns().stream()
                .filter(c -> copy.columns.stream().anyMatch(k -> k.name().equals(c.name())))
                .toList();
        return new Table(
                table.oid(), table.schema(), table.name(), table.partitioned(), table.attributes(), both, table.key());
    }

    String quoted(Table table) {
        return of(table).quoted;
    }

    private Copy of(Table table) {
        Copy copy = copies.get(table.described());
        if (copy == null) {
            throw new IllegalStateException("there is no copy of " + table.described());
        }
        return copy;
    }
}

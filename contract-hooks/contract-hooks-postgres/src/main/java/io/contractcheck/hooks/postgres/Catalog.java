package io.contractcheck.hooks.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands in a database, but for the system's and ours.
 *
 * @param tables by object number, by name
 * @param children of parents by inheritance or partitioning, by the parent's object number
 * @param references of tables, by object number: those that they refer to
 */
record Catalog(Map<Long, Table> tables, Map<Long, List<Long>> children, Map<Long, List<Long>> references) {
    /** Which schemas are the user's. */
    static final String SCHEMAS = "n.nspname NOT IN ('pg_catalog', 'information_schema', '" + Journal.SCHEMA
            + "') AND n.nspname NOT LIKE 'pg\\_toast%' AND n.nspname NOT LIKE 'pg\\_temp%'";

    private static final String TABLES = " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
            + " ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND " + SCHEMAS;

    /** Where these are the same, no table was made, changed or dropped. */
    static List<String> shape(Session session) throws SQLException {
        return session.query(
                "SELECT c.oid || ' ' || c.relnatts || ' ' || n.nspname || '.' || c.relname" + TABLES
                        + " ORDER BY n.nspname, c.relname",
                row -> row.getString(1));
    }

    static Catalog read(Session session) throws SQLException {
        Map<Long, List<Table.Column>> columns = columns(session);
        Map<Long, List<String>> keys = keys(session);
        Map<Long, Table> tables = new LinkedHashMap<>();
        session.query(
                        "SELECT c.oid, n.nspname, c.relname, c.relkind = 'p', c.relnatts" + TABLES
                                + " ORDER BY n.nspname, c.relname",
                        row -> new Table(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getInt(5),
                                columns.getOrDefault(row.getLong(1), List.of()),
                                keys.getOrDefault(row.getLong(1), List.of())))
                .forEach(table -> tables.put(table.oid(), table));
        return new Catalog(
                tables,
                pairs(session, "SELECT inhparent, inhrelid FROM pg_catalog.pg_inherits ORDER BY 1, 2"),
                pairs(
                        session,
                        "SELECT DISTINCT conrelid, confrelid FROM pg_catalog.pg_constraint WHERE contype = 'f'"
                                + " AND conrelid <> confrelid ORDER BY 1, 2"));
    }

    private static Map<Long, List<Table.Column>> columns(Session session) throws SQLException {
        Map<Long, List<Table.Column>> columns = new LinkedHashMap<>();
        session.query(
                "SELECT a.attrelid, a.attname, a.attidentity = 'a' FROM pg_catalog.pg_attribute a"
                        + " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid WHERE c.relkind IN ('r', 'p')"
                        + " AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''"
                        + " ORDER BY a.attrelid, a.attnum",
                row -> columns.computeIfAbsent(row.getLong(1), oid -> new ArrayList<>())
                        .add(new Table.Column(row.getString(2), row.getBoolean(3))));
        return columns;
    }

    /** The primary key, else another unique index over columns that are never null. */
    private static Map<Long, List<String>> keys(Session session) throws SQLException {
        Map<Long, Map<Long, List<String>>> indexes = new LinkedHashMap<>();
        session.query(
                "SELECT i.indrelid, i.indexrelid, a.attname FROM pg_catalog.pg_index i"
                        + " CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY k(attnum, place)"
                        + " JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum"
                        + " WHERE i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL"
                        + " AND k.place <= i.indnkeyatts AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute n"
                        + " WHERE n.attrelid = i.indrelid AND n.attnum = ANY (i.indkey::int2[])"
                        + " AND (NOT n.attnotnull OR n.attgenerated <> ''))"
                        + " ORDER BY i.indrelid, NOT i.indisprimary, i.indexrelid, k.place",
                row -> indexes.computeIfAbsent(row.getLong(1), oid -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getLong(2), oid -> new ArrayList<>())
                        .add(row.getString(3)));
        Map<Long, List<String>> keys = new LinkedHashMap<>();
        indexes.forEach((table, of) -> keys.put(table, of.values().iterator().next()));
        return keys;
    }

    private static Map<Long, List<Long>> pairs(Session session, String sql) throws SQLException {
        Map<Long, List<Long>> pairs = new LinkedHashMap<>();
        session.query(
                sql,
                row -> pairs.computeIfAbsent(row.getLong(1), k -> new ArrayList<>())
                        .add(row.getLong(2)));
        return pairs;
    }

    /** With all that hangs below them: what is written through a parent may stand in a child. */
    Set<Long> withChildren(List<Long> oids) {
        Set<Long> all = new LinkedHashSet<>();
        oids.forEach(oid -> add(oid, children, all));
        return all;
    }

    /** With all that refers to them, directly or not: what is deleted there may be deleted here, too. */
    Set<Long> withReferring(Set<Long> oids) {
        Map<Long, List<Long>> referring = new LinkedHashMap<>();
        references.forEach((from, tos) -> tos.forEach(
                to -> referring.computeIfAbsent(to, k -> new ArrayList<>()).add(from)));
        Set<Long> all = new LinkedHashSet<>();
        oids.forEach(oid -> add(oid, referring, all));
        return all;
    }

    private static void add(long oid, Map<Long, List<Long>> edges, Set<Long> all) {
        if (all.add(oid)) {
            edges.getOrDefault(oid, List.of()).forEach(next -> add(next, edges, all));
        }
    }

    /** Those tables, each after those that it refers to, as far as they do not refer to each other in a circle. */
    List<Table> inOrder(Set<Long> oids) {
        Set<Long> ordered = new LinkedHashSet<>();
        tables.keySet().stream().filter(oids::contains).forEach(oid -> order(oid, new LinkedHashSet<>(), ordered));
        return ordered.stream()
                .filter(oids::contains)
                .filter(tables::containsKey)
                .map(tables::get)
                .toList();
    }

    private void order(long oid, Set<Long> path, Set<Long> ordered) {
        if (ordered.contains(oid) || !path.add(oid)) {
            return;
        }
        references.getOrDefault(oid, List.of()).forEach(to -> order(to, path, ordered));
        ordered.add(oid);
    }
}

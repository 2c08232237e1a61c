package io.contractcheck.hooks.postgres;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the service's.
 *
 * @param oid its object number
 * @param schema its schema's name
 * @param name its own
 * @param partitioned whether its rows stand in its partitions only
 * @param attributes how many columns it ever had
 * @param columns those that can be written
 * @param key columns that tell its rows apart, none of them ever null; empty if there are none
 */
record Table(
        long oid,
        String schema,
        String name,
        boolean partitioned,
        int attributes,
        List<Column> columns,
        List<String> key) {
    /**
     * A column that can be written.
     *
     * @param numbered whether the database alone gives its values (GENERATED ALWAYS AS IDENTITY)
     */
    record Column(String name, boolean numbered) {
        String quoted() {
            return Session.quoted(name);
        }
    }

    String quoted() {
        return Session.quoted(schema) + "." + Session.quoted(name);
    }

    /** As users write it. */
    String described() {
        return schema + "." + name;
    }

    boolean hasRows() {
        return !partitioned && !columns.isEmpty();
    }

    /** The columns with a prefix, in a list. */
    String columns(String prefix) {
        return columns.stream().map(c -> prefix + c.quoted()).collect(Collectors.joining(", "));
    }

    /** That two rows have the same key. */
    String sameKey(String left, String right) {
        return key.stream()
                .map(Session::quoted)
                .map(column -> left + "." + column + " = " + right + "." + column)
                .collect(Collectors.joining(" AND "));
    }

    /** That two rows are the same byte for byte, since not every type knows what is equal. */
    String sameRow(String left, String right) {
        return "ROW(" + columns(left + ".") + ")::record *= ROW(" + columns(right + ".") + ")::record";
    }
}

package io.contractcheck.benchmark;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.ResourceHook.Resource;
import io.contractcheck.hook.RestoreHook.RestorePoint;
import io.contractcheck.hooks.postgres.PostgresHook;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/** What it takes to bring a database back after a scenario: by its tables, and by making the whole anew, in turns. */
final class Restore {
    private static final int ROUNDS = 10;
    private static final int TIMES = 20;

    private static final Map<String, String> WRITES = writes();

    private final Path folder;

    Restore(Path folder) {
        this.folder = folder;
    }

    private static Map<String, String> writes() {
        Map<String, String> writes = new LinkedHashMap<>();
        writes.put("nothing was written", "SELECT count(*) FROM t1");
        writes.put("one row inserted", "INSERT INTO t1 (name) VALUES ('new')");
        writes.put(
                "three tables written to",
                "INSERT INTO t1 (name) VALUES ('new'); UPDATE t2 SET name = name || '!' WHERE id % 10 = 0;"
                        + " DELETE FROM t3 WHERE id % 4 = 0");
        writes.put("ten tables emptied", "TRUNCATE t4, t5, t6, t7, t8, t9, t10, t11, t12, t13");
        return writes;
    }

    void run(PrintStream out) throws IOException {
        Files.createDirectories(folder);
        Resource server = new PostgresHook()
                .open(HookContext.of(Map.of("database", "embedded", "databaseDirectory", folder.toString())));
        try {
            out.printf("%nTo bring a database back (%s), ms: median of %d%n", server.describe(), ROUNDS * TIMES);
            out.println("| Rows in each of 20 tables | After | Undone by tables | Whole database anew | Ratio |");
            out.println("|---|---|---|---|---|");
            for (int rows : new int[] {100, 10_000}) {
                compare(server.provides(), rows, out);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            server.close();
        }
    }

    private static void compare(Map<String, String> provided, int rows, PrintStream out) throws SQLException {
        Base tables = Base.make(provided, "tables" + rows, rows);
        Base whole = Base.make(provided, "whole" + rows, rows);
        RestorePoint byTables =
                new PostgresHook().remember(HookContext.of(Map.of("databaseRestore", "tables"), tables.provided));
        RestorePoint asWhole =
                new PostgresHook().remember(HookContext.of(Map.of("databaseRestore", "template"), whole.provided));
        for (Map.Entry<String, String> write : WRITES.entrySet()) {
            double[] first = new double[ROUNDS * TIMES];
            double[] second = new double[ROUNDS];
            tables.run(write.getValue());
            byTables.restore();
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < TIMES; i++) {
                    tables.run(write.getValue());
                    first[round * TIMES + i] = millis(byTables);
                }
                whole.run(write.getValue());
                second[round] = millis(asWhole);
            }
            double a = median(first);
            double b = median(second);
            out.printf("| %,d | %s | %.2f | %.1f | 1 : %.0f |%n", rows, write.getKey(), a, b, b / a);
        }
        byTables.forget();
        asWhole.forget();
    }

    private static double millis(RestorePoint point) {
        long begin = System.nanoTime();
        point.restore();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    /** A database of twenty tables. */
    private record Base(Map<String, String> provided) {
        static Base make(Map<String, String> server, String name, int rows) throws SQLException {
            new Base(server).run("CREATE DATABASE " + name);
            Map<String, String> provided = new LinkedHashMap<>(server);
            provided.put("jdbcUrl", server.get("jdbcUrl").replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"));
            provided.put("databaseName", name);
            Base base = new Base(provided);
            StringBuilder sql = new StringBuilder();
            for (int i = 1; i <= 20; i++) {
                sql.append("CREATE TABLE t").append(i);
                sql.append(" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL,");
                sql.append(" at timestamptz NOT NULL DEFAULT now());");
                sql.append("INSERT INTO t").append(i);
                sql.append(" (name) SELECT 'row ' || i FROM generate_series(1, ")
                        .append(rows)
                        .append(") i;");
            }
            base.run(sql.toString());
            base.run("ANALYZE");
            return base;
        }

        void run(String sql) throws SQLException {
            Properties properties = new Properties();
            properties.setProperty("user", String.valueOf(provided.get("databaseUser")));
            properties.setProperty("password", String.valueOf(provided.get("databasePassword")));
            try (Connection connection = new Driver().connect(provided.get("jdbcUrl"), properties);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}

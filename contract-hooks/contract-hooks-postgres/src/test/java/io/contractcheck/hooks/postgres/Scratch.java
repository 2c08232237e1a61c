package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.ResourceHook.Resource;
import io.contractcheck.hook.RestoreHook.RestorePoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server, with a new database for whoever asks. */
final class Scratch implements AutoCloseable {
    private final Resource server;
    private final Login owner;
    private int made;

    private Scratch(Resource server) {
        this.server = server;
        Map<String, String> provided = server.provides();
        this.owner = new Login(
                Address.read(provided.get("jdbcUrl")), provided.get("databaseUser"), provided.get("databasePassword"));
    }

    static Scratch open() throws IOException {
        Path folder = Path.of("target", "databases").toAbsolutePath();
        Files.createDirectories(folder);
        return new Scratch(new PostgresHook()
                .open(TestContext.of("database", "embedded", "databaseDirectory", folder.toString())));
    }

    /** A new database with that in it. */
    Base base(String sql) throws SQLException {
        String name = "base" + ++made;
        owner.run("CREATE DATABASE " + name);
        Login login = new Login(
                Address.of(owner.address().host(), owner.address().port(), name), owner.user(), owner.password());
        login.run(sql);
        return new Base(login, new ArrayList<>());
    }

    Login owner() {
        return owner;
    }

    @Override
    public void close() {
        server.close();
    }

    /** What a run knows of a database. */
    record Known(TestContext own, Map<String, String> resources) implements HookContext {
        @Override
        public Optional<String> setting(String name) {
            return own.setting(name);
        }

        @Override
        public Optional<String> provided(String name) {
            return Optional.ofNullable(resources.get(name));
        }

        @Override
        public Optional<String> environment(String name) {
            return own.environment(name);
        }

        @Override
        public void secret(String variable, String value) {
            own.secret(variable, value);
        }

        @Override
        public void warn(String message) {
            own.warn(message);
        }
    }

    /** A database, and what was warned of. */
    record Base(Login login, List<String> warnings) {
        Map<String, String> provides() {
            return Map.of(
                    "jdbcUrl", login.address().jdbcUrl(),
                    "databaseUser", login.user(),
                    "databasePassword", login.password());
        }

        RestorePoint remember(String... settings) {
            Known context = new Known(TestContext.of(settings), provides());
            try {
                return new PostgresHook().remember(context);
            } finally {
                warnings.addAll(context.own().warnings());
            }
        }

        Base as(String user, String password) {
            return new Base(new Login(login.address(), user, password), new ArrayList<>());
        }

        /** Of all rows of all tables, and of where all sequences stand. */
        String hash() throws SQLException {
            Map<String, String> parts = new LinkedHashMap<>();
            try (Connection connection = login.connect();
                    Statement statement = connection.createStatement()) {
                List<String> tables = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery(
                        "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relkind FROM pg_class c"
                                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'm', 'S')"
                                + " AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'contractcheck')"
                                + " AND n.nspname NOT LIKE 'pg_toast%' ORDER BY 1")) {
                    while (rows.next()) {
                        tables.add(
                                rows.getString(2).equals("S")
                                        ? "SELECT last_value || ' ' || is_called, '"
                                                + rows.getString(1).replace("'", "''") + "' FROM " + rows.getString(1)
                                        : "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), ''), '"
                                                + rows.getString(1).replace("'", "''") + "' FROM ONLY "
                                                + rows.getString(1) + " t");
                    }
                }
                for (String table : tables) {
                    try (ResultSet rows = statement.executeQuery(table)) {
                        rows.next();
                        parts.put(rows.getString(2), rows.getString(1));
                    }
                }
            }
            return parts.toString();
        }
    }
}

package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Where a database is.
 *
 * @param host the first, where there are several
 * @param name of the database
 * @param jdbcUrl without user and password
 */
record Address(String host, int port, String name, String jdbcUrl) {
    private static final String SHAPE =
            "Write it as jdbc:postgresql://host:port/database, with databaseUser and databasePassword" + " beside it.";

    /** One without further parameters. */
    static Address of(String host, int port, String name) {
        return new Address(host, port, name, "jdbc:postgresql://" + host + ":" + port + "/" + name);
    }

    /**
     * Reads a URL of PostgreSQL's JDBC driver.
     *
     * @throws HookException if it is none, whose message does not show it, since there may be a password in it
     */
    static Address read(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new HookException(
                    "databaseUrl: it begins with '" + scheme(url) + "', not with 'jdbc:postgresql:'. " + SHAPE);
        }
        Properties parts = Driver.parseURL(url, null);
        if (parts == null || parts.getProperty("PGHOST", "").isEmpty()) {
            throw new HookException("databaseUrl: the PostgreSQL driver cannot read it. " + SHAPE);
        }
        String name = parts.getProperty("PGDBNAME", "");
        if (name.isEmpty()) {
            throw new HookException("databaseUrl: it names no database. " + SHAPE);
        }
        return new Address(
                parts.getProperty("PGHOST").split(",")[0],
                Integer.parseInt(parts.getProperty("PGPORT", "5432").split(",")[0]),
                name,
                withoutCredentials(url));
    }

    /** A parameter of a URL. */
    static Optional<String> parameter(String url, String name) {
        int query = url.indexOf('?');
        if (query >= 0) {
            for (String parameter : url.substring(query + 1).split("&")) {
                if (parameter.startsWith(name + "=")) {
                    return Optional.of(
                            URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return Optional.empty();
    }

    private static String withoutCredentials(String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return url;
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : url.substring(query + 1).split("&")) {
            if (!parameter.startsWith("user=") && !parameter.startsWith("password=") && !parameter.isEmpty()) {
                kept.add(parameter);
            }
        }
        return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
    }

    private static String scheme(String url) {
        int end = url.startsWith("jdbc:") ? url.indexOf(':', 5) : url.indexOf(':');
        return end < 0 ? "" : url.substring(0, end + 1);
    }

    /** As {@code localhost:5432/shop}. */
    String text() {
        return host + ":" + port + "/" + name;
    }
}

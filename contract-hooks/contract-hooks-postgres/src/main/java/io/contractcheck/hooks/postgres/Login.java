package io.contractcheck.hooks.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/** As whom a database is used. */
record Login(Address address, String user, String password) {
    private static final String SECONDS = "10";

    /**
     * A connection, which the caller closes.
     *
     * @throws SQLException if there is none to be had within ten seconds
     */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("ApplicationName", "ContractCheck");
        Connection connection = new Driver().connect(address.jdbcUrl(), properties);
        if (connection == null) {
            throw new SQLException("this is no URL of PostgreSQL");
        }
        return connection;
    }

    /**
     * Has a statement done, for itself.
     *
     * @throws SQLException if it fails
     */
    void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * The server's version, as {@code 17.6}.
     *
     * @throws SQLException if nobody answers
     */
    String version() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW server_version")) {
            rows.next();
            return rows.getString(1).replaceFirst(" .*", "");
        }
    }
}

package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A database that was there before the run. Changed only if users say that it may be. */
final class Existing {
    private Existing() {}

    /**
     * Finds it.
     *
     * @throws HookException if it is not allowed, or not to be reached
     */
    static Database open(Settings settings, HookContext context) {
        String url = settings.databaseUrl()
                .orElseThrow(
                        () -> new HookException(
                                "databaseUrl: it is missing, and database is 'url'. Set it, or set database to testcontainers or embedded."));
        String password = settings.databasePassword()
                .or(() -> Address.parameter(url, "password"))
                .orElse("");
        if (!password.isEmpty()) {
            context.secret(Settings.PASSWORD_VARIABLE, password);
        }
        Address address = Address.read(url);
        String user = settings.databaseUser()
                .or(() -> Address.parameter(url, "user"))
                .orElseThrow(() -> new HookException(
                        "databaseUser: it is missing. Say as whom to log in to " + address.text() + "."));
        if (!settings.allowExistingDatabase()) {
            throw new HookException("databaseUrl: the database " + address.text()
                    + " was not started by this run. Tests write into it and delete from it, and its tables are set back"
                    + " between scenarios. If all that is in it may be lost, set allowExistingDatabase to true; else set"
                    + " database to testcontainers or embedded.");
        }
        try {
            String version = new Login(address, user, password).version();
            return new Database(
                    Settings.Kind.URL,
                    "PostgreSQL " + version + " at " + address.text() + ", given by databaseUrl",
                    address,
                    user,
                    password,
                    () -> {});
        } catch (SQLException e) {
            throw new HookException(why(e, address, user, password.isEmpty()), e);
        }
    }

    /** SQLSTATE, PostgreSQL's appendix A. */
    private static String why(SQLException e, Address address, String user, boolean withoutPassword) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String server = address.host() + ":" + address.port();
        if (state.equals("28P01") || state.equals("08004") && withoutPassword) {
            return withoutPassword
                    ? "databasePassword: it is missing, and " + server + " asks '" + user + "' for one."
                    : "databasePassword: " + server + " does not accept it for '" + user
                            + "'. Look at databaseUser and databasePassword.";
        }
        if (state.startsWith("28")) {
            return "databaseUser: " + server + " refuses '" + user + "': " + e.getMessage();
        }
        if (state.equals("3D000")) {
            return "databaseUrl: there is no database '" + address.name() + "' on " + server
                    + ". Create it, or name one that is there.";
        }
        if (caused(e, UnknownHostException.class::isInstance)) {
            return "databaseUrl: the host '" + address.host() + "' is unknown.";
        }
        if (caused(e, ConnectException.class::isInstance) || caused(e, SocketTimeoutException.class::isInstance)) {
            return "databaseUrl: nobody answers at " + server + ". Start the database, or look at host and port.";
        }
        return "databaseUrl: no connection to " + address.text() + " as '" + user + "': " + e.getMessage();
    }

    private static boolean caused(Throwable e, Predicate<Throwable> kind) {
        return Stream.iterate(e, t -> t != null, Throwable::getCause).limit(20).anyMatch(kind);
    }
}

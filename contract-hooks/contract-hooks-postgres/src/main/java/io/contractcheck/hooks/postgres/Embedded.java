package io.contractcheck.hooks.postgres;

import io.contractcheck.hook.HookException;
import io.contractcheck.service.Keeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of this machine, for one run: its files are made for it and deleted with it. */
final class Embedded {
    private static final String LOOPBACK = "127.0.0.1";
    /** A free port may be taken before the server has it. */
    private static final int ATTEMPTS = 3;

    private Embedded() {}

    /**
     * Starts one.
     *
     * @param why what its description ends with
     * @throws HookException if it cannot be started; then nothing of it is left
     */
    static Database open(Settings settings, String why) {
        return open(settings, why, Account::of);
    }

    static Database open(Settings settings, String why, Function<Path, Account> account) {
        Programs programs = Programs.in(settings.databaseDirectory());
        Path folder = settings.databaseDirectory().resolve("contract-postgres-" + Names.random());
        Keeper keeper = Keeper.start();
        keeper.delete(folder); // told before it is there, so that a build that is killed never leaves one
        Runnable close = keeper::act;
        try {
            Folders.create(folder);
            Cluster cluster = new Cluster(programs, account.apply(folder), folder, keeper);
            cluster.account().handOver(folder);
            keeper.run(cluster.stop());
            close = () -> close(cluster, keeper);
            return start(cluster, settings, why, close);
        } catch (IOException | SQLException e) {
            close.run();
            throw failed(settings, e.getMessage(), e);
        } catch (HookException e) {
            close.run();
            throw new HookException(
                    "the embedded PostgreSQL cannot be used: " + e.getMessage() + advice(e.getMessage(), settings), e);
        } catch (RuntimeException e) {
            close.run();
            throw e;
        }
    }

    private static String advice(@Nullable String why, Settings settings) {
        return why != null && why.contains("No space left")
                ? "\nThe disk is full: make room in " + settings.databaseDirectory()
                        + ", or set databaseDirectory to a folder of another disk."
                : "";
    }

    private static HookException failed(Settings settings, @Nullable String why, Exception cause) {
        return new HookException(
                "an embedded PostgreSQL cannot be started in " + settings.databaseDirectory() + ": " + why
                        + advice(why, settings),
                cause);
    }

    private static Database start(Cluster cluster, Settings settings, String why, Runnable close)
            throws IOException, SQLException {
        String user = settings.databaseUser().orElse(Names.USER);
        String password = settings.databasePassword().orElseGet(Names::random);
        cluster.create(user, password);
        int port = start(cluster, settings);
        new Login(Address.of(LOOPBACK, port, "postgres"), user, password).run("CREATE DATABASE " + Names.DATABASE);
        Address address = Address.of(LOOPBACK, port, Names.DATABASE);
        String version = new Login(address, user, password).version();
        return new Database(
                Settings.Kind.EMBEDDED,
                "PostgreSQL " + version + ", embedded, at " + address.text() + why,
                address,
                user,
                password,
                close);
    }

    private static int start(Cluster cluster, Settings settings) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = settings.databasePort().isPresent()
                    ? settings.databasePort().get()
                    : freePort();
            try {
                cluster.start(port);
                return port;
            } catch (HookException e) {
                if (!cluster.missedPort()) {
                    throw e;
                }
                if (settings.databasePort().isPresent()) {
                    throw new HookException(
                            "databasePort: port " + port
                                    + " is taken. Free it, or leave databasePort out for a free one.",
                            e);
                }
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    private static void close(Cluster cluster, Keeper keeper) {
        try {
            cluster.end();
            Folders.delete(cluster.folder());
            keeper.close();
        } catch (IOException | RuntimeException e) {
            keeper.act(); // once more, and without haste
        }
    }
}

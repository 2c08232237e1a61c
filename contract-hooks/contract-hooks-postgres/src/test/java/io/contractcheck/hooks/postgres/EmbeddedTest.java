package io.contractcheck.hooks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.contractcheck.hook.HookException;
import io.contractcheck.hook.ResourceHook.Resource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedTest {
    /** Not deleted between runs, since unpacking the programs takes its time. */
    private static final Path FOLDER = Path.of("target", "databases").toAbsolutePath();

    @BeforeAll
    static void make() throws IOException {
        Files.createDirectories(FOLDER);
    }

    @AfterEach
    void nothing_is_left() throws IOException {
        assertThat(Leftovers.processesIn(FOLDER)).isEmpty();
        assertThat(Leftovers.serversIn(FOLDER)).isEmpty();
        assertThat(Leftovers.children()).isEmpty();
    }

    private static TestContext context(String... more) {
        TestContext context = TestContext.of(more);
        context.settings().put("database", "embedded");
        context.settings().putIfAbsent("databaseDirectory", FOLDER.toString());
        return context;
    }

    static Login login(Map<String, String> provided) {
        return new Login(
                Address.read(provided.get("jdbcUrl")), provided.get("databaseUser"), provided.get("databasePassword"));
    }

    @Test
    void it_is_there_until_it_is_closed_and_known_by_what_it_provides() throws Exception {
        TestContext context = context();
        Resource database = new PostgresHook().open(context);
        try {
            Map<String, String> provided = database.provides();
            assertThat(provided.keySet())
                    .containsExactly(
                            "jdbcUrl",
                            "databaseHost",
                            "databasePort",
                            "databaseName",
                            "databaseUser",
                            "databasePassword",
                            "databaseOwned",
                            "databaseKind");
            assertThat(provided).containsEntry("databaseOwned", "true").containsEntry("databaseKind", "embedded");
            assertThat(context.secrets()).containsExactly(provided.get("databasePassword"));
            assertThat(database.describe())
                    .startsWith("PostgreSQL 17.")
                    .contains("embedded", "127.0.0.1:" + provided.get("databasePort"))
                    .doesNotContain(provided.get("databasePassword"));
            Login login = login(provided);
            assertThat(one(login, "SELECT usesuper FROM pg_user WHERE usename = current_user"))
                    .isEqualTo("t");
            assertThat(one(login, "SELECT lower('ÄÖ') || upper('é')")).isEqualTo("äöÉ");
            assertThat(one(login, "SHOW fsync")).isEqualTo("off");
            assertThat(Leftovers.serversIn(FOLDER)).hasSize(1);
        } finally {
            database.close();
        }
    }

    static String one(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        Resource database = new PostgresHook().open(context("databasePassword", "sesame"));
        try {
            Login login = login(database.provides());
            assertThatThrownBy(() -> new Login(login.address(), login.user(), "other").version())
                    .hasMessageContaining("password authentication failed");
            assertThat(login.password()).isEqualTo("sesame");
        } finally {
            database.close();
        }
    }

    @Test
    void where_root_may_have_no_namespace_the_server_runs_as_another_user() throws Exception {
        assumeTrue(isRoot(), "only root runs it as another user");
        Resource database = Embedded.open(Settings.of(context()), "", folder -> Account.ANOTHER)
                .toResource(context());
        try {
            assertThat(login(database.provides()).version()).startsWith("17.");
            assertThat(Leftovers.processesIn(FOLDER))
                    .isNotEmpty()
                    .allMatch(p -> !p.info().user().orElse("?").equals("root"));
        } finally {
            database.close();
        }
    }

    private static boolean isRoot() throws IOException {
        return !Account.of(FOLDER).equals(Account.OWN);
    }

    @Test
    void it_is_closed_once_however_many_close_it() {
        Resource database = new PostgresHook().open(context());
        List<CompletableFuture<Void>> closing =
                List.of(CompletableFuture.runAsync(database::close), CompletableFuture.runAsync(database::close));
        closing.forEach(CompletableFuture::join);
        database.close();
    }

    @Test
    void clients_that_are_still_connected_do_not_keep_it() throws Exception {
        Resource database = new PostgresHook().open(context());
        try (Connection connection = login(database.provides()).connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE held (id int)");
            }
            database.close();
            assertThat(connection.isValid(5)).isFalse();
        }
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertThatThrownBy(() -> new PostgresHook().open(context("databasePort", port)))
                    .isInstanceOf(HookException.class)
                    .hasMessageContaining("databasePort: port " + port + " is taken");
        }
    }

    @Test
    void a_build_that_is_killed_leaves_nothing() throws Exception {
        try (Build build = Build.start(Map.of(), "database", "embedded", "databaseDirectory", FOLDER.toString())) {
            assertThat(build.said()).startsWith("opened PostgreSQL");
            List<ProcessHandle> servers = Leftovers.processesIn(FOLDER);
            assertThat(servers).isNotEmpty();
            build.kill();
            for (ProcessHandle server : servers) {
                server.onExit().get(60, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void a_full_disk_is_told_of_when_the_server_is_made(@TempDir Path folder) throws Exception {
        try (Tmpfs tiny = Tmpfs.mount(folder.resolve("tiny"), 90)) {
            assertThatThrownBy(() -> new PostgresHook()
                            .open(context("databaseDirectory", tiny.folder().toString())))
                    .isInstanceOf(HookException.class)
                    .hasMessageContaining(tiny.folder().toString())
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("make room in " + tiny.folder());
            assertThat(Leftovers.serversIn(tiny.folder())).isEmpty();
        }
    }

    @Test
    void a_disk_too_small_for_the_programs_is_told_of(@TempDir Path folder) throws Exception {
        try (Tmpfs tiny = Tmpfs.mount(folder.resolve("tiny"), 20)) {
            assertThatThrownBy(() -> new PostgresHook()
                            .open(context("databaseDirectory", tiny.folder().toString())))
                    .isInstanceOf(HookException.class)
                    .hasMessageContaining("cannot be unpacked into " + tiny.folder())
                    .hasMessageContaining("set databaseDirectory to another folder");
            assertThat(Leftovers.serversIn(tiny.folder())).isEmpty();
        }
    }

    @Test
    void a_disk_that_fills_up_later_is_told_to_the_one_who_writes(@TempDir Path folder) throws Exception {
        try (Tmpfs small = Tmpfs.mount(folder.resolve("small"), 150)) {
            Resource database = new PostgresHook()
                    .open(context("databaseDirectory", small.folder().toString()));
            try {
                Login login = login(database.provides());
                login.run("CREATE UNLOGGED TABLE blob (text text)");
                assertThatThrownBy(() -> login.run(
                                "INSERT INTO blob SELECT repeat(md5(i::text), 50) FROM generate_series(1, 100000) i"))
                        .hasMessageContaining("No space left on device");
            } finally {
                database.close();
            }
            assertThat(Leftovers.serversIn(small.folder())).isEmpty();
        }
    }
}

package io.contractcheck.hooks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.HookException;
import io.contractcheck.hook.ResourceHook.Resource;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExistingTest {
    private static final String PASSWORD = "kept-secret-7";

    private Resource server;
    private String url;

    @BeforeAll
    void start() {
        server = new PostgresHook().open(TestContext.of("database", "embedded", "databasePassword", PASSWORD));
        url = server.provides().get("jdbcUrl");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static TestContext context(String url, String user, String password) {
        return TestContext.of(
                "database",
                "url",
                "databaseUrl",
                url,
                "databaseUser",
                user,
                "databasePassword",
                password,
                "allowExistingDatabase",
                "true");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> opening(TestContext context) {
        return assertThatThrownBy(() -> new PostgresHook().open(context))
                .isInstanceOf(HookException.class)
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain(PASSWORD).doesNotContain("wrong-secret"));
    }

    @Test
    void it_is_used_as_it_is_and_stays_when_it_is_closed() throws Exception {
        TestContext context = context(url, "contract", PASSWORD);
        Resource database = new PostgresHook().open(context);
        assertThat(database.provides())
                .containsEntry("jdbcUrl", url)
                .containsEntry("databaseOwned", "false")
                .containsEntry("databaseKind", "url");
        assertThat(context.secrets()).contains(PASSWORD);
        assertThat(database.describe()).contains("given by databaseUrl").doesNotContain(PASSWORD);
        database.close();
        assertThat(EmbeddedTest.login(server.provides()).version()).startsWith("17.");
    }

    @Test
    void user_and_password_may_stand_in_the_url_and_go_no_further() {
        TestContext context = TestContext.of(
                "databaseUrl",
                url + "?user=contract&password=" + PASSWORD + "&ApplicationName=shop",
                "allowExistingDatabase",
                "true");
        Map<String, String> provided = new PostgresHook().open(context).provides();
        assertThat(provided)
                .containsEntry("jdbcUrl", url + "?ApplicationName=shop")
                .containsEntry("databaseUser", "contract")
                .containsEntry("databasePassword", PASSWORD);
        assertThat(context.secrets()).contains(PASSWORD);
    }

    @Test
    void it_is_refused_unless_it_is_allowed() {
        TestContext context = context(url, "contract", PASSWORD);
        context.settings().put("allowExistingDatabase", "false");
        opening(context)
                .hasMessageContaining("was not started by this run")
                .hasMessageContaining("set allowExistingDatabase to true");
    }

    @Test
    void wrong_credentials_are_told_without_the_password() {
        opening(context(url, "contract", "wrong-secret"))
                .hasMessageContaining("databasePassword: ")
                .hasMessageContaining("does not accept it for 'contract'");
        opening(context(url, "nobody", PASSWORD)).hasMessageContaining("'nobody'");
        opening(context(url, "contract", "")).hasMessageContaining("databasePassword: it is missing");
    }

    @Test
    void a_database_that_does_not_exist_is_named() {
        opening(context(url.replace("/contract", "/shop"), "contract", PASSWORD))
                .hasMessageContaining("databaseUrl: there is no database 'shop'");
    }

    @Test
    void a_host_that_does_not_exist_is_named() {
        opening(context("jdbc:postgresql://there-is-none.invalid/shop", "contract", PASSWORD))
                .hasMessage("databaseUrl: the host 'there-is-none.invalid' is unknown.");
    }

    @Test
    void a_server_that_does_not_run_is_named() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        opening(context("jdbc:postgresql://127.0.0.1:" + port + "/shop", "contract", PASSWORD))
                .hasMessageContaining("nobody answers at 127.0.0.1:" + port);
    }

    @Test
    void what_is_missing_is_named() {
        opening(TestContext.of("database", "url")).hasMessageContaining("databaseUrl: it is missing");
        opening(TestContext.of("databaseUrl", url)).hasMessageContaining("databaseUser: it is missing");
    }
}

package io.contractcheck.hooks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.HookException;
import io.contractcheck.hook.ResourceHook.Resource;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.DockerClientFactory;

@Timeout(180)
class ContainerTest {
    /** By which this test's containers are told from others'. */
    private final String user = "u" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void docker() {
        Sockets.assumeDocker();
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(Sockets.containersOf(user)).isEmpty();
        assertThat(Leftovers.children()).isEmpty();
    }

    @Test
    void it_is_there_until_it_is_closed_and_for_this_machine_alone() throws Exception {
        TestContext context = TestContext.of("database", "testcontainers", "databaseUser", user);
        Resource database = new PostgresHook().open(context);
        try {
            Map<String, String> provided = database.provides();
            assertThat(provided)
                    .containsEntry("databaseOwned", "true")
                    .containsEntry("databaseKind", "testcontainers")
                    .containsEntry("databaseUser", user)
                    .containsEntry("databaseName", "contract");
            assertThat(context.secrets()).containsExactly(provided.get("databasePassword"));
            assertThat(database.describe())
                    .contains("in a container", "image " + Settings.of(context).databaseImage())
                    .doesNotContain(provided.get("databasePassword"));
            Login login = EmbeddedTest.login(provided);
            assertThat(EmbeddedTest.one(login, "SELECT usesuper FROM pg_user WHERE usename = current_user"))
                    .isEqualTo("t");
            assertThat(EmbeddedTest.one(login, "SHOW fsync")).isEqualTo("off");
            assertThat(Sockets.containersOf(user)).hasSize(1);
            if (Docker.find().local()) {
                assertThat(provided).containsEntry("databaseHost", "127.0.0.1");
            }
        } finally {
            database.close();
            database.close();
        }
    }

    @Test
    void the_threads_of_testcontainers_are_ours() {
        Docker.find();
        assertThat(DockerClientFactory.TESTCONTAINERS_THREAD_GROUP.getParent()).isInstanceOf(Unheard.class);
    }

    @Test
    void docker_comes_before_the_embedded_one() {
        Resource database = new PostgresHook().open(TestContext.of("databaseUser", user, "strict", "true"));
        try {
            assertThat(database.provides()).containsEntry("databaseKind", "testcontainers");
        } finally {
            database.close();
        }
    }

    @Test
    void a_build_that_is_killed_leaves_nothing() throws Exception {
        try (Build build = Build.start(Map.of(), "database", "testcontainers", "databaseUser", user)) {
            assertThat(build.said()).startsWith("opened PostgreSQL");
            assertThat(Sockets.containersOf(user)).hasSize(1);
            build.kill();
        }
    }

    @Test
    void a_port_that_is_taken_is_an_error() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertThatThrownBy(() -> new PostgresHook()
                            .open(TestContext.of(
                                    "database", "testcontainers", "databaseUser", user, "databasePort", port)))
                    .isInstanceOf(HookException.class)
                    .hasMessageContaining("databasePort")
                    .hasMessageContaining(port);
        }
    }

    @Test
    void an_image_that_cannot_be_had_is_named() {
        assertThatThrownBy(() -> new PostgresHook()
                        .open(TestContext.of(
                                "database",
                                "testcontainers",
                                "databaseUser",
                                user,
                                "databaseImage",
                                "localhost/there-is-none:1")))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("localhost/there-is-none:1 cannot be pulled")
                .hasMessageContaining("look at databaseImage");
    }

    @Test
    void without_its_image_auto_falls_back_and_says_why() {
        Resource database = new PostgresHook()
                .open(TestContext.of("databaseUser", user, "databaseImage", "localhost/there-is-none:1"));
        try {
            assertThat(database.provides()).containsEntry("databaseKind", "embedded");
            assertThat(database.describe())
                    .contains("embedded", "since the image localhost/there-is-none:1 cannot be pulled")
                    .doesNotContain("\n");
        } finally {
            database.close();
        }
    }
}

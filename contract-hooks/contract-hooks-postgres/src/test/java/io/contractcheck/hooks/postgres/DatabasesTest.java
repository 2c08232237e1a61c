package io.contractcheck.hooks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.hook.HookException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DatabasesTest {
    @TempDir
    private Path folder;

    /** A socket that a Docker left which is gone. */
    private Map<String, String> dead() throws Exception {
        Path socket = folder.resolve("docker.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(Files.exists(socket)).isTrue();
        return Map.of("DOCKER_HOST", "unix://" + socket);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void where_docker_is_dead_auto_falls_back_and_says_why() throws Exception {
        Map<String, String> dead = dead();
        try (Build build = Build.start(dead)) {
            assertThat(build.said())
                    .startsWith("opened PostgreSQL 17.")
                    .contains("embedded", "since no Docker answers at " + dead.get("DOCKER_HOST"));
            build.kill();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void where_docker_is_dead_strict_refuses_and_says_what_to_do() throws Exception {
        Map<String, String> dead = dead();
        try (Build build = Build.start(dead, "strict", "true")) {
            assertThat(build.said()).startsWith("failed no Docker answers at " + dead.get("DOCKER_HOST"));
            assertThat(build.said()).contains("strict forbids", "set database to embedded");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void where_docker_is_dead_nothing_else_is_tried_if_it_is_asked_for() throws Exception {
        try (Build build = Build.start(dead(), "database", "testcontainers")) {
            assertThat(build.said()).startsWith("failed no Docker answers at");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_docker_that_never_answers_does_not_keep_the_build() throws Exception {
        Path socket = folder.resolve("docker.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            try (Build build = Build.start(Map.of("DOCKER_HOST", "unix://" + socket), "database", "testcontainers")) {
                assertThat(build.said()).startsWith("failed Docker does not answer within 15 s at unix://" + socket);
            }
        }
    }

    @Test
    void a_wrong_source_is_an_error_that_lists_the_right_ones() {
        assertThatThrownBy(() -> new PostgresHook().open(TestContext.of("database", "h2")))
                .isInstanceOf(HookException.class)
                .hasMessage("database: 'h2' is none of auto, testcontainers, embedded, url");
    }

    @Test
    void a_name_that_no_image_can_have_is_no_reason_to_fall_back() {
        assertThatThrownBy(() -> new PostgresHook().open(TestContext.of("databaseImage", "Post gres:17")))
                .isInstanceOf(HookException.class)
                .hasMessageStartingWith("databaseImage: 'Post gres:17' is no name of an image");
    }

    @Test
    void a_database_that_is_given_is_the_one_that_is_meant() {
        assertThatThrownBy(() -> new PostgresHook()
                        .open(TestContext.of("databaseUrl", "jdbc:postgresql://localhost/shop", "databaseUser", "me")))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("localhost:5432/shop was not started by this run")
                .hasMessageContaining("allowExistingDatabase");
    }
}

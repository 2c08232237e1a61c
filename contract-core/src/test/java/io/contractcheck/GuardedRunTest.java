package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Network;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.Grant;
import io.contractcheck.auth.SecretValue;
import io.contractcheck.event.RunSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A service of which even the document is guarded. */
class GuardedRunTest {
    private static final String TOKEN = "a-token-like-no-other";
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            security: [{jwt: []}]
            components: {securitySchemes: {jwt: {type: http, scheme: bearer}}}
            paths:
              /books: {get: {responses: {"200": {description: books}}}}
            """;

    @TempDir
    private Path folder;

    private HttpServer server;
    private boolean echoes;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean welcome = given.equals("Bearer " + TOKEN);
        boolean document = exchange.getRequestURI().getPath().equals("/api.yaml");
        String body = !welcome ? "" : document ? DOCUMENT : "{}";
        if (echoes && !document) {
            exchange.getResponseHeaders().add("X-Echo", given);
            body = "you sent " + given;
        }
        exchange.getResponseHeaders().add("Content-Type", document ? "application/yaml" : "application/json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(
                !welcome ? 401 : echoes && !document ? 500 : 200, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private RunSummary run(Grant... grants) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        AuthSettings auth = new AuthSettings(
                grants.length == 0
                        ? List.of()
                        : List.of(new AuthSettings.User(
                                "alice",
                                Stream.of(grants)
                                        .map(AuthSettings.Credential::of)
                                        .toList(),
                                Optional.empty())));
        ContractConfig config = ContractConfig.of(url + "/api.yaml")
                .with(new Network(Duration.ofSeconds(5), Duration.ofSeconds(5), List.of()))
                .with(new Generation(5, OptionalLong.of(1)))
                .with(auth)
                .with(new Reporting(folder, List.of()));
        return ContractRun.run(config, List.of(), List.of());
    }

    private static Grant given(String token) {
        return new Grant.Given(new SecretValue.Literal(token, "<token>"));
    }

    @Test
    void the_first_users_token_opens_the_document_too() {
        RunSummary summary = run(given(TOKEN));
        assertThat(summary.finished()).isTrue();
        assertThat(summary.operationsReached2xx()).isEqualTo(1);
        assertThat(summary.credentials()).singleElement().satisfies(c -> {
            assertThat(c.description()).isEqualTo("token of 21 characters from <token>, for scheme jwt");
            assertThat(c.requests()).isPositive();
        });
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_command_is_run_once_for_both() throws IOException {
        Path runs = folder.resolve("runs");
        RunSummary summary =
                run(new Grant.Command("echo . >> " + runs + "; echo " + TOKEN, folder, Grant.Command.DEFAULT_TIMEOUT));
        assertThat(summary.finished()).isTrue();
        assertThat(Files.readAllLines(runs)).hasSize(1);
    }

    @Test
    void a_document_that_stays_closed_says_what_to_set() {
        assertThatThrownBy(this::run)
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("<headers>")
                .hasMessageContaining("<token>");
        assertThatThrownBy(() -> run(given("wrong-token")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("401");
    }

    @Test
    void nothing_that_a_run_leaves_behind_holds_a_token_even_if_the_service_echoes_it() throws IOException {
        echoes = true;
        RunSummary summary = run(given(TOKEN));
        assertThat(summary.findings()).isNotEmpty();
        assertThat(summary.findings().get(0).reproduce()).contains("$CONTRACT_TOKEN");
        assertThat(summary.toString()).doesNotContain(TOKEN);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(TOKEN);
            }
        }
    }
}

package io.contractcheck.hooks.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.ContractRun;
import io.contractcheck.event.RunSummary;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that differs from its document in known ways, and whole runs against it. */
class WorkedCasesTest {
    static {
        // Without this, each answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", WorkedCasesTest::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        boolean login = exchange.getRequestURI().getPath().equals("/auth/token");
        exchange.getResponseHeaders().set("Content-Type", login ? "application/json" : "text/plain");
        byte[] body = (login ? "{\"access_token\":\"dev\"}" : "sent").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(login ? 201 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private RunSummary run(Map<String, String> properties) throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), Shop.TEXT);
        List<Hook> hooks = ServiceLoader.load(Hook.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return ContractRun.run(
                ContractConfig.of("shop.yaml")
                        .with(new Target("shop.yaml", Optional.of(url), folder))
                        .with(new Selection(List.of(), List.of(), List.of("fuzzing"), List.of(), List.of()))
                        .with(new Generation(5, OptionalLong.of(1)))
                        .with(new HookSettings(properties, List.of(), List.of()))
                        .with(new Reporting(folder.resolve("reports"), List.of())),
                hooks,
                List.of());
    }

    @Test
    void known_differences_are_findings_until_they_are_repaired() throws IOException {
        RunSummary plain = run(Map.of());
        assertThat(plain.findings().stream().map(f -> f.id().operation() + " " + f.id().check()))
                .contains(
                        "POST /auth/token status_code_conformance", "POST /orders/{id}/ship content_type_conformance");
        assertThat(plain.hooks()).as("hooks that are not set up").isEmpty();

        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(
                "RepairAnswer.rules",
                "POST /auth/token: status 201 to 200; move /access_token to /token; set /tokenType to \"Bearer\"");
        properties.put("WrapAnswer.rules", "POST /orders/{id}/ship: {\"status\": \"$answer\"}");
        RunSummary repaired = run(properties);
        assertThat(repaired.findings()).noneMatch(f -> f.id().check().matches("(status|content|response).*"));
        assertThat(repaired.hooks()).allMatch(h -> h.applied() > 0);
        assertThat(repaired.hooks().stream().map(RunSummary.HookSummary::name))
                .containsExactly(RepairAnswer.class.getName(), WrapAnswer.class.getName());
    }
}

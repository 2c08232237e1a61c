package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Limits;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.event.Confirmation;
import io.contractcheck.event.Isolation;
import io.contractcheck.event.RunSummary;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a service that fails on names that are taken, and cannot be brought back to its first state. */
class OwnDoingRunTest {
    private static final String TAKEN = "name is taken by another book";

    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Names, version: "1"}
            paths:
              /names:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {type: string, enum: [one]}
                  responses: {"201": {description: made}, "400": {description: wrong}}
              /renamed:
                put:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {type: string, enum: [one, two]}
                  responses: {"200": {description: done}, "400": {description: wrong}, "404": {description: gone}}
            """;

    @TempDir
    private Path folder;

    private HttpServer server;
    private final Set<String> names = new LinkedHashSet<>();
    private int renamed;
    private String words = TAKEN;
    private String clash = TAKEN;
    private boolean ill;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean post = exchange.getRequestURI().getPath().equals("/names");
        int status;
        if (!exchange.getRequestMethod().equals(post ? "POST" : "PUT")) {
            status = 405;
        } else if (!name.matches("\"(one|two)\"")) {
            status = 400;
        } else if (post) {
            status = names.add(name) && !ill ? 201 : 500;
            ill |= clash.contains("disk");
        } else {
            status = renamed++ == 0 ? 500 : 404;
        }
        exchange.getResponseHeaders().add("Content-Type", "text/plain");
        byte[] text = (status != 500 ? "" : post ? clash : words).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, text.length == 0 ? -1 : text.length);
        if (text.length > 0) {
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    private RunSummary run() throws Exception {
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
        return ContractRun.run(
                ContractConfig.of("api.yaml")
                        .with(new Target(
                                "api.yaml",
                                Optional.of("http://127.0.0.1:"
                                        + server.getAddress().getPort()),
                                folder))
                        .with(new Selection(
                                List.of(), List.of(), List.of("fuzzing"), List.of("not_a_server_error"), List.of()))
                        .with(new Generation(20, OptionalLong.of(3)))
                        .with(Limits.DEFAULT.isolation(Isolation.NONE))
                        .with(new Reporting(folder.resolve("reports"), List.of("summary"))),
                List.of(),
                List.of());
    }

    @Test
    void what_was_seen_once_is_no_failure_if_the_service_says_so_of_what_it_was_sent_twice() throws Exception {
        RunSummary summary = run();
        assertThat(summary.findings()).isEmpty();
        assertThat(summary.warnings()).anyMatch(w -> w.contains("PUT /renamed") && w.contains("is not reported"));
    }

    @Test
    void what_was_seen_once_is_one_if_the_service_says_something_else() throws Exception {
        words = "disk of the library is full";
        RunSummary summary = run();
        assertThat(summary.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id().operation()).isEqualTo("PUT /renamed");
            assertThat(finding.confirmation()).contains(Confirmation.NOT_REPEATABLE);
        });
    }

    @Test
    void what_was_seen_once_is_one_if_the_service_says_nothing_that_tells() throws Exception {
        words = "Internal Server Error";
        assertThat(run().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.id().operation()).isEqualTo("PUT /renamed"));
    }

    @Test
    void a_service_that_fails_whatever_is_sent_once_something_was_is_one() throws Exception {
        clash = "disk of the library is full";
        assertThat(run().findings()).anySatisfy(finding -> {
            assertThat(finding.id().operation()).isEqualTo("POST /names");
            assertThat(finding.confirmation()).contains(Confirmation.CONFIRMED);
        });
    }
}

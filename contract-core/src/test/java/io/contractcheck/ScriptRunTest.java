package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.Orders.Fault;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.Finding;
import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.http.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed to reproduce a finding of several calls does reproduce it. */
class ScriptRunTest {
    @TempDir
    private Path folder;

    private static HttpServer serve(Orders orders) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(orders, exchange));
        server.start();
        return server;
    }

    private static void answer(Orders orders, HttpExchange exchange) throws IOException {
        try (exchange) {
            List<Header> headers = new ArrayList<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.add(new Header(name, values.get(0))));
            byte[] body = exchange.getRequestBody().readAllBytes();
            Response response = orders.answer(new Request(
                    exchange.getRequestMethod(),
                    "http://127.0.0.1",
                    exchange.getRequestURI().toString(),
                    headers,
                    body.length == 0 ? null : body));
            response.headers().forEach(h -> exchange.getResponseHeaders().add(h.name(), h.value()));
            exchange.sendResponseHeaders(response.status(), response.body().length == 0 ? -1 : response.body().length);
            if (response.body().length > 0) {
                exchange.getResponseBody().write(response.body());
            }
        }
    }

    private RunSummary run(HttpServer server) throws IOException {
        Path document = Files.writeString(folder.resolve("orders.yaml"), Orders.DOCUMENT);
        return ContractRun.run(
                ContractConfig.of(document.toString())
                        .with(new Target(
                                document.toString(),
                                Optional.of("http://127.0.0.1:"
                                        + server.getAddress().getPort()),
                                folder))
                        .with(new Selection(List.of(), List.of(), List.of("stateful"), List.of(), List.of()))
                        .with(new Generation(50, OptionalLong.of(3)))
                        .with(new Reporting(folder.resolve("reports"), List.of()))
                        .failingOn(List.of()),
                List.of(),
                List.of());
    }

    private static boolean isThere(String command) {
        try {
            return new ProcessBuilder("/bin/sh", "-c", "command -v " + command)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SECOND_CANCEL, POST /orders/{orderId}/cancel, 500, jq",
        "STAYS, GET /orders/{orderId}, 200, jq",
        "NOTE_OF_CANCELLED, GET /notes/{noteId}, 500, '[Ll][Oo][Cc]'"
    })
    void a_script_comes_to_the_same_status(Fault fault, String operation, int status, String takenBy) throws Exception {
        assumeTrue(isThere("curl") && isThere("jq"), "a script needs /bin/sh, curl and jq");
        HttpServer server = serve(new Orders(fault, false));
        try {
            RunSummary summary = run(server);
            Finding finding = summary.findings().stream()
                    .filter(f -> f.id().operation().equals(operation))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(summary.findings().toString()));
            Path script = folder.resolve("reports/reproduce")
                    .resolve(Objects.requireNonNull(summary.scripts().get(finding.id())));
            assertThat(script).content().isEqualTo(finding.reproduce() + "\n").contains(takenBy);
            assertThat(Files.isExecutable(script)).isTrue();
            Process process = new ProcessBuilder("/bin/sh", script.toString())
                    .redirectErrorStream(true)
                    .start();
            String out = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(out)
                    .as(finding.reproduce())
                    .contains("HTTP/1.1 " + status)
                    .contains("call 1: 201");
            assertThat(process.exitValue()).isZero();
            assertThat(folder.resolve("reports/summary.json")).content().contains("\"chain\"", "path.");
            assertThat(folder.resolve("reports/junit.xml")).content().contains("#!/bin/sh");
            assertThat(ContractRun.recorded(folder.resolve("reports")).findings())
                    .isEqualTo(summary.findings());
        } finally {
            server.stop(0);
        }
    }
}

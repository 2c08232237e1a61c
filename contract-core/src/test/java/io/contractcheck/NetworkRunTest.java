package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.contractcheck.ContractConfig.Connection;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Limits;
import io.contractcheck.ContractConfig.Network;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.event.Doubt;
import io.contractcheck.event.RunSummary;
import io.contractcheck.http.Keys;
import io.contractcheck.http.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs over ways that are not smooth. */
class NetworkRunTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            paths:
              /books:
                get:
                  parameters: [{name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 9}}]
                  responses: {"200": {description: books, content: {application/json: {schema: {type: object}}}}, "400": {description: wrong},
                    "429": {description: slow down, headers: {X-Wait: {required: true, schema: {type: integer}}}, content: {application/xml: {}, application/json: {schema: {type: array}}}}}
                post:
                  requestBody: {required: true, content: {application/json: {schema: {type: object, required: [n], properties: {n: {type: integer}}}}}}
                  responses: {"201": {description: a book, content: {application/json: {schema: {type: object}}}}, "400": {description: wrong}}
            """;

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @TempDir
    private Path folder;

    private final AtomicReference<HttpServer> server = new AtomicReference<>();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void stop() {
        Optional.ofNullable(server.get()).ifPresent(s -> s.stop(0));
    }

    private void serve(HttpServer made, ToIntFunction<HttpExchange> service) {
        made.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                boolean document = exchange.getRequestURI().getPath().equals("/openapi.yaml");
                int status = document ? 200 : service.applyAsInt(exchange);
                byte[] body = (document ? DOCUMENT : "{}").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                boolean none = exchange.getRequestMethod().equals("HEAD");
                exchange.sendResponseHeaders(status, none ? -1 : body.length);
                if (!none) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        made.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "service");
            thread.setDaemon(true);
            return thread;
        }));
        made.start();
        server.set(made);
    }

    private HttpServer http(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    private ContractConfig config(String scheme) {
        String base = scheme + "://127.0.0.1:" + server.get().getAddress().getPort();
        return ContractConfig.of(base + "/openapi.yaml")
                .with(new Target(base + "/openapi.yaml", Optional.of(base), folder))
                .with(new Selection(List.of(), List.of(), List.of("fuzzing"), List.of(), List.of()))
                .with(new Generation(20, OptionalLong.of(7)))
                .with(Limits.DEFAULT)
                .with(new Reporting(folder.resolve("reports"), List.of()));
    }

    private static ContractConfig with(ContractConfig config, Connection connection, Pace pace) {
        return config.with(new Network(Duration.ofSeconds(10), Duration.ofSeconds(10), List.of(), connection, pace));
    }

    private static RunSummary run(ContractConfig config) {
        return ContractRun.run(config, List.of(), List.of());
    }

    private static int valid(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("POST") ? 201 : 200;
    }

    @Test
    void too_many_requests_are_waited_for_and_told() throws Exception {
        serve(http(0), exchange -> asked.incrementAndGet() % 10 == 3 ? 429 : valid(exchange));
        RunSummary summary = run(with(config("http"), Connection.DEFAULT, Pace.DEFAULT));

        assertThat(summary.throttled().times()).isPositive();
        assertThat(summary.throttled().waited()).isPositive();
        assertThat(summary.throttled().stood()).isZero();
        assertThat(summary.operations())
                .allSatisfy(o -> assertThat(o.statuses()).doesNotContainKey(429));
        assertThat(folder.resolve("reports/summary.json")).content().contains("\"throttled\" : {");
    }

    @Test
    void a_service_that_never_relents_is_no_finding_but_a_doubt() throws Exception {
        serve(http(0), exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            return 429;
        });
        RunSummary summary = run(with(
                config("http")
                        .with(new Selection(List.of(), List.of(), List.of(), List.of(), List.of()))
                        .with(new CheckSettings(List.of(), Optional.of(Duration.ofNanos(1)))),
                Connection.DEFAULT,
                Pace.DEFAULT));

        assertThat(summary.findings()).isEmpty();
        assertThat(summary.errors()).isEmpty();
        assertThat(summary.throttled().stood())
                .isPositive()
                .isEqualTo(summary.operations().stream()
                        .mapToLong(o -> o.statuses().getOrDefault(429, 0L))
                        .sum());
        assertThat(summary.doubts())
                .filteredOn(d -> d.kind() == Doubt.Kind.NOTHING_TESTED)
                .hasSize(1)
                .allSatisfy(d -> assertThat(d.message()).contains("<rateLimit>", "<maxRetryAfter>"));
    }

    @Test
    void a_service_with_a_certificate_of_its_own_needs_a_word() throws Exception {
        Keys keys = Keys.make(folder, "server");
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(keys.server()));
        serve(https, exchange -> 500);

        assertThatThrownBy(() -> run(with(config("https"), Connection.DEFAULT, Pace.DEFAULT)))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("spec: ")
                .hasMessageContaining("<caBundle>");

        Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
        ContractConfig local = config("https");
        assertThatThrownBy(() -> run(with(
                        local.with(new Target(
                                folder.resolve("api.yaml").toString(),
                                local.target().baseUrl(),
                                folder)),
                        Connection.DEFAULT,
                        Pace.DEFAULT)))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("certificate is not trusted");

        RunSummary unsafe = run(with(config("https"), Connection.DEFAULT.tlsVerify(false), Pace.DEFAULT));
        assertThat(unsafe.warnings()).anySatisfy(w -> assertThat(w).startsWith("tlsVerify is false"));
        assertThat(unsafe.findings())
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.reproduce()).contains(" --insecure "));

        Path bundle = keys.certificate();
        Connection trusting = new Connection(
                Optional.of(bundle),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                List.of());
        RunSummary safe = run(with(config("https"), trusting, Pace.DEFAULT));
        assertThat(safe.warnings()).noneSatisfy(w -> assertThat(w).contains("tlsVerify"));
        assertThat(safe.findings())
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.reproduce()).contains(" --cacert ", bundle.toString()));
    }

    @Test
    void a_service_that_dies_in_the_middle_and_comes_back_is_tested_to_the_end() throws Exception {
        CompletableFuture<Void> back = new CompletableFuture<>();
        HttpServer first = http(0);
        int port = first.getAddress().getPort();
        serve(first, exchange -> {
            if (asked.incrementAndGet() == 15) {
                Thread killer = new Thread(() -> {
                    first.stop(0);
                    CompletableFuture.delayedExecutor(2500, TimeUnit.MILLISECONDS)
                            .execute(() -> {
                                try {
                                    serve(http(port), NetworkRunTest::valid);
                                    back.complete(null);
                                } catch (IOException e) {
                                    back.completeExceptionally(new UncheckedIOException(e));
                                }
                            });
                });
                killer.setDaemon(true);
                killer.start();
            }
            return valid(exchange);
        });

        RunSummary summary = run(with(config("http"), Connection.DEFAULT, Pace.DEFAULT));

        back.get();
        assertThat(summary.finished()).isTrue();
        assertThat(summary.broken()).isEmpty();
        assertThat(summary.errors())
                .anySatisfy(e -> assertThat(e.message())
                        .contains("accepted no connections for")
                        .contains("<excludes>"));
        assertThat(summary.operations())
                .allSatisfy(o -> assertThat(o.reached2xx()).isTrue());
    }
}

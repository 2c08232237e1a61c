package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.contractcheck.ContractConfig.Limits;
import io.contractcheck.ContractConfig.Network;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.event.RunEvent.RunCut;
import io.contractcheck.event.RunSummary;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StoppedRunTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            paths:
              /books:
                get:
                  parameters: [{name: limit, in: query, schema: {type: integer}}]
                  responses: {"200": {description: books}, "400": {description: no}}
              /authors:
                get:
                  parameters: [{name: limit, in: query, schema: {type: integer}}]
                  responses: {"200": {description: authors}, "400": {description: no}}
            """;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger seen = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch answers = new CountDownLatch(1);
    private HttpServer server;

    /** Answers the first requests at once, and all others once it is allowed to. */
    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            if (seen.incrementAndGet() > 10) {
                begun.countDown();
                try {
                    answers.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
    }

    @AfterEach
    void close() {
        answers.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private ContractConfig config(int workers) {
        return ContractConfig.of("api.yaml")
                .with(new Target(
                        "api.yaml",
                        Optional.of("http://127.0.0.1:" + server.getAddress().getPort()),
                        folder))
                .with(new Network(Duration.ofMinutes(1), Duration.ofMinutes(1), List.of()))
                .with(Limits.DEFAULT.workers(workers))
                .with(new Reporting(folder, List.of()));
    }

    private void isARecordOfAStoppedRun(RunSummary summary) {
        assertThat(summary.finished()).isTrue();
        assertThat(summary.cut()).hasValueSatisfying(cut -> {
            assertThat(cut.reason()).isEqualTo(RunCut.Reason.STOPPED);
            assertThat(cut.unreached()).extracting(RunSummary.Unreached::phase).contains("coverage", "fuzzing");
        });
        assertThat(summary.cases()).isGreaterThanOrEqualTo(6);
        assertThat(folder.resolve("summary.json")).content().contains("\"reason\" : \"stopped\"");
        assertThat(folder.resolve("junit.xml")).exists();
    }

    @Test
    void what_is_running_is_waited_for_and_nothing_more_is_begun() throws Exception {
        try (ContractRun.Recording recording = ContractRun.record(folder, List.of())) {
            CompletableFuture<RunSummary> run =
                    CompletableFuture.supplyAsync(() -> recording.run(config(2), List.of()), threads);
            begun.await();
            recording.stop();
            answers.countDown();
            isARecordOfAStoppedRun(run.get());
            assertThat(seen.get()).isLessThanOrEqualTo(12);
        }
    }

    @Test
    void what_hangs_is_abandoned_and_the_record_is_ended_without_it() throws Exception {
        ContractRun.Recording recording = ContractRun.record(folder, List.of());
        CompletableFuture<RunSummary> run =
                CompletableFuture.supplyAsync(() -> recording.run(config(1), List.of()), threads);
        begun.await();
        recording.stop(Duration.ofMillis(50));
        RunSummary summary = ContractRun.recorded(folder);
        isARecordOfAStoppedRun(summary);
        assertThat(summary.cut().orElseThrow().message()).contains("did not end within 0.05 s and were abandoned");
        answers.countDown();
        run.get();
        assertThat(ContractRun.recorded(folder)).isEqualTo(summary);
        recording.close();
    }

    @Test
    void a_run_that_is_stopped_before_it_begins_sends_nothing() {
        try (ContractRun.Recording recording = ContractRun.record(folder, List.of())) {
            recording.stop();
            assertThatThrownBy(() -> recording.run(config(4), List.of()))
                    .isInstanceOf(ContractException.class)
                    .hasMessageContaining("stopped from outside before its first case");
        }
        assertThat(seen).hasValue(0);
        assertThat(ContractRun.recorded(folder).broken()).isPresent();
    }

    @Test
    void waiting_for_a_service_ends_too() throws Exception {
        int port = server.getAddress().getPort();
        server.stop(0);
        CountDownLatch waiting = new CountDownLatch(1);
        try (ContractRun.Recording recording = ContractRun.record(folder, List.of(event -> waiting.countDown()))) {
            CompletableFuture<RunSummary> run = CompletableFuture.supplyAsync(
                    () -> recording.run(
                            config(4).with(new Target("api.yaml", Optional.of("http://127.0.0.1:" + port), folder)),
                            List.of()),
                    threads);
            waiting.await();
            recording.stop();
            assertThatThrownBy(() -> run.get(30, TimeUnit.SECONDS)).hasMessageContaining("stopped from outside");
        }
    }

    @Test
    void stopping_a_run_that_has_ended_changes_nothing() {
        answers.countDown();
        try (ContractRun.Recording recording = ContractRun.record(folder, List.of())) {
            RunSummary summary = recording.run(config(4), List.of());
            recording.stop(Duration.ofSeconds(1));
            assertThat(ContractRun.recorded(folder)).isEqualTo(summary);
        }
    }
}

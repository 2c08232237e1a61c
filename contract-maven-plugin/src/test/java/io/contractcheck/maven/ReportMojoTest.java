package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import io.contractcheck.ContractConfig;
import io.contractcheck.ContractRun;
import io.contractcheck.event.Journal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ReportMojoTest {
    private static final int ENOUGH = 300;
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            paths:
              /books:
                get:
                  parameters: [{name: limit, in: query, schema: {type: integer}}]
                  responses: {"200": {description: books}}
              /authors:
                get:
                  parameters: [{name: q, in: query, schema: {type: string}}]
                  responses: {"200": {description: authors}}
            """;

    @TempDir
    private Path folder;

    private final Told told = new Told();

    private Path reports() {
        return folder.resolve("target/contract-reports");
    }

    private void report(String configuration) throws Exception {
        ReportMojo mojo = new Pom(folder).fill(new ReportMojo(), "report", configuration);
        mojo.setLog(told);
        mojo.execute();
    }

    /** Runs until the service has answered enough, and then not a moment longer. */
    private int killed() throws Exception {
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
        ExecutorService threads = Executors.newCachedThreadPool();
        AtomicInteger answered = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(
                    String.valueOf(exchange.getRequestURI()).contains("books") ? 500 : 200, -1);
            exchange.close();
            answered.incrementAndGet();
            enough.countDown();
        });
        server.start();
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledRun.class.getName(),
                            folder.toString(),
                            "http://127.0.0.1:" + server.getAddress().getPort())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            assertThat(enough.await(100, TimeUnit.SECONDS))
                    .as(() -> read(folder.resolve("output")))
                    .isTrue();
            process.destroyForcibly().waitFor();
            return answered.get();
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void of_a_killed_run_all_is_told_but_what_was_under_way() throws Exception {
        int answered = killed();
        assertThat(reports().resolve("summary.json")).doesNotExist();
        report("");
        JsonNode summary =
                new JsonMapper().readTree(reports().resolve("summary.json").toFile());
        assertThat(summary.path("requests").asInt())
                .isBetween(answered - ContractConfig.Limits.DEFAULT_WORKERS, answered);
        assertThat(summary.path("finished").asBoolean()).isFalse();
        assertThat(summary.at("/cut/reason").asText()).isEqualTo("killed");
        assertThat(summary.at("/cut/unreached").size()).isPositive();
        assertThat(summary.at("/findings/0/check").asText()).isEqualTo("not_a_server_error");
        assertThat(reports().resolve("junit.xml")).exists();
        assertThat(told.of("WARN"))
                .contains("The run was killed: its journal ends before the run does.")
                .anyMatch(line -> line.startsWith("   Not done in "));
        assertThat(told.of("ERROR"))
                .anyMatch(line -> line.startsWith("1. GET /books: Server error [not_a_server_error, critical]"))
                .anyMatch(line -> line.startsWith("Operations: 2, reached 2xx: "));
    }

    @Test
    void of_a_run_that_ended_the_same_is_told_again() throws Exception {
        Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        Told first = new Told();
        CheckMojo check = new Pom(folder)
                .property(
                        "contract.baseUrl",
                        "http://127.0.0.1:" + server.getAddress().getPort())
                .run(new CheckMojo(), "check", "<maxExamples>5</maxExamples>");
        check.setLog(first);
        assertThatThrownBy(check::execute).isInstanceOf(MojoFailureException.class);
        server.stop(0);
        String before = read(reports().resolve("summary.json"));
        Files.delete(reports().resolve("summary.json"));
        report("");
        assertThat(read(reports().resolve("summary.json"))).isEqualTo(before);
        assertThat(first.lines()).containsSubsequence(told.lines());
    }

    @Test
    void only_the_reports_that_are_asked_for_are_written() throws Exception {
        try (Journal journal = Journal.create(reports().resolve(ContractRun.JOURNAL))) {
            journal.on(Findings.failing("GET /books", "check", "one"));
        }
        report("<reports>junit</reports>");
        assertThat(reports().resolve("junit.xml")).exists();
        assertThat(reports().resolve("summary.json")).doesNotExist();
    }

    @Test
    void without_a_journal_there_is_nothing_to_tell() {
        assertThatThrownBy(() -> report(""))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("There is no record of a contract test at")
                .hasMessageContaining("contract.reportsDirectory");
    }
}

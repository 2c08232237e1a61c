package io.contractcheck.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Network;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.ContractRun;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.Finding;
import io.contractcheck.event.RunSummary.OperationSummary;
import io.contractcheck.event.RunSummary.RunError;
import io.contractcheck.hook.Hook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A whole run against a server of which one operation of three has a bad habit. */
record HostileRun(RunSummary summary, int wild, Path reports) {
    /** For those that hang: short, but long enough for a calm answer on a busy machine. */
    static final Duration SHORT = Duration.ofSeconds(1);

    static final Duration LONG = Duration.ofSeconds(60);

    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Zoo, version: "1"}
            paths:
              /calm:
                get:
                  responses: &answers
                    "200":
                      description: all is well
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [ok]
                            properties: {ok: {type: boolean}, n: {type: integer, multipleOf: 3}}
              /wild:
                post:
                  parameters:
                    - {name: q, in: query, schema: {type: integer}}
                  requestBody:
                    content:
                      application/json: {schema: {type: object, properties: {name: {type: string}}}}
                  responses: *answers
              /tail:
                get:
                  parameters:
                    - {name: q, in: query, schema: {type: integer}}
                  responses: *answers
            """;

    static HostileRun of(Path folder, HostileServer.Habit habit, Duration timeout) {
        return of(folder, habit, timeout, List.of());
    }

    static HostileRun of(Path folder, HostileServer.Habit habit, Duration timeout, List<Hook> hooks) {
        try (HostileServer server = new HostileServer(habit)) {
            Files.writeString(folder.resolve("zoo.yaml"), DOCUMENT);
            ContractConfig config = ContractConfig.of("zoo.yaml")
                    .with(new Target("zoo.yaml", Optional.of(server.origin()), folder))
                    .with(new Selection(
                            List.of(),
                            List.of(),
                            List.of("coverage", "fuzzing"),
                            List.of(),
                            List.of("negative_data_rejection", "unsupported_method")))
                    .with(new Generation(5, OptionalLong.of(1)))
                    .with(new Network(timeout, Duration.ofSeconds(5), List.of()))
                    .with(new Reporting(folder.resolve("reports"), List.of()));
            RunSummary summary = ContractRun.run(config, hooks, List.of());
            return new HostileRun(summary, server.wild(), folder.resolve("reports"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What holds whatever the habit: the run ends, tells little and all of it of one operation, and the others were tested. */
    HostileRun survived() {
        assertThat(summary.broken()).isEmpty();
        assertThat(summary.finished()).isTrue();
        assertThat(wild).isPositive();
        for (OperationSummary operation : summary.operations()) {
            assertThat(operation.cases()).as(operation.label()).isPositive();
            assertThat(operation.reached2xx() || operation.label().contains("/wild"))
                    .as(operation.label())
                    .isTrue();
        }
        assertThat(summary.errors()).extracting(RunError::operation).allMatch(o -> o.equals(Optional.of("POST /wild")));
        assertThat(summary.findings()).extracting(f -> f.id().operation()).allMatch("POST /wild"::equals);
        assertThat(summary.errors()).hasSizeLessThan(4);
        assertThat(summary.findings()).hasSizeLessThan(6);
        assertThat(summary.errors()).noneMatch(e -> e.message().contains("defect"));
        assertThat(reports.resolve("summary.json")).exists();
        assertThat(reports.resolve("junit.xml")).exists();
        assertThat(reports.resolve(ContractRun.JOURNAL).toFile().length()).isLessThan(8 << 20);
        RunSummary read = ContractRun.recorded(reports);
        assertThat(read.findings()).isEqualTo(summary.findings());
        assertThat(read.errors()).isEqualTo(summary.errors());
        return this;
    }

    /** The messages of errors, findings and warnings, for a test to look for. */
    String told() {
        StringBuilder told = new StringBuilder();
        for (RunError error : summary.errors()) {
            told.append("error: ").append(error.message()).append('\n');
        }
        for (Finding finding : summary.findings()) {
            told.append("finding of ")
                    .append(finding.id().check())
                    .append(": ")
                    .append(finding.title())
                    .append(": ")
                    .append(finding.message())
                    .append('\n');
        }
        for (String warning : summary.warnings()) {
            told.append("warning: ").append(warning).append('\n');
        }
        return told.toString();
    }
}

package io.contractcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.ContractCases;
import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.testcase.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesLogTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: "1"}
            servers: [{url: /v2}]
            paths:
              /books:
                get: {responses: {"200": {description: books}}}
              /none:
                get:
                  parameters: [{name: n, in: query, required: true, schema: {type: integer, minimum: 2, maximum: 1}}]
                  responses: {"200": {description: never}}
            """;

    private final List<String> lines = new ArrayList<>();

    @TempDir
    private Path folder;

    private List<String> logged(String document) throws IOException {
        Files.writeString(folder.resolve("api.yaml"), document);
        ContractConfig config = ContractConfig.of("api.yaml")
                .with(new Target("api.yaml", Optional.empty(), folder))
                .with(new Generation(5, OptionalLong.of(11), Mode.POSITIVE, false))
                .with(new Reporting(folder, List.of()));
        CasesLog log = new CasesLog(
                new Console(new SystemStreamLog() {
                    @Override
                    public void info(CharSequence message) {
                        lines.add("INFO " + message);
                    }

                    @Override
                    public void warn(CharSequence message) {
                        lines.add("WARN " + message);
                    }
                }),
                HookSettings.NONE);
        log.results(ContractCases.write(config, List.of(), List.of(log)), folder.resolve(ContractCases.FILE));
        return lines;
    }

    @Test
    void operations_without_cases_are_counted_and_named_with_the_reason() throws IOException {
        assertThat(logged(DOCUMENT))
                .anyMatch(l -> l.startsWith("INFO ContractCheck ") && l.endsWith("2 operations at http://localhost/v2"))
                .anyMatch(l -> l.startsWith("WARN No case: GET /none: ") && l.contains("'n'"))
                .anyMatch(l -> l.startsWith("WARN Cases: ")
                        && l.endsWith(" 0 negative), Operations without cases: 1 (GET /none), Seed: 11"))
                .last()
                .isEqualTo("INFO Written to: " + folder.resolve("cases.ndjson"));
    }

    @Test
    void nothing_is_warned_of_where_every_operation_has_a_case() throws IOException {
        assertThat(logged(DOCUMENT.replace("minimum: 2", "minimum: 0")))
                .anyMatch(l -> l.startsWith("INFO Cases: ") && l.contains("Operations without cases: 0, Seed: 11"))
                .noneMatch(l -> l.startsWith("WARN"));
    }
}

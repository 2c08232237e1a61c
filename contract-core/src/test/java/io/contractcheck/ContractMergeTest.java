package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Limits;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.check.Severity;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.Shard;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.hook.RunCheckHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes one run, and what does not. */
class ContractMergeTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Shop, version: '1'}
            servers: [{url: http://127.0.0.1:1}]
            paths:
              /books:
                get:
                  parameters: [{name: limit, in: query, schema: {type: integer, minimum: 1}}]
                  responses: {'200': {description: ok}, '404': {description: none}}
            """;

    @TempDir
    private static Path shards;

    @TempDir
    private Path folder;

    /** Finds fault with a run that is small. */
    private static final class Small implements RunCheckHook {
        @Override
        public List<Failure> failures(RunSummary run, HookContext context) {
            return List.of(new Failure(
                    new FailureId("GET /books", "size", "small"),
                    "Small run",
                    run.cases() + " cases",
                    "",
                    Severity.LOW));
        }
    }

    private static RunSummary run(Answering service, String document, long seed, int examples, Shard shard, Path into)
            throws IOException {
        Path file = Files.writeString(Files.createDirectories(into).resolve("api.yaml"), document);
        return ContractRun.run(
                ContractConfig.of(file.toString())
                        .with(new Target(file.toString(), Optional.of(service.url()), into))
                        .with(new Generation(examples, OptionalLong.of(seed)))
                        .with(Limits.DEFAULT.shard(shard))
                        .with(new Reporting(into, List.of())),
                List.of(new Small()),
                List.of());
    }

    private static Answering nothing() throws IOException {
        return new Answering(request -> "404 {}");
    }

    @BeforeAll
    static void two() throws IOException {
        try (Answering service = nothing()) {
            for (int i = 1; i <= 2; i++) {
                RunSummary part = run(service, DOCUMENT, 5, 20, new Shard(i, 2), shards.resolve("shard-" + i));
                assertThat(part.doubts()).isEmpty();
                assertThat(part.findings()).noneMatch(f -> f.id().check().equals("size"));
            }
        }
    }

    private RunSummary merge(List<Hook> hooks, Path... parts) {
        return ContractRun.merge(
                new ContractMerge(
                        List.of(parts),
                        HookSettings.NONE,
                        new Reporting(folder.resolve("merged"), List.of()),
                        ContractConfig.DEFAULT_FAIL_ON),
                hooks,
                List.of());
    }

    private void assertRefused(String because, Path... parts) {
        assertThatThrownBy(() -> merge(List.of(), parts))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(because);
        assertThat(ContractRun.recorded(folder.resolve("merged")).broken())
                .hasValueSatisfying(broken -> assertThat(broken).contains(because));
    }

    private Path other(String name, String document, long seed, int examples) throws IOException {
        try (Answering service = nothing()) {
            run(service, document, seed, examples, new Shard(2, 2), folder.resolve(name));
        }
        return folder.resolve(name);
    }

    private static Path first() {
        return shards.resolve("shard-1");
    }

    private Path copy(String... without) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        List<String> lines = Files.readAllLines(shards.resolve("shard-2").resolve(ContractRun.JOURNAL));
        Files.write(
                copy.resolve(ContractRun.JOURNAL),
                lines.stream()
                        .filter(line -> List.of(without).stream().noneMatch(line::contains))
                        .toList());
        return copy;
    }

    @Test
    void what_only_the_whole_can_tell_is_told_by_the_merge() throws IOException {
        RunSummary merged = merge(List.of(new Small()), shards);
        assertThat(merged.doubts())
                .anySatisfy(doubt -> assertThat(doubt.message()).contains("404").contains("baseUrl"));
        assertThat(merged.findings())
                .filteredOn(f -> f.id().check().equals("size"))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).isEqualTo(merged.cases() + " cases"));
        try (Answering service = nothing()) {
            RunSummary single = run(service, DOCUMENT, 5, 20, new Shard(1, 1), folder.resolve("single"));
            assertThat(merged.cases()).isEqualTo(single.cases());
            assertThat(merged.hooks()).hasSize(1);
            assertThat(merged.hooks().get(0).applied()).isEqualTo(1);
        }
    }

    @Test
    void a_hook_that_is_not_there_is_missed() {
        assertThat(merge(List.of(), shards).warnings())
                .singleElement()
                .asString()
                .contains(Small.class.getName())
                .contains("RunCheckHook");
    }

    @Test
    void a_shard_that_is_missing_is_named_with_the_seed_it_needs() {
        assertRefused("shard 2/2 is not there", first());
        assertRefused("seed, 5", first());
    }

    @Test
    void a_shard_that_is_there_twice_is_named() throws IOException {
        assertRefused("shard 2/2 is there twice", shards, copy());
    }

    @Test
    void shards_of_another_seed_configuration_or_document_are_refused() throws IOException {
        assertRefused("the seed is another in shard 2/2", first(), other("seed", DOCUMENT, 6, 20));
        assertRefused("(6) than in shard 1/2", first(), folder.resolve("seed"));
        assertRefused("maxExamples is another in shard 2/2", first(), other("examples", DOCUMENT, 5, 21));
        String document = DOCUMENT.replace("minimum: 1", "minimum: 2");
        assertRefused("the document is another in shard 2/2", first(), other("document", document, 5, 20));
    }

    @Test
    void where_the_document_says_that_the_service_is_may_differ() throws IOException {
        String document = DOCUMENT.replace("127.0.0.1:1", "127.0.0.1:2");
        assertThat(merge(List.of(), first(), other("elsewhere", document, 5, 20))
                        .finished())
                .isTrue();
    }

    @Test
    void a_shard_that_did_not_come_to_its_end_is_named() throws IOException {
        assertRefused("shard 2/2", first(), copy("RunFinished"));
        assertRefused("did not come to its end", first(), copy("RunFinished"));
    }

    @Test
    void a_shard_that_could_not_run_is_named_with_its_reason() throws IOException {
        Path broken = copy("RunFinished");
        Path journal = broken.resolve(ContractRun.JOURNAL);
        Files.writeString(
                journal, Files.readString(journal) + "{\"event\":\"RunBroken\",\"message\":\"no service answers\"}\n");
        assertRefused("could not run: no service answers", first(), broken);
    }

    @Test
    void a_run_that_is_no_shard_is_no_part_of_another() throws IOException {
        try (Answering service = nothing()) {
            Path alone = folder.resolve("alone");
            Path file = Files.writeString(Files.createDirectories(alone).resolve("api.yaml"), DOCUMENT);
            ContractRun.run(
                    ContractConfig.of(file.toString())
                            .with(new Target(file.toString(), Optional.of(service.url()), alone))
                            .with(new Generation(1, OptionalLong.of(5)))
                            .with(new Reporting(alone, List.of())),
                    List.of(),
                    List.of());
            assertRefused("is no shard", first(), alone);
        }
    }

    @Test
    void what_is_merged_is_never_overwritten() throws IOException {
        Path journal = first().resolve(ContractRun.JOURNAL);
        String before = Files.readString(journal);
        assertThatThrownBy(() -> ContractRun.merge(
                        new ContractMerge(
                                List.of(shards), HookSettings.NONE, new Reporting(first(), List.of()), List.of()),
                        List.of(),
                        List.of()))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("shard 1/2")
                .hasMessageContaining("overwrite");
        assertThat(journal).hasContent(before);
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThatThrownBy(() -> merge(List.of(), folder.resolve("nowhere")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("shards")
                .hasMessageContaining("nowhere");
    }
}

package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Limits;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.auth.AuthSettings;
import io.contractcheck.auth.Grant;
import io.contractcheck.auth.SecretValue;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.Shard;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent, and what is told of it, is decided by seed, document and answers alone. */
class DeterminismTest {
    @TempDir
    private static Path documents;

    private static final Map<Kind, Ran> ONE = new EnumMap<>(Kind.class);
    private static Answering service;

    @TempDir
    private Path folder;

    @BeforeAll
    static void begin() throws IOException {
        service = new Answering(Answering::moody);
    }

    @AfterAll
    static void end() {
        ONE.clear();
        service.close();
    }

    /** Documents of several kinds. */
    enum Kind {
        NASTY(9, List.of()),
        MANY(10, List.of("fuzzing")),
        LINKED(9, List.of("examples", "coverage", "fuzzing", "stateful"));

        private final int examples;
        private final List<String> phases;

        Kind(int examples, List<String> phases) {
            this.examples = examples;
            this.phases = phases;
        }

        private String document() throws IOException {
            return switch (this) {
                case NASTY -> Files.readString(Path.of("src/test/resources/documents/nasty.yaml"));
                case MANY -> many();
                case LINKED -> LINKED_PATHS;
            };
        }

        /** What is below something takes the id of what was made above it. */
        private static final String LINKED_PATHS = """
                openapi: 3.0.3
                info: {title: Linked, version: '1'}
                paths:
                  /shops/{shop}/items/{item}:
                    parameters:
                      - {name: shop, in: path, required: true, schema: {type: integer, minimum: 1}}
                      - {name: item, in: path, required: true, schema: {type: integer, minimum: 1}}
                    delete: {responses: {'200': {description: gone}}}
                    get:
                      parameters: [{name: q, in: query, schema: {type: integer, minimum: 0, maximum: 9}}]
                      responses: {'200': {description: ok, content: {application/json: {schema: {type: object, required: [price]}}}}}
                  /shops/{shop}/items:
                    parameters: [{name: shop, in: path, required: true, schema: {type: integer, minimum: 1}}]
                    post:
                      requestBody: {required: true, content: {application/json: {schema: &new {type: object, required: [name], properties: {name: {type: string, maxLength: 9}}}}}}
                      responses: {'200': {description: ok, content: {application/json: {schema: &made {type: object, properties: {id: {type: integer}}}}}}}
                  /shops:
                    post:
                      requestBody: {required: true, content: {application/json: {schema: *new}}}
                      responses: {'200': {description: ok, content: {application/json: {schema: *made}}}}
                """;

        /** More operations than are open at once, with more cases than a round has. */
        private static String many() {
            return """
                    openapi: 3.0.3
                    info: {title: Many, version: '1'}
                    paths:
                    """
                    + IntStream.range(0, 66)
                            .mapToObj(i -> """
                      /p%d:
                        get:
                          parameters: [{name: q, in: query, schema: {type: integer, minimum: 0, maximum: %d}}]
                          responses: {'200': {description: ok, content: {application/json: {schema: {type: object, required: [name]}}}}}
                    """.formatted(i, i + 10))
                            .collect(Collectors.joining());
        }
    }

    private record Ran(RunSummary summary, List<String> came, Map<Purpose, List<String>> told) {}

    private static ContractConfig config(Kind kind, Limits limits, Path reports) throws IOException {
        Path file = Files.writeString(documents.resolve(kind + ".yaml"), kind.document());
        return ContractConfig.of(file.toString())
                .with(new Target(file.toString(), Optional.of(service.url()), documents))
                .with(new Selection(List.of(), List.of(), kind.phases, List.of(), List.of()))
                .with(new Generation(kind.examples, OptionalLong.of(11)))
                .with(new AuthSettings(List.of(user("alice"), user("bob"))))
                .with(new Reporting(reports, List.of()))
                .with(limits);
    }

    private static AuthSettings.User user(String name) {
        return new AuthSettings.User(
                name,
                List.of(AuthSettings.Credential.of(
                        new Grant.Given(new SecretValue.Literal("the-token-of-" + name, "<token>")))),
                Optional.empty());
    }

    private Ran run(Kind kind, Limits limits) throws IOException {
        return run(kind, limits, folder.resolve("reports"));
    }

    private static Ran run(Kind kind, Limits limits, Path reports) throws IOException {
        service.requests();
        Map<Purpose, List<String>> told = new LinkedHashMap<>();
        RunSummary summary =
                ContractRun.run(config(kind, limits, reports), List.of(), List.of(event -> remember(event, told)));
        return new Ran(summary, service.requests(), told);
    }

    /** With one worker. */
    private static Ran one(Kind kind) throws IOException {
        Ran known = ONE.get(kind);
        Ran one = known == null ? run(kind, Limits.DEFAULT.workers(1), documents.resolve(kind + "-reports")) : known;
        ONE.put(kind, one);
        return one;
    }

    private static void remember(RunEvent event, Map<Purpose, List<String>> told) {
        if (event instanceof RunEvent.CallAnswered call) {
            told.computeIfAbsent(call.purpose(), p -> new ArrayList<>())
                    .add(call.id() + " " + text(call.exchange().request()));
        }
    }

    private static String text(Request request) {
        byte[] body = request.body();
        return request.method() + " " + request.target() + " " + request.headers() + " "
                + (body == null ? "" : new String(body, StandardCharsets.ISO_8859_1));
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static void assertSame(Ran ran, Ran other) {
        assertThat(sorted(ran.came())).isEqualTo(sorted(other.came()));
        for (Purpose purpose : Purpose.values()) {
            assertThat(sorted(ran.told().getOrDefault(purpose, List.of())))
                    .as(purpose.name())
                    .isEqualTo(sorted(other.told().getOrDefault(purpose, List.of())));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void any_number_of_workers_sends_the_same_and_finds_the_same(Kind kind) throws IOException {
        assertThat(one(kind).summary().findings()).hasSizeGreaterThan(kind == Kind.LINKED ? 5 : 20);
        for (int workers : kind == Kind.MANY ? new int[] {8} : new int[] {2, 8}) {
            Ran more = run(kind, Limits.DEFAULT.workers(workers));
            assertSame(more, one(kind));
            assertThat(Timeless.of(more.summary()))
                    .isEqualTo(Timeless.of(one(kind).summary()));
        }
    }

    @Test
    void what_is_made_comes_before_what_is_read_and_that_before_what_is_deleted() throws IOException {
        List<String> phase = one(Kind.LINKED).told().get(Purpose.CASE).stream()
                .filter(call -> call.contains(" coverage #") || call.contains(" in coverage"))
                .map(call -> call.replaceFirst("(?s) in coverage.*", ""))
                .distinct()
                .toList();
        assertThat(phase)
                .containsExactly(
                        "POST /shops",
                        "POST /shops/{shop}/items",
                        "GET /shops/{shop}/items/{item}",
                        "DELETE /shops/{shop}/items/{item}");
        assertThat(one(Kind.LINKED).summary().operations())
                .extracting(RunSummary.OperationSummary::label)
                .startsWith("DELETE /shops/{shop}/items/{item}");
    }

    @Test
    void one_worker_sends_the_same_in_the_same_order() throws IOException {
        assertThat(run(Kind.NASTY, Limits.DEFAULT.workers(1)).came())
                .isEqualTo(one(Kind.NASTY).came());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void shards_share_a_run_and_merged_they_are_that_run(Kind kind) throws IOException {
        Ran alone = one(kind);
        List<String> cases = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Shard shard = new Shard(i, 3);
            Ran part = run(kind, Limits.DEFAULT.workers(i).shard(shard), folder.resolve(shard.folder()));
            assertThat(part.summary().doubts()).isEmpty();
            assertThat(part.told().get(Purpose.CASE)).hasSizeGreaterThan(kind == Kind.LINKED ? 40 : 100);
            cases.addAll(part.told().get(Purpose.CASE));
        }
        assertThat(sorted(cases)).isEqualTo(sorted(alone.told().get(Purpose.CASE)));
        Map<Purpose, List<String>> told = new LinkedHashMap<>();
        RunSummary merged = ContractRun.merge(
                new ContractMerge(
                        List.of(folder),
                        HookSettings.NONE,
                        new Reporting(folder.resolve("merged"), List.of()),
                        ContractConfig.DEFAULT_FAIL_ON),
                List.of(),
                List.of(event -> remember(event, told)));
        assertThat(Timeless.of(merged)).isEqualTo(Timeless.of(alone.summary()));
        told.put(Purpose.DUPLICATE, alone.told().getOrDefault(Purpose.DUPLICATE, List.of())); // of what a shard knows
        for (Purpose purpose : Purpose.values()) {
            assertThat(sorted(told.getOrDefault(purpose, List.of())))
                    .as(purpose.name())
                    .isEqualTo(sorted(alone.told().getOrDefault(purpose, List.of())));
        }
        assertThat(Timeless.of(ContractRun.recorded(folder.resolve("merged")))).isEqualTo(Timeless.of(merged));
    }

    @Test
    void the_merge_tells_in_the_order_of_one_worker() throws IOException {
        for (int i = 1; i <= 3; i++) {
            Shard shard = new Shard(i, 3);
            run(Kind.MANY, Limits.DEFAULT.workers(1).shard(shard), folder.resolve(shard.folder()));
        }
        Map<Purpose, List<String>> told = new LinkedHashMap<>();
        ContractRun.merge(
                new ContractMerge(
                        List.of(folder),
                        HookSettings.NONE,
                        new Reporting(folder.resolve("merged"), List.of()),
                        List.of()),
                List.of(),
                List.of(event -> remember(event, told)));
        assertThat(told.get(Purpose.CASE)).isEqualTo(one(Kind.MANY).told().get(Purpose.CASE));
        assertThat(told.get(Purpose.SHRINK)).isEqualTo(one(Kind.MANY).told().get(Purpose.SHRINK));
    }
}

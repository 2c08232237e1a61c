package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Limits;
import io.contractcheck.ContractConfig.Reporting;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent, and what is told of it, is decided by seed, document and answers alone. */
class DeterminismTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path whole;

    /** Documents of several kinds. */
    enum Kind {
        NASTY(16),
        MANY(10);

        private final int examples;

        Kind(int examples) {
            this.examples = examples;
        }

        private String document() throws IOException {
            return this == NASTY ? Files.readString(Path.of("src/test/resources/documents/nasty.yaml")) : many();
        }

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

    private ContractConfig config(Kind kind, Answering service, Limits limits) throws IOException {
        Files.writeString(folder.resolve("api.yaml"), kind.document());
        return ContractConfig.of("api.yaml")
                .with(new Target("api.yaml", Optional.of(service.url()), folder))
                .with(new Generation(kind.examples, OptionalLong.of(11)))
                .with(new AuthSettings(List.of(user("alice"), user("bob"))))
                .with(new Reporting(whole.resolve("reports"), List.of()))
                .with(limits);
    }

    private static AuthSettings.User user(String name) {
        return new AuthSettings.User(
                name,
                List.of(AuthSettings.Credential.of(
                        new Grant.Given(new SecretValue.Literal("the-token-of-" + name, "<token>")))),
                Optional.empty());
    }

    private Ran run(Kind kind, Answering service, Limits limits) throws IOException {
        return run(config(kind, service, limits), service);
    }

    private static Ran run(ContractConfig config, Answering service) {
        service.requests();
        Map<Purpose, List<String>> told = new LinkedHashMap<>();
        RunSummary summary = ContractRun.run(config, List.of(), List.of(event -> remember(event, told)));
        return new Ran(summary, service.requests(), told);
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
        try (Answering service = new Answering(Answering::moody)) {
            Ran one = run(kind, service, Limits.DEFAULT.workers(1));
            assertThat(one.summary().findings()).hasSizeGreaterThan(20);
            for (int workers : new int[] {2, 8}) {
                Ran more = run(kind, service, Limits.DEFAULT.workers(workers));
                assertSame(more, one);
                assertThat(Timeless.of(more.summary())).isEqualTo(Timeless.of(one.summary()));
            }
        }
    }

    @Test
    void one_worker_sends_the_same_in_the_same_order() throws IOException {
        try (Answering service = new Answering(Answering::moody)) {
            Ran one = run(Kind.NASTY, service, Limits.DEFAULT.workers(1));
            assertThat(run(Kind.NASTY, service, Limits.DEFAULT.workers(1)).came())
                    .isEqualTo(one.came());
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void shards_share_a_run_and_merged_they_are_that_run(Kind kind) throws IOException {
        try (Answering service = new Answering(Answering::moody)) {
            Ran alone = run(kind, service, Limits.DEFAULT.workers(1));
            List<String> cases = new ArrayList<>();
            List<Path> folders = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                Shard shard = new Shard(i, 3);
                Path reports = folder.resolve(shard.folder());
                Ran part = run(
                        config(kind, service, Limits.DEFAULT.workers(i).shard(shard))
                                .with(new Reporting(reports, List.of())),
                        service);
                assertThat(part.summary().doubts()).isEmpty();
                assertThat(part.told().get(Purpose.CASE)).hasSizeGreaterThan(100);
                cases.addAll(part.told().get(Purpose.CASE));
                folders.add(reports);
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
            for (Purpose purpose : Purpose.values()) {
                assertThat(sorted(told.getOrDefault(purpose, List.of())))
                        .as(purpose.name())
                        .isEqualTo(sorted(alone.told().getOrDefault(purpose, List.of())));
            }
            assertThat(Timeless.of(ContractRun.recorded(folder.resolve("merged"))))
                    .isEqualTo(Timeless.of(merged));
        }
    }
}

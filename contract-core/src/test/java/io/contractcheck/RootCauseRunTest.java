package io.contractcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Limits;
import io.contractcheck.ContractConfig.Network;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Service;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.event.Confirmation;
import io.contractcheck.event.Journal;
import io.contractcheck.event.LoggedCause;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.Finding;
import io.contractcheck.event.Shard;
import io.contractcheck.failing.FailingShop;
import io.contractcheck.failing.FailingShop.Habit;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.http.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that fails in two places behind many answers that say nothing. */
class RootCauseRunTest {
    private static final int OPERATIONS = 5;

    @TempDir
    private Path folder;

    private ContractConfig config(String url, int workers, Optional<Path> log, String reports) throws IOException {
        Files.writeString(folder.resolve("api.yaml"), FailingShop.document());
        return ContractConfig.of("api.yaml")
                .with(new Target("api.yaml", Optional.of(url), folder))
                .with(new Selection(
                        List.of(), List.of(), List.of("coverage", "fuzzing"), List.of("not_a_server_error"), List.of()))
                .with(new Generation(8, OptionalLong.of(42)))
                .with(new Network(
                        Network.DEFAULT_REQUEST_TIMEOUT,
                        Network.DEFAULT_STARTUP_TIMEOUT,
                        List.of(new Header("Authorization", "Bearer s3cret-token"))))
                .with(new Limits(workers, Limits.DEFAULT_MAX_TIME, OptionalInt.empty(), true, Optional.empty()))
                .with(new Reporting(folder.resolve(reports), List.of()))
                .with(new Service(log, List.of("io.contractcheck.failing")));
    }

    private RunSummary run(Habit habit, int workers, boolean listens) throws IOException {
        Path log = folder.resolve("service.log");
        Files.writeString(log, "started\nready\n");
        try (FailingShop shop = new FailingShop(log, habit)) {
            return ContractRun.run(
                    config(shop.url(), workers, listens ? Optional.of(log) : Optional.empty(), "reports"),
                    List.of(),
                    List.of());
        }
    }

    private static String place(Runnable failing, String method) {
        try {
            failing.run();
        } catch (RuntimeException e) {
            StackTraceElement frame = Stream.of(e.getStackTrace())
                    .filter(f -> f.getClassName().startsWith("io.contractcheck.failing"))
                    .findFirst()
                    .orElseThrow();
            return e.getClass().getSimpleName() + " at FailingShop$" + method + ":" + frame.getLineNumber();
        }
        throw new AssertionError("it did not fail");
    }

    private static List<String> places() {
        return List.of(
                place(() -> FailingShop.Stock.take(2), "Stock.take"),
                place(() -> FailingShop.Prices.of(1), "Prices.of"));
    }

    private static List<String> causes(RunSummary summary) {
        return summary.findings().stream()
                .map(f -> f.id().operation() + ": " + f.id().cause())
                .sorted()
                .toList();
    }

    private static List<String> twoInEachOperation() {
        List<String> expected = new ArrayList<>();
        for (String operation : List.of("books", "films", "games", "maps", "toys")) {
            places().forEach(place -> expected.add("GET /" + operation + ": " + place));
        }
        return expected.stream().sorted().toList();
    }

    @ParameterizedTest
    @CsvSource({"BEFORE, 1", "BEFORE, 8", "AFTER, 1", "AFTER, 8", "NOISY, 1", "NOISY, 8"})
    void two_root_causes_are_two_findings_of_each_operation(Habit habit, int workers) throws IOException {
        RunSummary summary = run(habit, workers, true);
        assertThat(summary.errors()).isEmpty();
        assertThat(causes(summary)).isEqualTo(twoInEachOperation());
        assertThat(summary.rootCauses().keySet()).containsExactlyInAnyOrderElementsOf(places());
        assertThat(summary.rootCauses().values())
                .allSatisfy(group -> assertThat(group).hasSize(OPERATIONS));
        assertThat(summary.findings().stream().mapToLong(Finding::occurrences).sum())
                .isEqualTo(summary.operations().stream()
                        .mapToLong(o -> o.statuses().getOrDefault(500, 0L))
                        .sum())
                .isGreaterThanOrEqualTo(20);
        List<String> log = Files.readAllLines(folder.resolve("service.log"));
        assertThat(summary.findings()).allSatisfy(finding -> {
            assertThat(finding.confirmation()).contains(Confirmation.CONFIRMED);
            LoggedCause logged = finding.rootCause().orElseThrow();
            assertThat(logged.cause().identity()).isEqualTo(finding.id().cause());
            assertThat(logged.cause().wrapper().orElseThrow()).startsWith("java.lang.IllegalStateException: Request");
            assertThat(logged.file()).isEqualTo("service.log");
            assertThat(log.get((int) logged.line() - 1)).startsWith("java.lang.IllegalStateException: Request");
            // the request that is shown is one that fails there
            boolean even = finding.request().orElseThrow().target().matches(".*[02468]");
            assertThat(finding.id().cause().contains("Stock")).isEqualTo(even);
        });
        assertThat(ContractRun.recorded(folder.resolve("reports"))).isEqualTo(summary);
        for (String file : List.of(ContractRun.JOURNAL, "summary.json", "junit.xml")) {
            assertThat(Files.readString(folder.resolve("reports").resolve(file)))
                    .doesNotContain("s3cret-token")
                    .contains("FailingShop$Stock.take");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void what_is_logged_beside_explains_nothing(int workers) throws IOException {
        RunSummary summary = run(Habit.ONLY_NOISE, workers, true);
        assertThat(summary.findings()).hasSize(OPERATIONS).allSatisfy(finding -> {
            assertThat(finding.rootCause()).isEmpty();
            assertThat(finding.id().cause()).startsWith("500 ");
        });
    }

    @Test
    void without_a_log_nothing_is_told_and_the_same_is_sent() throws IOException {
        RunSummary silent = run(Habit.BEFORE, 8, false);
        assertThat(silent.findings()).hasSize(OPERATIONS).allSatisfy(finding -> {
            assertThat(finding.rootCause()).isEmpty();
            assertThat(finding.id().cause()).startsWith("500 ");
        });
        List<String> sent = cases();
        assertThat(Files.readString(folder.resolve("reports/journal.ndjson")))
                .doesNotContain("\"suspects\"", "\"root\"", "\"claim\"");
        run(Habit.BEFORE, 8, true);
        assertThat(cases()).isEqualTo(sent);
    }

    private List<String> cases() {
        try (Stream<RunEvent> events = Journal.read(folder.resolve("reports/journal.ndjson"))) {
            return events.filter(RunEvent.CallAnswered.class::isInstance)
                    .map(RunEvent.CallAnswered.class::cast)
                    .filter(call -> call.purpose() == Purpose.CASE)
                    .map(call -> call.id() + " " + call.exchange().request().target())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void shards_add_up_to_the_run() throws IOException {
        RunSummary whole = run(Habit.BEFORE, 1, true);
        List<Path> shards = new ArrayList<>();
        Path log = folder.resolve("service.log");
        for (int i = 1; i <= 2; i++) {
            try (FailingShop shop = new FailingShop(log, Habit.BEFORE)) {
                ContractConfig config = config("http://127.0.0.1:1", 1, Optional.of(log), "shard" + i);
                ContractRun.run(
                        config.with(config.limits().shard(new Shard(i, 2)))
                                .with(new Target("api.yaml", Optional.of(shop.url()), folder)),
                        List.of(),
                        List.of());
                shards.add(folder.resolve("shard" + i));
            }
        }
        RunSummary merged = ContractRun.merge(
                new ContractMerge(
                        shards, HookSettings.NONE, new Reporting(folder.resolve("merged"), List.of()), List.of()),
                List.of(),
                List.of());
        assertThat(causes(merged)).isEqualTo(causes(whole));
        assertThat(merged.findings())
                .extracting(Finding::occurrences)
                .isEqualTo(whole.findings().stream().map(Finding::occurrences).toList());
    }
}

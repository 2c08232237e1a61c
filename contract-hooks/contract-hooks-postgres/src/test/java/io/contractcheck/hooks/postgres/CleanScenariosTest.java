package io.contractcheck.hooks.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Limits;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.ContractRun;
import io.contractcheck.event.Isolation;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.HookSettings;
import io.contractcheck.hook.Provided;
import io.contractcheck.hook.ScenarioHook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs against a service that commits. */
@Timeout(600)
class CleanScenariosTest {
    private static Scratch scratch;

    @TempDir
    private Path folder;

    private final List<RunEvent> events = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        scratch = Scratch.open();
    }

    @AfterAll
    static void close() {
        scratch.close();
    }

    private RunSummary run(Scratch.Base base, Shelf shelf, int examples, Isolation isolation, Hook... hooks)
            throws Exception {
        Files.writeString(folder.resolve("api.yaml"), Shelf.DOCUMENT);
        return ContractRun.run(
                ContractConfig.of("api.yaml")
                        .with(new Target("api.yaml", Optional.of(shelf.url()), folder))
                        .with(new Selection(
                                List.of(),
                                List.of(),
                                List.of("coverage", "fuzzing"),
                                List.of("not_a_server_error", "positive_data_acceptance", "status_code_conformance"),
                                List.of()))
                        .with(new Generation(examples, OptionalLong.of(3)))
                        .with(Limits.DEFAULT.isolation(isolation))
                        .with(new HookSettings(Map.of(), List.of(), List.of())
                                .providing(new Provided(base.provides(), Map.of(), List.of())))
                        .with(new Reporting(folder.resolve("reports"), List.of("summary"))),
                List.of(hooks),
                List.of(events::add));
    }

    /** What the database holds when scenarios begin. */
    public static final class Hashes implements ScenarioHook {
        private final Scratch.Base base;
        private final Set<String> seen = new LinkedHashSet<>();
        private int scenarios;

        Hashes(Scratch.Base base) {
            this.base = base;
        }

        @Override
        public void before(ScenarioId scenario, HookContext context) {
            try {
                seen.add(base.hash());
                scenarios++;
            } catch (SQLException e) {
                throw new HookException(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void after(ScenarioId scenario, HookContext context) {}
    }

    @Test
    void a_thousand_scenarios_that_commit_begin_from_one_state_and_the_service_keeps_its_connections()
            throws Exception {
        Scratch.Base base = scratch.base(Shelf.SCHEMA);
        try (Shelf shelf = Shelf.open(base.login(), 409)) {
            Hashes hashes = new Hashes(base);
            RunSummary summary = run(base, shelf, 300, Isolation.SCENARIO, new PostgresHook(), hashes);
            assertThat(hashes.scenarios).isGreaterThan(1000);
            assertThat(hashes.seen).hasSize(1);
            assertThat(shelf.stillConnected()).hasSize(4);
            RunEvent.StateRestored restored = summary.restored().orElseThrow();
            assertThat(restored.times()).isGreaterThan(1000);
            System.out.println("restored " + restored.times() + " times in "
                    + restored.elapsed().toMillis() + " ms");
            assertThat(summary.findings()).isEmpty();
            assertThat(statuses(409)).isZero();
            assertThat(statuses(201)).isGreaterThan(100);
            assertThat(summary.clean()).isTrue();
        }
    }

    private long statuses(int status) {
        return events.stream()
                .filter(e -> e instanceof RunEvent.CallAnswered call
                        && call.purpose() == Purpose.CASE
                        && call.exchange().response().status() == status)
                .count();
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void a_name_that_the_run_itself_sends_twice_is_no_failure(Isolation isolation) throws Exception {
        for (int duplicate : List.of(409, 400, 422, 500)) {
            Scratch.Base base = scratch.base(Shelf.SCHEMA);
            events.clear();
            try (Shelf shelf = Shelf.open(base.login(), duplicate)) {
                RunSummary summary = run(base, shelf, 40, isolation, new PostgresHook());
                assertThat(summary.findings())
                        .as("%s, %d", isolation, duplicate)
                        .isEmpty();
                assertThat(summary.clean()).isTrue();
                if (isolation != Isolation.SCENARIO) {
                    assertThat(statuses(duplicate)).isPositive();
                    assertThat(summary.warnings()).anyMatch(w -> w.contains("is not reported as a failure"));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 400, 422, 500})
    void nor_is_it_without_a_database_that_could_be_brought_back(int duplicate) throws Exception {
        Scratch.Base base = scratch.base(Shelf.SCHEMA);
        try (Shelf shelf = Shelf.open(base.login(), duplicate)) {
            RunSummary summary = run(base, shelf, 40, Isolation.NONE);
            assertThat(statuses(duplicate)).isPositive();
            assertThat(summary.findings()).isEmpty();
            assertThat(summary.warnings()).anyMatch(w -> w.contains("is not reported as a failure"));
        }
    }
}

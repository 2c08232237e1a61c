package io.contractcheck.it.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractRun;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.OperationSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With no configuration, each operation of a correct service takes something, and nothing is found. */
class CleanLifeTest {
    @TempDir
    private Path directory;

    static Stream<Arguments> trades() {
        return Stream.of(Trade.values()).flatMap(t -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(t, seed)));
    }

    @ParameterizedTest
    @MethodSource("trades")
    void every_operation_of_a_correct_service_takes_something_and_nothing_is_found(Trade trade, long seed)
            throws IOException {
        try (LifeService service = new LifeService(trade, Flaw.NONE)) {
            RunSummary summary = ContractRun.run(
                    ContractConfig.of(service.document())
                            .with(new Generation(15, OptionalLong.of(seed)))
                            .with(new Reporting(directory, List.of())),
                    List.of(),
                    List.of());

            assertThat(summary.findings()).isEmpty();
            assertThat(summary.operations().stream()
                            .filter(o -> !o.reached2xx())
                            .map(OperationSummary::label))
                    .isEmpty();
            assertThat(summary.errors()).isEmpty();
            assertThat(summary.doubts()).isEmpty();
            assertThat(summary.warnings()).isEmpty();
            assertThat(summary.notTested()).isEmpty();
        }
    }
}

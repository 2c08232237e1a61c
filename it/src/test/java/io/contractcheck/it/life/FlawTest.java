package io.contractcheck.it.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractRun;
import io.contractcheck.event.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What shows after a few calls only is found, by its check alone, and shown with no call too many. */
class FlawTest {
    @TempDir
    private Path directory;

    static Stream<Arguments> flaws() {
        return Stream.of(Flaw.values())
                .filter(flaw -> flaw != Flaw.NONE)
                .flatMap(flaw -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(flaw, seed)));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void a_flaw_is_found_by_its_check_alone_with_the_shortest_sequence(Flaw flaw, long seed) throws IOException {
        try (LifeService service = new LifeService(flaw.trade(), flaw)) {
            RunSummary summary = ContractRun.run(
                    ContractConfig.of(service.document())
                            .with(new Generation(
                                    seed == 1 ? Generation.DEFAULT_MAX_EXAMPLES : 40, OptionalLong.of(seed)))
                            .with(new Reporting(directory, List.of())),
                    List.of(),
                    List.of());

            assertThat(summary.findings().stream()
                            .map(f -> f.id().operation() + " " + f.id().check())
                            .distinct())
                    .containsExactly(flaw.operation() + " " + flaw.check());
            assertThat(summary.findings())
                    .allSatisfy(f -> assertThat(f.chain().size() + 1)
                            .as(() -> f.reproduce())
                            .isEqualTo(flaw.calls()));
            assertThat(summary.errors()).isEmpty();
        }
    }
}

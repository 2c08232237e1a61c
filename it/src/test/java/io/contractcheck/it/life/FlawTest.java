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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What shows after a few calls only is found, by its check alone, and shown with no call too many. {@link Flaw#LIST_BREAKS} is found by
 * chance only: the deletion in it is of a part, and what fails is about the whole.
 */
class FlawTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "LIST_BREAKS"})
    void a_flaw_is_found_by_its_check_alone_with_the_shortest_sequence(Flaw flaw) throws IOException {
        try (LifeService service = new LifeService(flaw.trade(), flaw)) {
            RunSummary summary = ContractRun.run(
                    ContractConfig.of(service.document())
                            .with(new Generation(Generation.DEFAULT_MAX_EXAMPLES, OptionalLong.of(1)))
                            .with(new Reporting(directory, List.of())),
                    List.of(),
                    List.of());

            assertThat(summary.findings().stream()
                            .map(f -> f.id().operation() + " " + f.id().check())
                            .distinct())
                    .containsExactly(flaw.operation() + " " + flaw.check());
            assertThat(summary.findings()).allMatch(f -> f.chain().size() + 1 == flaw.calls());
            assertThat(summary.errors()).isEmpty();
        }
    }
}

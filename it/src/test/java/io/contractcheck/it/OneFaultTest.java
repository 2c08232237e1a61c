package io.contractcheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractRun;
import io.contractcheck.check.CheckSettings;
import io.contractcheck.event.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** On a service with one fault exactly one check speaks; on a correct one none does. In each version of the specification. */
class OneFaultTest {
    @TempDir
    private Path directory;

    static Stream<Arguments> faults() {
        return Stream.of("openapi-3.0.yaml", "openapi-3.1.json", "swagger-2.0.json")
                .flatMap(d -> Stream.of(Fault.values())
                        // Swagger 2.0 cannot say that a header is required
                        .filter(f -> !(d.startsWith("swagger") && f == Fault.MISSING_HEADER))
                        .map(f -> Arguments.of(f, d)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void exactly_the_check_of_the_fault_speaks(Fault fault, String document) throws IOException {
        try (NoteService service = new NoteService(0, fault, "")) {
            ContractConfig config = ContractConfig.of(service.url() + "/" + document)
                    .with(new Generation(fault == Fault.SLOW ? 5 : 30, OptionalLong.of(7)))
                    .with(new CheckSettings(
                            List.of(), Optional.of(Duration.ofMillis(fault == Fault.SLOW ? 250 : 5000))))
                    .with(new Reporting(directory, List.of()));

            RunSummary summary = ContractRun.run(config, List.of(), List.of());

            assertThat(summary.findings().stream().map(f -> f.id().check()).distinct())
                    .containsExactlyElementsOf(fault == Fault.NONE ? List.of() : List.of(fault.check()));
            assertThat(summary.errors()).isEmpty();
            assertThat(summary.doubts()).isEmpty();
            assertThat(summary.notTested()).isEmpty();
            assertThat(summary.operationsReached2xx()).isEqualTo(3);
            assertThat(summary.cases()).isGreaterThan(fault == Fault.SLOW ? 10 : 60);
        }
    }
}

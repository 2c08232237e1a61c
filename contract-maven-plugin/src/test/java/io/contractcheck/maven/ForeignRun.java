package io.contractcheck.maven;

import io.contractcheck.ContractCases;
import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.ContractRun;
import io.contractcheck.event.RunListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A run in a Java of its own, for {@link ForeignEncodingTest}. */
public final class ForeignRun {
    private ForeignRun() {}

    /** @param arguments the folder of the document and the reports, and the base URL */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        ContractConfig config = ContractConfig.of("api.yaml")
                .with(new Target("api.yaml", Optional.of(arguments[1]), folder))
                .with(new Selection(List.of(), List.of(), List.of("coverage"), List.of(), List.of()))
                .with(new Generation(5, OptionalLong.of(7)))
                .with(new Reporting(folder, List.of()));
        RunListener log = new ConsoleLog(new Console(new SystemStreamLog()), folder);
        ContractRun.run(config, List.of(), List.of(log));
        ContractCases.write(config, List.of(), List.of());
    }
}

package io.contractcheck.benchmark;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.ContractRun;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One phase of a whole run, with all checks on and its journal written, as users run it.
 *
 * @param name of the phase
 * @param groups of operations in the document
 * @param maxExamples random cases for an operation
 */
record Phase(String name, int groups, int maxExamples, Path folder) {
    /** What came of it; {@code findings} are told since a run that finds much does other work than one that finds nothing. */
    record Done(Spent spent, int findings) {}

    Done run(String url, long seed) throws IOException {
        Path document = folder.resolve("items-" + groups + ".yaml");
        Files.createDirectories(folder);
        Files.writeString(document, ItemDocument.of(groups));
        ContractConfig config = ContractConfig.of(document.toAbsolutePath().toString())
                .with(new Target(document.toAbsolutePath().toString(), Optional.of(url), folder))
                .with(new Selection(List.of(), List.of(), List.of(name), List.of(), List.of()))
                .with(new Generation(maxExamples, OptionalLong.of(seed)))
                .with(new Reporting(folder.resolve("reports"), List.of()));
        Spent.Clock[] clock = {Spent.begin()};
        Spent[] spent = {clock[0].end(0)};
        long[] requests = {0};
        RunSummary summary = ContractRun.run(config, List.of(), List.of(event -> {
            if (event instanceof RunEvent.CallAnswered) {
                requests[0]++;
            } else if (event instanceof RunEvent.PhaseStarted) {
                clock[0] = Spent.begin();
                requests[0] = 0;
            } else if (event instanceof RunEvent.PhaseFinished) {
                spent[0] = clock[0].end(requests[0]);
            }
        }));
        return new Done(spent[0], summary.findings().size());
    }
}

package io.contractcheck.benchmark;

import io.contractcheck.ContractConfig;
import io.contractcheck.ContractConfig.Generation;
import io.contractcheck.ContractConfig.Reporting;
import io.contractcheck.ContractConfig.Selection;
import io.contractcheck.ContractConfig.Target;
import io.contractcheck.ContractRun;
import io.contractcheck.event.RunEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How long it takes from nothing, once the JVM is there, to the first answer; to be run in a new process each time. */
record Start(Path folder) {
    private static final int GROUPS = 20;

    /** Of a whole run, with a document of a hundred operations. */
    void run(PrintStream out) throws IOException {
        Files.createDirectories(folder);
        Path document = folder.resolve("items.yaml");
        Files.writeString(document, ItemDocument.of(GROUPS));
        try (Served service = Served.start(false)) {
            ContractConfig config = ContractConfig.of(document.toString())
                    .with(new Target(document.toString(), Optional.of(service.url()), folder))
                    .with(new Selection(List.of(), List.of(), List.of("coverage"), List.of(), List.of()))
                    .with(new Generation(1, OptionalLong.of(1)))
                    .with(new Reporting(folder.resolve("reports"), List.of()));
            Spent.Clock clock = Spent.begin();
            Spent[] first = {null};
            ContractRun.run(config, List.of(), List.of(event -> {
                if (first[0] == null && event instanceof RunEvent.CallAnswered) {
                    first[0] = clock.end(1);
                }
            }));
            tell(out, GROUPS * ItemDocument.OPERATIONS + " operations", first[0]);
        }
    }

    /** Of the bare loop. */
    void bare(PrintStream out) throws IOException, InterruptedException {
        try (Served service = Served.start(false)) {
            Spent.Clock clock = Spent.begin();
            new BareLoop(service.url(), 1).run(1);
            tell(out, "bare loop", clock.end(1));
        }
    }

    private static void tell(PrintStream out, String name, Spent spent) {
        out.printf("| %s | %.2f | %.2f |%n", name, spent.wall() / 1e9, spent.cpu() / 1e9);
    }
}

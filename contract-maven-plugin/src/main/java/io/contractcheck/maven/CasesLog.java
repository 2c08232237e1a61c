package io.contractcheck.maven;

import io.contractcheck.ContractCases.Made;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.RunSummary.NotTested;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Tells Maven's log of cases that are made: nothing for each case, each operation without one with its reason. */
final class CasesLog implements RunListener {
    private static final int WARNINGS = 10;
    private static final int NAMED = 5;

    private final Log log;
    private int warnings;

    CasesLog(Log log) {
        this.log = log;
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.RunStarted started) {
            log.info("ContractCheck " + started.version() + ": " + started.title() + " " + started.apiVersion() + " ("
                    + started.specification() + "), "
                    + count(started.operations().size(), "operation") + " at "
                    + started.baseUrl());
        } else if (event instanceof RunEvent.HookLoaded loaded) {
            log.info("Hook: " + loaded.hook() + " from " + loaded.origin());
        } else if (event instanceof RunEvent.Warned warned) {
            if (++warnings <= WARNINGS) {
                log.warn(warned.message());
            }
        } else if (event instanceof RunEvent.PhaseStarted phase) {
            log.info("Making cases of " + phase.phase());
        } else if (event instanceof RunEvent.CaseWithheld withheld) {
            log.debug("Withheld in " + withheld.id() + ": " + withheld.reason());
        } else if (event instanceof RunEvent.ErrorOccurred error) {
            log.error("Error" + error.operation().map(o -> " in " + o).orElse("") + ": " + error.message());
        } else if (event instanceof RunEvent.HookUsed used) {
            log.info("Hook " + used.hook() + " applied " + used.applied() + " of " + count(used.calls(), "time"));
        }
    }

    void results(Made made, Path file) {
        if (warnings > WARNINGS) {
            log.warn("... and " + count(warnings - WARNINGS, "warning") + " more");
        }
        List<NotTested> without = made.without();
        without.forEach(w -> log.warn("No case: " + w.operation() + ": " + w.reason()));
        String line = "Cases: " + (made.positives() + made.negatives()) + " (" + made.positives() + " positive, "
                + made.negatives() + " negative), Operations without cases: " + without.size() + names(without)
                + ", Seed: " + made.seed();
        if (without.isEmpty()) {
            log.info(line);
        } else {
            log.warn(line);
        }
        log.info("Written to: " + file);
    }

    private static String names(List<NotTested> without) {
        if (without.isEmpty()) {
            return "";
        }
        List<String> names =
                without.stream().limit(NAMED).map(NotTested::operation).toList();
        return " (" + String.join(", ", names) + (without.size() > NAMED ? ", ..." : "") + ")";
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}

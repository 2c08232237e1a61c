package io.contractcheck.maven;

import io.contractcheck.ContractCases.Made;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.RunSummary.NotTested;
import io.contractcheck.hook.HookSettings;
import java.nio.file.Path;
import java.util.List;

/** Tells Maven's log of cases that are made: nothing for each case, operations without one with their reasons. */
final class CasesLog implements RunListener {
    private static final int WITHOUT = 20;
    private static final int ERRORS = 10;
    private static final int NAMED = 5;

    /** There is no report of this goal. */
    private static final String REST = "the output with -X";

    private final Console console;
    private final Beginning beginning;
    private int errors;

    CasesLog(Console console, HookSettings settings) {
        this.console = console;
        this.beginning = new Beginning(console, settings, REST);
    }

    @Override
    public void on(RunEvent event) {
        beginning.on(event);
        if (event instanceof RunEvent.PhaseStarted phase) {
            console.info("Making cases of " + phase.phase());
        } else if (event instanceof RunEvent.CaseWithheld withheld) {
            console.debug("Withheld in " + withheld.id() + ": " + withheld.reason());
        } else if (event instanceof RunEvent.ErrorOccurred error) {
            String text = "Error" + error.operation().map(o -> " in " + o).orElse("") + ": " + error.message();
            if (++errors <= ERRORS) {
                console.error(text);
            } else {
                console.debug(text);
            }
        } else if (event instanceof RunEvent.HookUsed used) {
            console.info(
                    "Hook " + used.hook() + " applied " + used.applied() + " of " + Counts.of(used.calls(), "time"));
        }
    }

    void results(Made made, Path file) {
        List<NotTested> without = made.without();
        beginning.rest();
        if (errors > ERRORS) {
            console.error("... and " + Counts.of(errors - ERRORS, "error") + " more, all in " + REST);
        }
        without.forEach(w -> console.debug("No case: " + w.operation() + ": " + w.reason()));
        Console.some(
                without,
                WITHOUT,
                w -> console.warn("No case: " + w.operation() + ": " + Brief.line(w.reason())),
                console::warn,
                "operation",
                REST);
        String line = "Cases: " + (made.positives() + made.negatives()) + " (" + made.positives() + " positive, "
                + made.negatives() + " negative), Operations without cases: " + without.size() + names(without)
                + ", Seed: " + made.seed();
        if (without.isEmpty()) {
            console.info(line);
        } else {
            console.warn(line);
        }
        console.info("Written to: " + file);
        console.explain();
    }

    private static String names(List<NotTested> without) {
        if (without.isEmpty()) {
            return "";
        }
        List<String> names =
                without.stream().limit(NAMED).map(NotTested::operation).toList();
        return " (" + String.join(", ", names) + (without.size() > NAMED ? ", ..." : "") + ")";
    }
}

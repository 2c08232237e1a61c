package io.contractcheck.maven;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.HookSummary;
import io.contractcheck.event.RunSummary.NotTested;
import io.contractcheck.event.RunSummary.PhaseSummary;
import io.contractcheck.event.RunSummary.RunError;
import io.contractcheck.event.Summarizer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.logging.Log;

/** Tells Maven's log of a run in the manner of Surefire: a line for each phase, each finding once, nothing for each request. */
final class ConsoleLog implements RunListener {
    private static final int WARNINGS = 10;
    private static final int UNREACHED = 5;

    private final Log log;
    private final Path directory;
    private final Summarizer summarizer = new Summarizer();
    private int warnings;

    ConsoleLog(Log log, Path directory) {
        this.log = log;
        this.directory = directory;
    }

    @Override
    public void on(RunEvent event) {
        summarizer.on(event);
        if (event instanceof RunEvent.RunStarted started) {
            log.info("ContractCheck " + started.version() + ": " + started.title() + " " + started.apiVersion() + " ("
                    + started.specification() + "), "
                    + count(started.operations().size(), "operation") + " at "
                    + started.baseUrl());
            log.info("Checks: " + String.join(", ", started.checks()));
        } else if (event instanceof RunEvent.HookLoaded loaded) {
            log.info("Hook: " + loaded.hook() + " from " + loaded.origin());
        } else if (event instanceof RunEvent.Warned warned) {
            if (++warnings <= WARNINGS) {
                log.warn(warned.message());
            }
        } else if (event instanceof RunEvent.PhaseStarted phase) {
            log.info("Running " + phase.phase());
        } else if (event instanceof RunEvent.PhaseFinished finished) {
            summarizer.summary().phases().stream()
                    .filter(p -> p.name().equals(finished.phase()))
                    .forEach(this::phase);
        } else if (event instanceof RunEvent.RunBroken || event instanceof RunEvent.RunFinished) {
            results(summarizer.summary());
        }
    }

    private void phase(PhaseSummary phase) {
        String line = "Operations: " + phase.operations() + ", Cases: " + phase.cases() + ", Findings: "
                + phase.findings() + ", Time elapsed: "
                + phase.elapsed().map(ConsoleLog::seconds).orElse("?") + " -- in " + phase.name();
        if (phase.findings() > 0) {
            log.error(line);
        } else {
            log.info(line);
        }
    }

    private void results(RunSummary summary) {
        if (summary.started().isEmpty()) {
            return; // nothing was tested; the goal says why
        }
        String report = directory.resolve("summary.json").toString();
        if (warnings > WARNINGS) {
            log.warn("... and " + count(warnings - WARNINGS, "warning") + " more, all in " + report);
        }
        log.info("");
        for (HookSummary hook : summary.hooks()) {
            String line = "Hook " + hook.name() + " applied " + times(hook.applied()) + " (asked " + times(hook.calls())
                    + ")";
            if (hook.applied() == 0) {
                log.warn(line);
            } else {
                log.info(line);
            }
        }
        for (NotTested notTested : summary.notTested()) {
            log.warn("Not tested: " + notTested.operation() + ": " + notTested.reason());
        }
        List<String> untested =
                summary.notTested().stream().map(NotTested::operation).toList();
        summary.withheld().stream()
                .filter(w -> !untested.contains(w.operation())) // said above
                .forEach(w -> log.warn("Withheld: " + w.operation() + ": " + w.describe()));
        List<String> findings = FindingList.lines(summary, report);
        findings.forEach(log::error);
        for (RunError error : summary.errors()) {
            log.error("Error" + error.operation().map(o -> " in " + o).orElse("")
                    + (error.occurrences() == 1 ? "" : " (" + times(error.occurrences()) + ")") + ": "
                    + error.message());
            error.reproduce().ifPresent(r -> log.error("   Reproduce: " + r));
        }
        unreached(summary, report);
        String line = "Operations: " + summary.operations().size() + ", reached 2xx: " + summary.operationsReached2xx()
                + ", Cases: " + summary.cases() + ", Findings: "
                + summary.findings().size() + ", Errors: "
                + (summary.errors().size() + (summary.broken().isPresent() ? 1 : 0)) + ", Seed: "
                + summary.started().map(s -> Long.toString(s.seed())).orElse("none");
        if (summary.clean()) {
            log.info(line);
        } else {
            log.error(line);
        }
        log.info("Reports: " + directory);
    }

    /** What never answered 2xx was hardly tested, whatever else is green. */
    private void unreached(RunSummary summary, String report) {
        List<String> unreached = summary.operations().stream()
                .filter(o -> o.cases() > 0 && !o.reached2xx())
                .map(o -> o.label() + " " + o.statuses().keySet())
                .toList();
        if (!unreached.isEmpty()) {
            log.warn("Never reached 2xx: " + count(unreached.size(), "operation") + " of "
                    + summary.operations().size() + ": "
                    + String.join(", ", unreached.subList(0, Math.min(UNREACHED, unreached.size())))
                    + (unreached.size() > UNREACHED ? ", ...; perOperation in " + report + " has all" : ""));
        }
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
    }
}

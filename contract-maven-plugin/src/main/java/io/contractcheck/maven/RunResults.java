package io.contractcheck.maven;

import io.contractcheck.event.Doubt;
import io.contractcheck.event.RunSummary;
import io.contractcheck.event.RunSummary.CredentialSummary;
import io.contractcheck.event.RunSummary.HookSummary;
import io.contractcheck.event.RunSummary.LeftOut;
import io.contractcheck.event.RunSummary.NotTested;
import io.contractcheck.event.RunSummary.RunError;
import io.contractcheck.event.RunSummary.Withheld;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run came to, on the console: what makes all else doubtful first, then what was found. What is cut says where the rest is. */
final class RunResults {
    private static final int DOUBTS = 3;
    private static final int DOUBT_LINES = 6;
    private static final int BRIEF_DOUBTS = 4;
    private static final int NOT_TESTED = 8;
    private static final int WITHHELD = 5;
    private static final int ERRORS = 6;
    private static final int ERROR_LINES = 3;
    private static final int HOOKS = 6;
    private static final int UNREACHED = 5;

    private final Console console;
    private final RunSummary summary;
    private final Path directory;
    private final String report;

    RunResults(Console console, RunSummary summary, Path directory) {
        this.console = console;
        this.summary = summary;
        this.directory = directory;
        this.report = directory.resolve("summary.json").toString();
    }

    void print() {
        console.info("");
        doubts();
        notTested();
        FindingList.lines(summary, report).forEach(console::error);
        errors();
        usage();
        unreached();
        String line = "Operations: " + summary.operations().size() + ", reached 2xx: " + summary.operationsReached2xx()
                + ", Cases: " + summary.cases() + ", Findings: "
                + summary.findings().size() + ", Errors: "
                + (summary.errors().size() + (summary.broken().isPresent() ? 1 : 0)) + ", Seed: "
                + summary.started().map(s -> Long.toString(s.seed())).orElse("none");
        if (summary.clean()) {
            console.info(line);
        } else {
            console.error(line);
        }
        console.info("Reports: " + directory);
        console.explain();
    }

    private void doubts() {
        List<Doubt> doubts = summary.doubts();
        doubts.stream().limit(DOUBTS).forEach(d -> tell(d, DOUBT_LINES));
        List<Doubt> others = doubts.subList(Math.min(DOUBTS, doubts.size()), doubts.size());
        Console.some(others, BRIEF_DOUBTS, d -> tell(d, 1), console::warn, "doubt", report);
        if (!doubts.isEmpty()) {
            console.info("");
        }
    }

    private void tell(Doubt doubt, int most) {
        List<String> lines = doubt.message().lines().toList();
        for (int i = 0; i < lines.size() && i < most; i++) {
            String line = i == 0 ? lines.get(0) + " [" + doubt.kind().id() + "]" : "   " + lines.get(i);
            if (doubt.fails()) {
                console.error(line);
            } else {
                console.warn(line);
            }
        }
    }

    private void notTested() {
        Console.some(
                summary.notTested(),
                NOT_TESTED,
                (NotTested n) -> console.warn("Not tested: " + n.operation() + ": " + Brief.line(n.reason())),
                console::warn,
                "operation",
                report);
        List<String> untested =
                summary.notTested().stream().map(NotTested::operation).toList();
        Console.some(
                summary.withheld().stream()
                        .filter(w -> !untested.contains(w.operation())) // said above
                        .toList(),
                WITHHELD,
                (Withheld w) -> console.warn("Withheld: " + w.operation() + ": " + Brief.line(w.describe())),
                console::warn,
                "withheld operation",
                report);
    }

    private void errors() {
        Console.some(summary.errors(), ERRORS, this::error, console::error, "error", report);
    }

    private void error(RunError error) {
        String text = "Error" + error.operation().map(o -> " in " + o).orElse("")
                + (error.occurrences() == 1 ? "" : " (" + Counts.times(error.occurrences()) + ")") + ": "
                + error.message();
        text.lines().limit(ERROR_LINES).map(Brief::cut).forEach(console::error);
        error.reproduce().ifPresent(r -> console.error("   Reproduce: " + Brief.command(r, report)));
    }

    /** What was plugged in, and what it did. */
    private void usage() {
        Console.some(
                summary.hooks(),
                HOOKS,
                (HookSummary h) -> told(
                        h.applied() > 0,
                        "Hook " + h.name() + " applied " + Counts.times(h.applied()) + " (asked "
                                + Counts.times(h.calls()) + ")" + leftOut(h.name())),
                console::info,
                "hook",
                report);
        Console.some(
                summary.credentials(),
                HOOKS,
                (CredentialSummary c) -> told(
                        c.requests() > 0,
                        "Credential " + c.credential() + (c.user().isEmpty() ? "" : " of " + c.user()) + " put on "
                                + Counts.of(c.requests(), "request")),
                console::info,
                "credential",
                report);
    }

    /** What a hook kept out of the run, which is not tested or not told. */
    private String leftOut(String hook) {
        Map<LeftOut.Kind, Long> counts = new EnumMap<>(LeftOut.Kind.class);
        summary.leftOut().stream()
                .filter(l -> l.hook().equals(hook))
                .forEach(l -> counts.merge(l.kind(), l.times(), Long::sum));
        StringBuilder text = new StringBuilder();
        counts.forEach((kind, count) -> text.append(text.isEmpty() ? "; left out " : ", ")
                .append(Counts.of(count, kind.name().toLowerCase(Locale.ROOT))));
        return text.toString();
    }

    private void told(boolean used, String line) {
        if (used) {
            console.info(line);
        } else {
            console.warn(line);
        }
    }

    /** What never answered 2xx was hardly tested, whatever else is green. */
    private void unreached() {
        List<String> unreached = summary.operations().stream()
                .filter(o -> o.cases() > 0 && !o.reached2xx())
                .map(o -> o.label() + " " + o.statuses().keySet())
                .toList();
        if (!unreached.isEmpty()) {
            console.warn("Never reached 2xx: " + Counts.of(unreached.size(), "operation") + " of "
                    + summary.operations().size() + ": "
                    + String.join(", ", unreached.subList(0, Math.min(UNREACHED, unreached.size())))
                    + (unreached.size() > UNREACHED ? ", ...; perOperation in " + report + " has all" : ""));
        }
    }
}

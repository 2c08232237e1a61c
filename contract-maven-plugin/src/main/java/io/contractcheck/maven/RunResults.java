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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run came to, on the console: what makes all else doubtful first, then what was found. What is cut says where the rest is. */
final class RunResults {
    private static final int DOUBTS = 3;
    private static final int DOUBT_LINES = 8;
    private static final int BRIEF_DOUBTS = 4;
    private static final int NOT_TESTED = 5;
    private static final int WITHHELD = 5;
    private static final int ERRORS = 5;
    private static final int ERROR_LINES = 3;
    private static final int HOOKS = 6;
    private static final int LEARNT = 6;

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
        List<String> findings = FindingList.lines(summary, report);
        List<String> table = OperationTable.lines(summary, OperationTable.rows(findings.size()), report);
        if (!table.isEmpty()) {
            console.info("");
            table.forEach(console::info);
        }
        console.info("");
        doubts();
        notTested();
        learnt();
        leftOut();
        findings.forEach(console::error);
        errors();
        usage();
        restored();
        throttled();
        summary.cut().map(cut -> CutWords.lines(cut, summary, report)).ifPresent(lines -> lines.forEach(console::warn));
        String line = "Operations: " + summary.operations().size() + ", reached 2xx: " + summary.operationsReached2xx()
                + ", Cases: " + summary.cases() + ", Findings: "
                + summary.findings().size() + ofRootCauses() + ", Errors: "
                + (summary.errors().size() + (summary.broken().isPresent() ? 1 : 0)) + ", Seed: "
                + summary.started().map(s -> Long.toString(s.seed())).orElse("none");
        if (summary.clean() && summary.cut().isEmpty()) {
            console.info(line);
        } else if (summary.clean()) {
            console.warn(line);
        } else {
            console.error(line);
        }
        console.info("Reports: " + directory);
        console.explain();
    }

    private String ofRootCauses() {
        int causes = summary.rootCauses().size();
        return causes == 0 ? "" : " (" + Counts.of(causes, "root cause") + " known)";
    }

    private void learnt() {
        if (summary.learnt().isEmpty()) {
            return;
        }
        console.info("Learnt from answers (" + directory.resolve("knowledge.yaml") + "):");
        Console.some(
                summary.learnt(),
                LEARNT,
                rule -> console.info("  " + rule.operation() + " "
                        + Brief.longLine(rule.rule() + (rule.said().isEmpty() ? "" : " (" + rule.said() + ")"))),
                console::info,
                "rule",
                report);
        console.info("");
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
                (NotTested n) -> console.warn("Not tested: " + n.operation() + ": " + Brief.longLine(n.reason())),
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

    /** What hooks kept out of the run, a line for each hook. */
    private void leftOut() {
        Map<String, List<LeftOut>> byHook = new LinkedHashMap<>();
        summary.leftOut()
                .forEach(l ->
                        byHook.computeIfAbsent(l.hook(), h -> new ArrayList<>()).add(l));
        Console.some(
                List.copyOf(byHook.entrySet()),
                HOOKS,
                (Map.Entry<String, List<LeftOut>> hook) -> console.warn("Left out by hook " + hook.getKey() + ": "
                        + Stream.of(LeftOut.Kind.values())
                                .flatMap(kind -> leftOut(kind, hook.getValue()).stream())
                                .collect(Collectors.joining(", "))),
                console::warn,
                "hook",
                report);
    }

    /** How many of a kind, and the first of them. */
    private static Optional<String> leftOut(LeftOut.Kind kind, List<LeftOut> all) {
        List<LeftOut> some = all.stream().filter(l -> l.kind() == kind).toList();
        if (some.isEmpty()) {
            return Optional.empty();
        }
        long times = some.stream().mapToLong(LeftOut::times).sum();
        LeftOut first = some.get(0);
        return Optional.of(Counts.of(times, kind.name().toLowerCase(Locale.ROOT)) + " ("
                + (first.failure().isEmpty() ? "" : first.failure() + " in ") + first.operation()
                + (some.size() > 1 ? " and " + (some.size() - 1) + " more" : "") + ")");
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
                (HookSummary h) -> console.info("Hook " + h.name() + " applied " + Counts.times(h.applied())
                        + " (asked " + Counts.times(h.calls()) + ")"),
                console::info,
                "hook",
                report);
        Console.some(
                summary.credentials(),
                HOOKS,
                (CredentialSummary c) ->
                        console.info("Credential " + c.credential() + (c.user().isEmpty() ? "" : " of " + c.user())
                                + " put on " + Counts.of(c.requests(), "request")),
                console::info,
                "credential",
                report);
    }

    /** What it took to bring the service's state back. */
    private void restored() {
        summary.restored()
                .ifPresent(r -> console.info("State restored " + Counts.times(r.times()) + " in "
                        + String.format(Locale.ROOT, "%.1f", r.elapsed().toMillis() / 1000.0) + " s (isolation: "
                        + r.isolation() + ")"));
    }

    /** What the service's own limit of requests cost. */
    private void throttled() {
        RunSummary.Throttling throttled = summary.throttled();
        if (throttled.times() > 0) {
            console.warn("Rate limit hit: " + Counts.times(throttled.times()) + " (429), waited "
                    + String.format(Locale.ROOT, "%.1f", throttled.waited().toMillis() / 1000.0) + " s"
                    + (throttled.stood() == 0
                            ? ""
                            : "; " + Counts.of(throttled.stood(), "request") + " stayed refused and tested nothing")
                    + ". Lower the speed with <rateLimit> (contract.rateLimit)"
                    + (throttled.stood() == 0
                            ? "."
                            : ", or wait longer with <maxRetryAfter> (contract.maxRetryAfter)."));
        }
    }
}

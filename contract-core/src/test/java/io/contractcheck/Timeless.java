package io.contractcheck;

import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Summaries without what differs from one run to the next whatever is sent: times, and how many workers there were. */
final class Timeless {
    private Timeless() {}

    /** Without the numbers of requests that hooks and credentials were put on, of which a merge knows only the sums of its shards. */
    static RunSummary of(RunSummary run) {
        return new RunSummary(
                run.started().map(Timeless::of),
                run.operations().stream()
                        .map(o -> new RunSummary.OperationSummary(
                                o.label(),
                                o.cases(),
                                o.statuses(),
                                o.positives(),
                                o.credentialed(),
                                o.refusals(),
                                o.reached2xx(),
                                o.checks(),
                                Duration.ZERO))
                        .toList(),
                run.cases(),
                run.requests(),
                run.elapsed().map(e -> Duration.ZERO),
                run.phases().stream()
                        .map(p -> new RunSummary.PhaseSummary(
                                p.name(),
                                p.operations(),
                                p.cases(),
                                p.findings(),
                                p.elapsed().map(e -> Duration.ZERO)))
                        .toList(),
                run.findings(),
                run.notTested(),
                run.withheld(),
                run.leftOut(),
                run.errors(),
                run.warnings(),
                run.hooks().stream()
                        .map(h -> new RunSummary.HookSummary(
                                h.name(),
                                h.origin(),
                                h.artifact(),
                                h.hash(),
                                h.scope(),
                                h.required(),
                                Math.min(1, h.calls()),
                                Math.min(1, h.applied())))
                        .toList(),
                run.credentials().stream()
                        .map(c -> new RunSummary.CredentialSummary(
                                c.user(), c.credential(), c.description(), Math.min(1, c.requests())))
                        .toList(),
                run.checks(),
                run.lockOut(),
                run.doubts(),
                run.limits().map(l -> new RunEvent.LimitsSet(1, l.maxTime(), l.maxFailures(), Optional.empty())),
                run.cut(),
                run.throttled(),
                run.broken());
    }

    private static RunEvent.RunStarted of(RunEvent.RunStarted started) {
        return new RunEvent.RunStarted(
                started.version(),
                started.spec(),
                started.specification(),
                started.title(),
                started.apiVersion(),
                started.baseUrl(),
                started.seed(),
                Instant.EPOCH,
                started.operations(),
                started.phases(),
                started.checks());
    }
}

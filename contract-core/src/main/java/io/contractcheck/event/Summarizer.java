package io.contractcheck.event;

import io.contractcheck.check.Checks;
import io.contractcheck.check.ErrorWords;
import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.check.Severity;
import io.contractcheck.check.Subject;
import io.contractcheck.event.RunSummary.CheckCount;
import io.contractcheck.event.RunSummary.CheckSummary;
import io.contractcheck.event.RunSummary.CredentialSummary;
import io.contractcheck.event.RunSummary.Cut;
import io.contractcheck.event.RunSummary.Finding;
import io.contractcheck.event.RunSummary.HookSummary;
import io.contractcheck.event.RunSummary.LeftOut;
import io.contractcheck.event.RunSummary.NotTested;
import io.contractcheck.event.RunSummary.OperationSummary;
import io.contractcheck.event.RunSummary.PhaseSummary;
import io.contractcheck.event.RunSummary.Refusal;
import io.contractcheck.event.RunSummary.RunError;
import io.contractcheck.event.RunSummary.Throttling;
import io.contractcheck.event.RunSummary.Unreached;
import io.contractcheck.event.RunSummary.Withheld;
import io.contractcheck.http.Curl;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Adds events up while they come; its memory grows with distinct failures, never with requests. Calls may come in any order: what is told as
 * the first of several is the first in the order in which one worker makes them. Also the events of several shards add up to one run.
 */
public final class Summarizer implements RunListener {
    private static final int WORDS = 200;
    private static final int COMMAND = 1000;

    private RunEvent.@Nullable RunStarted started;
    private final Map<String, OperationTally> operations = new LinkedHashMap<>();
    private final Map<String, PhaseTally> phases = new LinkedHashMap<>();
    private final Map<Found.Seen, Found> findings = new LinkedHashMap<>();
    private final Map<String, List<String>> notTested = new LinkedHashMap<>();
    private final Map<String, Kept> withheld = new LinkedHashMap<>();
    private final Map<List<Object>, LeftOut> leftOut = new LinkedHashMap<>();
    private final Map<List<Object>, Erred> errors = new LinkedHashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<String> laterWarnings = new TreeSet<>();
    private final Map<String, RunEvent.HookLoaded> hooks = new LinkedHashMap<>();
    private final Map<String, RunEvent.HookUsed> hookUses = new LinkedHashMap<>();
    private final Map<List<String>, RunEvent.CredentialReady> credentials = new LinkedHashMap<>();
    private final Map<List<String>, Long> credentialUses = new LinkedHashMap<>();
    private final Map<String, Integer> checks = new LinkedHashMap<>();
    private LockOuts lockOuts = new LockOuts();
    private RunOrder order = RunOrder.UNKNOWN;
    private List<String> documented = List.of();
    private final Causes causes = new Causes((a, b) -> order.compare(a, b), (call, title) -> again(call, false, title));
    private final Roots roots = new Roots((a, b) -> order.compare(a, b));
    private RunEvent.@Nullable LimitsSet limits;
    private List<String> curl = List.of();
    private Throttling throttled = Throttling.NONE;
    private RunEvent.@Nullable StateRestored restored;
    private RunEvent.@Nullable RunCut cut;
    private final Reach reach = new Reach();
    private final Set<Doubt> doubts = new LinkedHashSet<>();
    private final Set<RunEvent.Learnt> learnt = new LinkedHashSet<>();
    private long cases;
    private long requests;
    private @Nullable Duration elapsed;
    private @Nullable String broken;

    private static final class OperationTally {
        private long cases;
        private boolean reached2xx;
        private Duration elapsed = Duration.ZERO;
        private final Map<String, Long> phases = new LinkedHashMap<>();
        private final Map<Integer, Long> statuses = new TreeMap<>();
        private final Map<Integer, Long> positives = new TreeMap<>();
        private final Map<Integer, Long> credentialed = new TreeMap<>();
        private final Map<Integer, Refused> refusals = new TreeMap<>();
        private final Map<String, CheckCount> checks = new LinkedHashMap<>();
    }

    private static final class PhaseTally {
        private long cases;
        private final Set<String> operations = new LinkedHashSet<>();
        private @Nullable Duration elapsed;
    }

    /** An answer that refused a valid case. */
    private record Refused(CaseId id, Refusal refusal) {}

    /** Cases that were not sent. */
    private record Kept(CaseId first, Withheld withheld) {}

    private static final class Erred {
        private final RunError error;
        private final @Nullable CaseId first;
        private long occurrences = 1;

        private Erred(RunError error, @Nullable CaseId first) {
            this.error = error;
            this.first = first;
        }
    }

    /** Nothing happened yet. */
    public Summarizer() {}

    @Override
    public synchronized void on(RunEvent event) {
        // An if chain: pattern matching in switch came after Java 17
        if (event instanceof RunEvent.RunStarted e) {
            started(e);
        } else if (event instanceof RunEvent.LimitsSet e) {
            limits = limits == null ? e : limits;
        } else if (event instanceof RunEvent.NetworkSet e) {
            curl = e.curl();
        } else if (event instanceof RunEvent.Throttled e) {
            throttled = throttled.plus(e);
        } else if (event instanceof RunEvent.StateRestored e) {
            restored = restored == null ? e : restored.plus(e);
        } else if (event instanceof RunEvent.RunCut e) {
            cut = e;
        } else if (event instanceof RunEvent.OperationCut e) {
            reach.on(e);
        } else if (event instanceof RunEvent.OperationDone e) {
            reach.on(e);
        } else if (event instanceof RunEvent.HookLoaded e) {
            hooks.put(e.hook(), e);
        } else if (event instanceof RunEvent.CredentialReady e) {
            credentials.put(List.of(e.user(), e.credential()), e);
        } else if (event instanceof RunEvent.CredentialUsed e) {
            credentialUses.put(List.of(e.user(), e.credential()), e.requests());
        } else if (event instanceof RunEvent.CheckPlanned e) {
            checks.put(e.check(), e.operations());
        } else if (event instanceof RunEvent.Doubted e) {
            doubts.add(e.doubt());
        } else if (event instanceof RunEvent.Learnt e) {
            learnt.add(e);
        } else if (event instanceof RunEvent.Warned e) {
            warned(e.message());
        } else if (event instanceof RunEvent.OperationNotTested e) {
            notTested
                    .computeIfAbsent(e.operation(), o -> new ArrayList<>())
                    .add(e.phase().map(p -> p + ": ").orElse("") + e.reason());
        } else if (event instanceof RunEvent.PhaseStarted e) {
            phases.computeIfAbsent(e.phase(), p -> new PhaseTally());
        } else if (event instanceof RunEvent.CallAnswered e) {
            answered(e);
        } else if (event instanceof RunEvent.CallUnanswered e) {
            unanswered(e);
        } else if (event instanceof RunEvent.CaseWithheld e) {
            withheld(e);
        } else if (event instanceof RunEvent.OperationLeftOut e) {
            leftOut(e.hook(), LeftOut.Kind.OPERATION, e.operation(), "");
        } else if (event instanceof RunEvent.CaseLeftOut e) {
            if (e.purpose() == Purpose.CASE) {
                leftOut(e.hook(), LeftOut.Kind.CASE, e.id().operation(), "");
            }
        } else if (event instanceof RunEvent.FailureLeftOut e) {
            if (e.purpose() == Purpose.CASE) {
                leftOut(
                        e.hook(),
                        LeftOut.Kind.FAILURE,
                        e.failure().operation(),
                        e.failure().check() + ": " + e.title());
            }
        } else if (event instanceof RunEvent.RunChecked e) {
            e.failures()
                    .forEach(f -> findings.computeIfAbsent(Found.Seen.of(f.id()), id -> new Found(f)).occurrences++);
        } else if (event instanceof RunEvent.FailureRetried e) {
            roots.on(e);
        } else if (event instanceof RunEvent.FailureShrunk e) {
            roots.on(e);
        } else if (event instanceof RunEvent.RunPlanned e) {
            documented =
                    e.api().operations().stream().map(ApiOutline.Call::label).toList();
        } else if (event instanceof RunEvent.ErrorOccurred e) {
            error(List.of(e.operation(), e.message()), e.operation(), e.message(), null, Optional.empty());
        } else if (event instanceof RunEvent.PhaseFinished e) {
            PhaseTally phase = phases.computeIfAbsent(e.phase(), p -> new PhaseTally());
            phase.elapsed = phase.elapsed == null ? e.elapsed() : phase.elapsed.plus(e.elapsed());
        } else if (event instanceof RunEvent.HookUsed e) {
            hookUses.put(e.hook(), e);
            hooks.computeIfAbsent(e.hook(), Summarizer::unannounced);
        } else if (event instanceof RunEvent.RunBroken e) {
            broken = e.message();
        } else if (event instanceof RunEvent.RunFinished e) {
            elapsed = e.elapsed();
        }
    }

    private void started(RunEvent.RunStarted e) {
        started = started == null ? e : started;
        order = new RunOrder(e.phases(), e.operations());
        lockOuts = new LockOuts();
        e.operations().forEach(o -> operations.computeIfAbsent(o, label -> new OperationTally()));
    }

    private void withheld(RunEvent.CaseWithheld e) {
        if (e.purpose() == Purpose.CASE) {
            withheld.merge(
                    e.id().operation(), new Kept(e.id(), new Withheld(e.id().operation(), 1, e.reason())), (a, b) -> {
                        Kept first = order.compare(b.first(), a.first()) < 0 ? b : a;
                        return new Kept(
                                first.first(),
                                new Withheld(
                                        first.withheld().operation(),
                                        a.withheld().cases() + 1,
                                        first.withheld().reason()));
                    });
        }
    }

    /** In which order several workers warn is chance. */
    private void warned(String message) {
        if (phases.isEmpty()) {
            warnings.add(message);
        } else if (!warnings.contains(message)) {
            laterWarnings.add(message);
        }
    }

    private void leftOut(String hook, LeftOut.Kind kind, String operation, String failure) {
        leftOut.merge(
                List.of(hook, kind, operation, failure),
                new LeftOut(hook, kind, operation, failure, 1),
                (a, b) -> new LeftOut(hook, kind, operation, failure, a.times() + 1));
    }

    private void answered(RunEvent.CallAnswered call) {
        if (call.purpose() == Purpose.DUPLICATE) {
            return;
        }
        requests++;
        if (call.purpose() != Purpose.CASE) {
            return;
        }
        OperationTally operation = count(call.id());
        PhaseTally phase = phases.computeIfAbsent(call.id().scenario().phase(), p -> new PhaseTally());
        int status = call.exchange().response().status();
        boolean ownMethod =
                call.id().operation().startsWith(call.exchange().request().method() + " ");
        operation.statuses.merge(status, 1L, Long::sum);
        if (ownMethod && call.positive() && call.sender().other().isEmpty()) {
            operation.positives.merge(status, 1L, Long::sum);
            if (status >= 400) {
                Refused known = operation.refusals.get(status);
                if (known == null || order.compare(call.id(), known.id()) < 0) {
                    operation.refusals.put(status, new Refused(call.id(), refusal(call.exchange())));
                }
            }
            if (call.sender().credentialed()) {
                operation.credentialed.merge(status, 1L, Long::sum);
                lockOuts.on(call.id(), status);
            }
        }
        operation.reached2xx |=
                status / 100 == 2 && ownMethod && call.sender().other().isEmpty();
        operation.elapsed = operation.elapsed.plus(call.exchange().elapsed());
        for (CheckResult result : call.checks()) {
            operation.checks.merge(result.check(), count(result.outcome()), CheckCount::plus);
            for (Failure failure : result.failures()) {
                found(failure, call);
            }
        }
    }

    private void found(Failure failure, RunEvent.CallAnswered call) {
        Found found = findings.computeIfAbsent(roots.seen(failure, call), id -> new Found(failure));
        causes.seen(failure, call);
        found.occurrences++;
        if (found.first == null || order.compare(call.id(), found.first.id()) < 0) {
            found.first = call;
            found.failure = failure;
        }
    }

    private static CheckCount count(CheckResult.Outcome outcome) {
        return new CheckCount(
                outcome == CheckResult.Outcome.PASSED ? 1 : 0,
                outcome == CheckResult.Outcome.FAILED ? 1 : 0,
                outcome == CheckResult.Outcome.LEFT_OUT ? 1 : 0);
    }

    private Refusal refusal(Exchange exchange) {
        String line = Curl.line(exchange.request(), curl);
        return new Refusal(
                exchange.response().status(),
                ErrorWords.of(exchange.response(), WORDS),
                line.length() > COMMAND ? "" : line);
    }

    private void unanswered(RunEvent.CallUnanswered call) {
        if (call.purpose() == Purpose.DUPLICATE) {
            return;
        }
        requests++;
        if (call.purpose() == Purpose.CASE) {
            count(call.id());
        }
        if (call.refused()) {
            return;
        }
        error(
                List.of(call.id().operation(), call.kind()),
                Optional.of(call.id().operation()),
                "no answer: " + call.message(),
                call.id(),
                Optional.of(Curl.line(call.request(), curl)));
    }

    private OperationTally count(CaseId id) {
        cases++;
        reach.begun(id);
        PhaseTally phase = phases.computeIfAbsent(id.scenario().phase(), p -> new PhaseTally());
        phase.cases++;
        phase.operations.add(id.operation());
        OperationTally operation = operations.computeIfAbsent(id.operation(), o -> new OperationTally());
        operation.cases++;
        operation.phases.merge(id.scenario().phase(), 1L, Long::sum);
        return operation;
    }

    private void error(
            List<Object> key,
            Optional<String> operation,
            String message,
            @Nullable CaseId id,
            Optional<String> reproduce) {
        Erred known = errors.get(key);
        Erred erred = known;
        if (known == null || id != null && known.first != null && order.compare(id, known.first) < 0) {
            erred = new Erred(new RunError(operation, message, 1, reproduce), id);
            errors.put(key, erred);
        }
        if (known != null && erred != null) {
            erred.occurrences = known.occurrences + 1;
        }
    }

    /** The sum so far. */
    public synchronized RunSummary summary() {
        List<OperationSummary> operationSummaries = new ArrayList<>();
        inOrder(operations, documented)
                .forEach((label, t) -> operationSummaries.add(new OperationSummary(
                        label,
                        t.cases,
                        inOrder(t.phases, started == null ? List.copyOf(t.phases.keySet()) : started.phases()),
                        new LinkedHashMap<>(t.statuses),
                        new LinkedHashMap<>(t.positives),
                        new LinkedHashMap<>(t.credentialed),
                        t.refusals.values().stream().map(Refused::refusal).toList(),
                        t.reached2xx,
                        inOrder(t.checks, started == null ? List.of() : started.checks()),
                        t.elapsed)));
        Map<FailureId, Found> found = roots.settled(findings);
        List<Causes.Settled> settled = causes.settled(found.values().stream()
                .filter(f -> f.confirmation != Confirmation.OWN_DOING)
                .sorted(Comparator.<Found, Severity>comparing(f -> f.failure.severity())
                        .thenComparing(this::byFirst))
                .map(this::finding)
                .toList());
        List<PhaseSummary> phaseSummaries = new ArrayList<>();
        inOrder(phases, started == null ? List.of() : started.phases())
                .forEach((name, t) -> phaseSummaries.add(new PhaseSummary(
                        name,
                        t.operations.size(),
                        t.cases,
                        firstSeenIn(name, settled, found),
                        Optional.ofNullable(t.elapsed))));
        List<NotTested> untested = new ArrayList<>();
        Set<String> allWarnings = new LinkedHashSet<>(warnings);
        allWarnings.addAll(laterWarnings);
        inOrder(notTested).forEach((operation, reasons) -> {
            if (!hasCases(operation)) {
                untested.add(new NotTested(operation, withoutRepeats(reasons)));
            } else {
                reasons.forEach(r -> allWarnings.add(operation + ", " + r));
            }
        });
        allWarnings.addAll(Found.ownDoing(found.values().stream()
                .filter(f -> f.confirmation == Confirmation.OWN_DOING)
                .sorted(this::byFirst)
                .toList()));
        List<Withheld> kept =
                inOrder(withheld).values().stream().map(Kept::withheld).toList();
        kept.stream()
                .filter(w -> !hasCases(w.operation()) && !notTested.containsKey(w.operation()))
                .forEach(w -> untested.add(new NotTested(w.operation(), w.describe())));
        List<LeftOut> out = leftOut.values().stream()
                .sorted(Comparator.<LeftOut>comparingInt(
                                l -> List.copyOf(hooks.keySet()).indexOf(l.hook()))
                        .thenComparing(LeftOut::kind)
                        .thenComparing(LeftOut::operation, order::operations)
                        .thenComparing(LeftOut::failure))
                .toList();
        out.stream()
                .filter(l -> l.kind() == LeftOut.Kind.CASE
                        && !hasCases(l.operation())
                        && untested.stream().noneMatch(u -> u.operation().equals(l.operation())))
                .forEach(l -> untested.add(new NotTested(
                        l.operation(),
                        "hook " + l.hook() + " left out "
                                + (l.times() == 1 ? "its only case" : "all its " + l.times() + " cases"))));
        Optional<Cut> ended =
                Optional.ofNullable(cut).map(c -> new Cut(c.reason(), c.message(), reach.missing(started)));
        ended.ifPresent(c -> c.unreached().stream()
                .map(Unreached::operation)
                .distinct()
                .filter(o -> !hasCases(o)
                        && untested.stream().noneMatch(u -> u.operation().equals(o)))
                .forEach(o -> untested.add(new NotTested(o, Reach.before(c.reason())))));
        return new RunSummary(
                Optional.ofNullable(started),
                operationSummaries,
                cases,
                requests,
                Optional.ofNullable(elapsed),
                phaseSummaries,
                settled.stream().map(Causes.Settled::finding).toList(),
                untested,
                kept,
                out,
                errors.values().stream()
                        .sorted(Comparator.<Erred, String>comparing(
                                        e -> e.error.operation().orElse(""), this::operationsLast)
                                .thenComparing(e -> e.error.message()))
                        .map(e -> new RunError(
                                e.error.operation(), e.error.message(), e.occurrences, e.error.reproduce()))
                        .toList(),
                List.copyOf(allWarnings),
                hooks.values().stream().map(this::hook).toList(),
                credentials.entrySet().stream()
                        .map(c -> new CredentialSummary(
                                c.getValue().user(),
                                c.getValue().credential(),
                                c.getValue().description(),
                                credentialUses.getOrDefault(c.getKey(), 0L)))
                        .toList(),
                checks.entrySet().stream()
                        .map(c -> new CheckSummary(c.getKey(), c.getValue(), judged(c.getKey())))
                        .toList(),
                lockOuts.lasting(),
                doubts.stream().sorted(Comparator.comparing(d -> !d.fails())).toList(),
                List.copyOf(learnt),
                Optional.ofNullable(limits),
                ended,
                throttled,
                Optional.ofNullable(restored),
                Optional.ofNullable(broken));
    }

    /** By operation. */
    private <T> Map<String, T> inOrder(Map<String, T> byOperation) {
        Map<String, T> ordered = new LinkedHashMap<>();
        byOperation.keySet().stream()
                .sorted(order::operations)
                .forEach(operation -> ordered.put(operation, Objects.requireNonNull(byOperation.get(operation))));
        return ordered;
    }

    private int operationsLast(String a, String b) {
        return a.isEmpty() || b.isEmpty() ? Boolean.compare(!a.isEmpty(), !b.isEmpty()) : order.operations(a, b);
    }

    /** Those that are named first, in that order. */
    private static <T> Map<String, T> inOrder(Map<String, T> values, List<String> names) {
        Map<String, T> ordered = new LinkedHashMap<>();
        for (String name : names) {
            T value = values.get(name);
            if (value != null) {
                ordered.put(name, value);
            }
        }
        values.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** How many findings were first seen in a phase; what is one cause is one finding. */
    private long firstSeenIn(String phase, List<Causes.Settled> settled, Map<FailureId, Found> found) {
        return settled.stream()
                .flatMap(s -> s.members().stream()
                        .map(found::get)
                        .filter(f -> f.first != null)
                        .map(f -> f.first.id())
                        .min(order)
                        .stream())
                .filter(id -> id.scenario().phase().equals(phase))
                .count();
    }

    /** Those of the run as a whole come last. */
    private int byFirst(Found a, Found b) {
        if (a.first == null || b.first == null) {
            return Boolean.compare(a.first == null, b.first == null);
        }
        return order.compare(a.first.id(), b.first.id());
    }

    private static RunEvent.HookLoaded unannounced(String hook) {
        return new RunEvent.HookLoaded(hook, "", Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    private HookSummary hook(RunEvent.HookLoaded hook) {
        RunEvent.HookUsed use = hookUses.get(hook.hook());
        return new HookSummary(
                hook.hook(),
                hook.origin(),
                hook.artifact(),
                hook.hash(),
                hook.scope(),
                hook.required(),
                use == null ? 0 : use.calls(),
                use == null ? 0 : use.applied());
    }

    private long judged(String check) {
        return operations.values().stream()
                .map(o -> o.checks.get(check))
                .filter(Objects::nonNull)
                .mapToLong(c -> c.passed() + c.failed() + c.leftOut())
                .sum();
    }

    private boolean hasCases(String operation) {
        OperationTally tally = operations.get(operation);
        return tally != null && tally.cases > 0;
    }

    private static String withoutRepeats(List<String> reasons) {
        return String.join("; ", new LinkedHashSet<>(reasons));
    }

    private Finding finding(Found found) {
        Optional<RunEvent.CallAnswered> shown = Optional.ofNullable(found.shrunk)
                .map(RunEvent.FailureShrunk::smallest)
                .or(() -> Optional.ofNullable(found.first));
        Failure failure = shown.flatMap(call -> of(found.failure, call)).orElse(found.failure);
        Optional<Request> request = shown.map(c -> c.exchange().request());
        return new Finding(
                failure.id(),
                failure.title(),
                failure.message() + nowAndThen(failure.id()),
                failure.advice(),
                failure.severity(),
                found.occurrences,
                Optional.ofNullable(found.confirmation),
                found.note,
                shown.map(RunEvent.CallAnswered::description).orElse(""),
                request,
                shown.map(c -> c.exchange().response()),
                shown.map(c -> again(c, found.shrunk != null, failure.title())).orElse(""),
                found.logged,
                shown.flatMap(call -> needed(call, found.shrunk != null))
                        .map(Prelude::calls)
                        .orElse(List.of()));
    }

    /** What shows in a sequence whenever it is called needs nothing else; what shows in some of them alone does. */
    private String nowAndThen(FailureId id) {
        OperationTally operation = operations.get(id.operation());
        CheckCount count = operation == null ? null : operation.checks.get(id.check());
        boolean ofSequence = Checks.standard().stream()
                .anyMatch(check -> check.name().equals(id.check()) && check.subject() == Subject.SEQUENCE);
        return !ofSequence || count == null || count.passed() == 0
                ? ""
                : "\nOf the sequences of this run that could show it, " + count.failed() + " did and " + count.passed()
                        + " did not: it comes now and then, or of something that was sent before. Run the calls some times.";
    }

    /** @param shortest whether no earlier call can be left out */
    private String again(RunEvent.CallAnswered call, boolean shortest, String title) {
        return needed(call, shortest)
                .filter(p -> !p.calls().isEmpty())
                .map(p -> Script.of(p, call.id().operation(), call.exchange(), title, curl))
                .orElseGet(() -> Curl.line(call.exchange().request(), curl));
    }

    private static Optional<Prelude> needed(RunEvent.CallAnswered call, boolean shortest) {
        return call.prelude().map(p -> p.needed(shortest, call.exchange().request()));
    }

    /** The same failure as that call showed it. */
    private static Optional<Failure> of(Failure failure, RunEvent.CallAnswered call) {
        return call.checks().stream()
                .flatMap(result -> result.failures().stream())
                .filter(f -> f.id().equals(failure.id()))
                .findFirst();
    }
}

package io.contractcheck.internal.report;

import io.contractcheck.check.FailureId;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunEvent.HookUsed;
import io.contractcheck.event.RunListener;
import io.contractcheck.event.RunOrder;
import io.contractcheck.event.ScenarioId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of its shards. Of what several shards found, that counts which the first case of the run showed: only what was sent to confirm
 * and to shrink it there is told, so that the sum is that of a run that was never shared.
 */
public final class Merge {
    private final List<ShardRecord> shards;
    private final RunOrder order;
    private final Map<FailureId, CaseId> firsts = new LinkedHashMap<>();
    private final Map<FailureId, Integer> finders = new LinkedHashMap<>();
    private final Map<ScenarioId, Boolean> retries = new LinkedHashMap<>();
    private final Set<RunEvent> told = new LinkedHashSet<>();
    private final Map<List<String>, Integer> done = new LinkedHashMap<>();
    private boolean began;

    private Merge(List<ShardRecord> shards) {
        this.shards = shards;
        this.order = new RunOrder(started().phases(), started().operations());
        for (int i = 0; i < shards.size(); i++) {
            int shard = i;
            shards.get(i).firsts().forEach((failure, id) -> found(failure, id, shard));
        }
        // what one shard took for another call's may be what another shard saw alone
        shards.stream().flatMap(s -> s.claims().keySet().stream()).forEach(firsts::remove);
        for (int i = 0; i < shards.size(); i++) {
            int shard = i;
            shards.get(i).claims().forEach((failure, id) -> found(failure, id, shard));
        }
    }

    private void found(FailureId failure, CaseId id, int shard) {
        CaseId known = firsts.get(failure);
        if (known == null || order.compare(id, known) < 0) {
            firsts.put(failure, id);
            finders.put(failure, shard);
        }
    }

    /**
     * Of journals.
     *
     * @throws MergeException if they do not make one run
     */
    public static Merge of(List<Path> journals) {
        if (journals.isEmpty()) {
            throw new MergeException("there is no journal of a shard. Let shards (contract.shards) name the folders in"
                    + " which the shards left their reports.");
        }
        return new Merge(
                Belonging.inOrder(journals.stream().map(ShardRecord::read).toList()));
    }

    /** The first facts of the run. */
    public RunEvent.RunStarted started() {
        return shards.get(0).started().orElseThrow();
    }

    /** By what it is judged. */
    public RunEvent.RunPlanned planned() {
        return shards.get(0).planned().orElseThrow();
    }

    /** The hooks that took part. */
    public List<String> hooks() {
        return shards.get(0).hooks().stream().map(RunEvent.HookLoaded::hook).toList();
    }

    /** How long it took: as long as its slowest shard. */
    public Duration elapsed() {
        return longest(shards.stream().flatMap(s -> s.elapsed().stream()).toList());
    }

    /**
     * How often each hook was asked and applied, in all shards and here.
     *
     * @param here only those count that took part in the shards
     */
    public List<HookUsed> hookUses(List<HookUsed> here) {
        Map<String, HookUsed> uses = new LinkedHashMap<>();
        List<String> known = hooks();
        Stream.concat(
                        shards.stream().flatMap(s -> s.hookUses().stream()),
                        here.stream().filter(u -> known.contains(u.hook())))
                .forEach(u -> uses.merge(
                        u.hook(),
                        u,
                        (a, b) -> new HookUsed(a.hook(), a.calls() + b.calls(), a.applied() + b.applied())));
        return List.copyOf(uses.values());
    }

    /** Tells all that happened, in the order in which one worker does it, but for how it ended. */
    public void tell(RunListener listener) {
        List<Strand> strands = new ArrayList<>();
        try {
            for (ShardRecord shard : shards) {
                strands.add(new Strand(shard.journal(), strands.size()));
            }
            for (Strand next = first(strands); next != null; next = first(strands)) {
                RunEvent event = next.head();
                if (event != null) {
                    tell(event, next.number(), listener);
                }
                next.advance();
            }
        } finally {
            strands.forEach(Strand::close);
        }
        shards.get(0).phases().keySet().forEach(phase -> finish(phase, listener));
        cut(listener);
        Map<List<String>, RunEvent.CredentialUsed> uses = new LinkedHashMap<>();
        shards.stream()
                .flatMap(s -> s.credentialUses().stream())
                .forEach(u -> uses.merge(
                        List.of(u.user(), u.credential()),
                        u,
                        (a, b) -> new RunEvent.CredentialUsed(a.user(), a.credential(), a.requests() + b.requests())));
        uses.values().forEach(listener::on);
    }

    private @Nullable Strand first(List<Strand> strands) {
        Strand first = null;
        for (Strand strand : strands) {
            if (strand.head() != null && (first == null || strand.place().compare(first.place(), order) < 0)) {
                first = strand;
            }
        }
        return first;
    }

    private void tell(RunEvent event, int shard, RunListener listener) {
        if (event instanceof RunEvent.LimitsSet e) {
            once(
                    shard,
                    new RunEvent.LimitsSet(e.workers(), e.maxTime(), e.maxFailures(), Optional.empty(), e.isolation()),
                    listener);
        } else if (event instanceof RunEvent.PhaseStarted e) {
            phase(e, listener);
        } else if (event instanceof RunEvent.CallAnswered e) {
            call(event, e.id().scenario(), e.purpose(), shard, listener);
        } else if (event instanceof RunEvent.CallUnanswered e) {
            call(event, e.id().scenario(), e.purpose(), shard, listener);
        } else if (event instanceof RunEvent.CaseWithheld e) {
            call(event, e.id().scenario(), e.purpose(), shard, listener);
        } else if (event instanceof RunEvent.CaseLeftOut e) {
            call(event, e.id().scenario(), e.purpose(), shard, listener);
        } else if (event instanceof RunEvent.FailureLeftOut e) {
            call(event, e.id().scenario(), e.purpose(), shard, listener);
        } else if (event instanceof RunEvent.RetryBegun e) {
            retry(e, shard, listener);
        } else if (event instanceof RunEvent.FailureRetried e) {
            found(e, e.failure(), shard, listener);
        } else if (event instanceof RunEvent.FailureShrunk e) {
            found(e, e.failure(), shard, listener);
        } else if (event instanceof RunEvent.OperationDone e) {
            if (done.merge(List.of(e.phase(), e.operation()), 1, Integer::sum) == shards.size()) {
                listener.on(e);
            }
        } else if (event instanceof RunEvent.OperationNotTested e) {
            if (told.add(new RunEvent.OperationNotTested(e.operation(), e.phase(), ""))) {
                listener.on(e);
            }
        } else if (event instanceof RunEvent.Warned
                || event instanceof RunEvent.Learnt
                || event instanceof RunEvent.ErrorOccurred && !began) {
            if (told.add(event)) {
                listener.on(event);
            }
        } else if (event instanceof RunEvent.ErrorOccurred
                || event instanceof RunEvent.Throttled
                || event instanceof RunEvent.StateRestored) {
            listener.on(event);
        } else if (isBeginning(event)) {
            once(shard, event, listener);
        }
        // what is left is told of the whole, at its end
    }

    private static boolean isBeginning(RunEvent event) {
        return event instanceof RunEvent.RunStarted
                || event instanceof RunEvent.RunPlanned
                || event instanceof RunEvent.NetworkSet
                || event instanceof RunEvent.HookLoaded
                || event instanceof RunEvent.CredentialReady
                || event instanceof RunEvent.CheckPlanned
                || event instanceof RunEvent.OperationLeftOut;
    }

    private static void once(int shard, RunEvent event, RunListener listener) {
        if (shard == 0) {
            listener.on(event);
        }
    }

    /** All are through with the phases before. */
    private void phase(RunEvent.PhaseStarted event, RunListener listener) {
        began = true;
        if (told.add(event)) {
            shards.get(0).phases().keySet().stream()
                    .filter(p -> order.phases(p, event.phase()) < 0)
                    .forEach(p -> finish(p, listener));
            listener.on(event);
        }
    }

    private void finish(String phase, RunListener listener) {
        RunEvent finished = new RunEvent.PhaseFinished(
                phase,
                longest(shards.stream()
                        .map(s -> s.phases().getOrDefault(phase, Duration.ZERO))
                        .toList()));
        if (told.add(finished)) {
            listener.on(finished);
        }
    }

    private static Duration longest(List<Duration> times) {
        return times.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private void call(RunEvent event, ScenarioId scenario, Purpose purpose, int shard, RunListener listener) {
        boolean counts = switch (purpose) {
            case CASE -> true;
            case PROBE -> shard == 0 || began;
            case DUPLICATE -> false;
            case CONFIRMATION, SHRINK -> retries.getOrDefault(scenario, false);
        };
        if (counts) {
            listener.on(event);
        }
    }

    private void retry(RunEvent.RetryBegun event, int shard, RunListener listener) {
        List<FailureId> first =
                event.failures().stream().filter(f -> isFinder(f, shard)).toList();
        retries.put(event.scenario(), !first.isEmpty());
        if (!first.isEmpty()) {
            listener.on(new RunEvent.RetryBegun(event.scenario(), first, event.purpose()));
        }
    }

    private void found(RunEvent event, FailureId failure, int shard, RunListener listener) {
        if (isFinder(failure, shard)) {
            listener.on(event);
        }
    }

    private boolean isFinder(FailureId failure, int shard) {
        return finders.getOrDefault(failure, -1) == shard;
    }

    private void cut(RunListener listener) {
        Map<List<String>, RunEvent.OperationCut> unreached = new LinkedHashMap<>();
        shards.stream()
                .flatMap(s -> s.unreached().stream())
                .forEach(c -> unreached.merge(
                        List.of(c.phase(), c.operation()),
                        c,
                        (a, b) -> new RunEvent.OperationCut(a.phase(), a.operation(), a.scenarios() + b.scenarios())));
        unreached.values().forEach(listener::on);
        List<ShardRecord> cut = shards.stream().filter(s -> !s.cuts().isEmpty()).toList();
        if (!cut.isEmpty()) {
            RunEvent.RunCut first = cut.get(0).cuts().get(0);
            listener.on(new RunEvent.RunCut(
                    first.reason(),
                    (cut.size() == 1 ? "Shard " : "Shards ")
                            + cut.stream()
                                    .map(s -> s.shard().orElseThrow().toString())
                                    .collect(Collectors.joining(", "))
                            + ": " + first.message()));
        }
    }
}

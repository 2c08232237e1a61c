package io.contractcheck.internal.report;

import io.contractcheck.check.FailureId;
import io.contractcheck.event.CaseId;
import io.contractcheck.event.Journal;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunOrder;
import io.contractcheck.event.ScenarioId;
import io.contractcheck.event.Shard;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has to be known of a shard's journal before it can be merged; grows with distinct failures, never with requests. */
final class ShardRecord {
    private final Path journal;
    private RunEvent.@Nullable RunStarted started;
    private RunEvent.@Nullable RunPlanned planned;
    private RunEvent.@Nullable LimitsSet limits;
    private RunEvent.@Nullable RunFinished finished;
    private Optional<String> broken = Optional.empty();
    private RunOrder order = new RunOrder(List.of(), List.of());
    private final List<RunEvent.HookLoaded> hooks = new ArrayList<>();
    private final List<RunEvent.HookUsed> hookUses = new ArrayList<>();
    private final List<RunEvent.CredentialUsed> credentialUses = new ArrayList<>();
    private final List<RunEvent.OperationCut> unreached = new ArrayList<>();
    private final List<RunEvent.RunCut> cuts = new ArrayList<>();
    private final Map<String, Duration> phases = new LinkedHashMap<>();
    private final Map<FailureId, CaseId> firsts = new LinkedHashMap<>();
    private final Map<FailureId, CaseId> claims = new LinkedHashMap<>();
    private CaseId retried = new CaseId(new ScenarioId("", "", 0), "", 0);

    private ShardRecord(Path journal) {
        this.journal = journal;
    }

    /** @throws MergeException if it cannot be read */
    static ShardRecord read(Path journal) {
        ShardRecord record = new ShardRecord(journal);
        try (Stream<RunEvent> events = Journal.read(journal)) {
            events.forEach(record::on);
        } catch (UncheckedIOException e) {
            throw new MergeException(e.getMessage() + ". Its shard has to be run again.");
        }
        return record;
    }

    private void on(RunEvent event) {
        if (event instanceof RunEvent.CallAnswered e) {
            if (e.purpose() == Purpose.CASE) {
                e.checks().stream()
                        .flatMap(result -> result.failures().stream())
                        .flatMap(f -> e.seenAs(f.id()).stream())
                        .forEach(f -> first(firsts, f, e.id()));
            }
        } else if (event instanceof RunEvent.RetryBegun e) {
            retried = new CaseId(e.scenario(), "", 0);
        } else if (event instanceof RunEvent.FailureRetried e) {
            // run again for another reason than was found
            firsts.putIfAbsent(e.failure(), retried);
            e.claim().ifPresent(claim -> first(claims, e.failure(), claim.call().id()));
        } else if (event instanceof RunEvent.RunStarted e) {
            started = e;
            order = new RunOrder(e.phases(), e.operations());
        } else if (event instanceof RunEvent.RunPlanned e) {
            planned = e;
        } else if (event instanceof RunEvent.LimitsSet e) {
            limits = e;
        } else if (event instanceof RunEvent.HookLoaded e) {
            hooks.add(e);
        } else if (event instanceof RunEvent.HookUsed e) {
            hookUses.add(e);
        } else if (event instanceof RunEvent.CredentialUsed e) {
            credentialUses.add(e);
        } else if (event instanceof RunEvent.OperationCut e) {
            unreached.add(e);
        } else if (event instanceof RunEvent.RunCut e) {
            cuts.add(e);
        } else if (event instanceof RunEvent.PhaseFinished e) {
            phases.merge(e.phase(), e.elapsed(), Duration::plus);
        } else if (event instanceof RunEvent.RunBroken e) {
            broken = Optional.of(e.message());
        } else if (event instanceof RunEvent.RunFinished e) {
            finished = e;
        }
    }

    private void first(Map<FailureId, CaseId> known, FailureId failure, CaseId id) {
        known.merge(failure, id, (a, b) -> order.compare(b, a) < 0 ? b : a);
    }

    Path journal() {
        return journal;
    }

    Optional<RunEvent.RunStarted> started() {
        return Optional.ofNullable(started);
    }

    Optional<RunEvent.RunPlanned> planned() {
        return Optional.ofNullable(planned);
    }

    Optional<RunEvent.LimitsSet> limits() {
        return Optional.ofNullable(limits);
    }

    /** Which it is, if it came so far as to say so. */
    Optional<Shard> shard() {
        return limits().flatMap(RunEvent.LimitsSet::shard);
    }

    /** How long it took, if it came to its end. */
    Optional<Duration> elapsed() {
        return Optional.ofNullable(finished).map(RunEvent.RunFinished::elapsed);
    }

    Optional<String> broken() {
        return broken;
    }

    List<RunEvent.HookLoaded> hooks() {
        return hooks;
    }

    List<RunEvent.HookUsed> hookUses() {
        return hookUses;
    }

    List<RunEvent.CredentialUsed> credentialUses() {
        return credentialUses;
    }

    List<RunEvent.OperationCut> unreached() {
        return unreached;
    }

    List<RunEvent.RunCut> cuts() {
        return cuts;
    }

    /** How long each phase took. */
    Map<String, Duration> phases() {
        return phases;
    }

    /** The first case that showed each failure. */
    Map<FailureId, CaseId> firsts() {
        return firsts;
    }

    /** The first call for which the log told the root cause of each failure. */
    Map<FailureId, CaseId> claims() {
        return claims;
    }
}

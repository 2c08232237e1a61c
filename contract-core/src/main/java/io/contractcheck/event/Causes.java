package io.contractcheck.event;

import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.event.RunEvent.CallAnswered;
import io.contractcheck.event.RunSummary.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells which failures of an operation are the same one, where the service's words say nothing and only the request can. A case that is plain
 * but for one place tells that place for sure; a case of drawn values is explained by it if it has a value there, and otherwise stands
 * for a cause of its own. What the plain case shows too has no place. Does not depend on the order in which failures are seen.
 */
final class Causes {
    /** So many places have hardly each a bug of their own. */
    private static final int MOST_PLACES = 6;

    private static final Comparator<FailureId> ORDER = Comparator.comparing(FailureId::operation)
            .thenComparing(FailureId::check)
            .thenComparing(FailureId::cause);

    private final Comparator<CaseId> schedule;
    private final Again again;
    private final Map<FailureId, Evidence> evidence = new LinkedHashMap<>();
    private final Set<FailureId> told = new LinkedHashSet<>();

    /** How a call is made again. */
    @FunctionalInterface
    interface Again {
        /** In words of a shell. */
        String of(CallAnswered call, String title);
    }

    /** @param schedule the order in which one worker makes the calls */
    Causes(Comparator<CaseId> schedule, Again again) {
        this.schedule = schedule;
        this.again = again;
    }

    /** A failure was shown once more. */
    void seen(Failure failure, CallAnswered call) {
        failure.clue()
                .ifPresentOrElse(
                        clue -> evidence.computeIfAbsent(failure.id(), id -> new Evidence(schedule))
                                .add(clue, failure, call),
                        () -> told.add(failure.id()));
    }

    /**
     * A finding for one cause.
     *
     * @param members the failures that it is made of
     */
    record Settled(Finding finding, List<FailureId> members) {}

    /** The findings, each cause once, in the order in which they are given. */
    List<Settled> settled(List<Finding> findings) {
        Map<FailureId, FailureId> same = new LinkedHashMap<>();
        Map<FailureId, Evidence.Suspects> examples = new LinkedHashMap<>();
        Map<FailureId, List<FailureId>> parts = new LinkedHashMap<>();
        groups().forEach((whole, members) -> group(whole, members, same, examples, parts));
        Map<FailureId, List<Finding>> settled = new LinkedHashMap<>();
        for (Finding finding : findings) {
            settled.computeIfAbsent(same.getOrDefault(finding.id(), finding.id()), id -> new ArrayList<>())
                    .add(finding);
            parts.getOrDefault(finding.id(), List.of())
                    .forEach(part -> settled.computeIfAbsent(part, id -> new ArrayList<>(List.of(finding))));
        }
        return settled.entrySet().stream()
                .map(e -> new Settled(
                        one(e.getKey(), e.getValue(), Optional.ofNullable(examples.get(e.getKey()))),
                        e.getValue().stream().map(Finding::id).toList()))
                .toList();
    }

    private Finding one(FailureId id, List<Finding> findings, Optional<Evidence.Suspects> example) {
        Finding shown =
                findings.stream().filter(f -> f.id().equals(id)).findFirst().orElse(findings.get(0));
        Finding retried = findings.stream()
                .filter(f -> f.confirmation().equals(Optional.of(Confirmation.CONFIRMED)))
                .findFirst()
                .orElse(shown);
        Optional<CallAnswered> call = example.map(Evidence.Suspects::call);
        return new Finding(
                id,
                shown.title(),
                example.map(e -> e.failure().message()).orElse(shown.message()),
                shown.advice(),
                shown.severity(),
                findings.stream().mapToLong(Finding::occurrences).sum(),
                retried.confirmation(),
                retried.note(),
                call.map(CallAnswered::description).orElse(shown.description()),
                call.map(c -> c.exchange().request()).or(shown::request),
                call.map(c -> c.exchange().response()).or(shown::response),
                call.map(c -> again.of(c, shown.title())).orElse(shown.reproduce()),
                shown.rootCause(),
                call.map(c -> c.prelude()
                                .map(p ->
                                        p.needed(false, c.exchange().request()).calls())
                                .orElse(List.of()))
                        .orElse(shown.chain()));
    }

    /** By what is said, the identities of failures of which that is said; all in order. */
    private Map<FailureId, Set<FailureId>> groups() {
        Map<FailureId, Set<FailureId>> groups = new TreeMap<>(ORDER);
        evidence.forEach((id, known) -> known.words()
                .forEach(words -> groups.computeIfAbsent(
                                new FailureId(id.operation(), id.check(), words), w -> new TreeSet<>(ORDER))
                        .add(id)));
        return groups;
    }

    private void group(
            FailureId whole,
            Set<FailureId> members,
            Map<FailureId, FailureId> same,
            Map<FailureId, Evidence.Suspects> examples,
            Map<FailureId, List<FailureId>> parts) {
        Evidence drawn = evidence.getOrDefault(whole, new Evidence(schedule));
        List<FailureId> placed =
                members.stream().filter(id -> !id.equals(whole)).toList();
        Map<String, FailureId> known = new LinkedHashMap<>();
        placed.forEach(id -> known(id).place().ifPresent(place -> known.put(place, id)));
        if (told.contains(whole) || drawn.plain() || known.size() > MOST_PLACES) {
            placed.forEach(id -> same.putIfAbsent(id, whole));
            return;
        }
        List<Evidence.Suspects> alone = drawn.alone().stream()
                .filter(s -> !s.explainedBy(known.keySet()))
                .toList();
        if (alone.size() > 1) {
            for (Evidence.Suspects one : alone) {
                String place = one.places().iterator().next();
                FailureId id = new FailureId(whole.operation(), whole.check(), whole.cause() + " for " + place);
                known.put(place, id);
                examples.put(id, one);
                parts.computeIfAbsent(whole, w -> new ArrayList<>()).add(id);
            }
        }
        Optional<FailureId> rest = Optional.empty();
        if (members.contains(whole)) {
            Optional<FailureId> explained = drawn.explanation(known.keySet()).map(known::get);
            explained.ifPresent(id -> same.putIfAbsent(whole, id));
            rest = explained.isPresent() ? Optional.empty() : Optional.of(whole);
            if (!known.isEmpty()) {
                drawn.unexplained(known.keySet()).ifPresent(first -> examples.put(whole, first));
            }
        }
        for (FailureId id : placed) {
            if (known(id).place().isEmpty()) {
                Optional<FailureId> unplaced = rest;
                known(id)
                        .explanation(known.keySet())
                        .map(known::get)
                        .or(() -> unplaced)
                        .ifPresent(other -> same.putIfAbsent(id, other));
            }
        }
    }

    private Evidence known(FailureId id) {
        return evidence.getOrDefault(id, new Evidence(schedule));
    }
}

package io.contractcheck.corpus;

import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of documents. A closed tally takes no more. Thread-safe. */
final class Tally {
    private long documents;
    private long operations;
    private long makingNanos;
    private long judgingNanos;
    private boolean closed;
    private final Map<Verdict.Kind, Long> positives = new EnumMap<>(Verdict.Kind.class);
    private final Map<Verdict.Kind, Long> negatives = new EnumMap<>(Verdict.Kind.class);
    private final Map<String, Long> notJudged = new LinkedHashMap<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> unsatisfiable = new ArrayList<>();
    private final List<String> disagreements = new ArrayList<>();
    private final List<String> interpreted = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> hangs = new ArrayList<>();
    private final List<Slow> slow = new ArrayList<>();

    /** An operation that took long. */
    record Slow(long millis, String operation) {}

    synchronized void document(int testable, List<String> brokenOperations) {
        if (!closed) {
            documents++;
            operations += testable + brokenOperations.size();
            broken.addAll(brokenOperations);
        }
    }

    synchronized void refused(String reason) {
        if (!closed) {
            documents++;
            refused.add(reason);
        }
    }

    synchronized void unsatisfiable(String reason) {
        if (!closed) {
            unsatisfiable.add(reason);
        }
    }

    synchronized void error(String text) {
        if (!closed) {
            errors.add(text);
        }
    }

    synchronized void took(String operation, long making, long judging) {
        if (!closed) {
            makingNanos += making;
            judgingNanos += judging;
            if (making > 2_000_000_000L) {
                slow.add(new Slow(making / 1_000_000, operation));
            }
        }
    }

    synchronized void verdict(TestCase testCase, Verdict verdict, String listed) {
        if (closed) {
            return;
        }
        (testCase.intent() instanceof Intent.Positive ? positives : negatives).merge(verdict.kind(), 1L, Long::sum);
        if (verdict.kind() == Verdict.Kind.DISAGREED) {
            disagreements.add(listed);
        } else if (verdict.kind() == Verdict.Kind.INTERPRETED) {
            interpreted.add(listed);
        } else if (verdict.kind() == Verdict.Kind.NOT_JUDGED) {
            notJudged.merge(verdict.message().replaceAll("[#\"].*|raw:.*", "…"), 1L, Long::sum);
        }
    }

    /** Nothing of a thread that does not end is taken any more. */
    synchronized void hang(String text) {
        hangs.add(text);
        closed = true;
    }

    synchronized void add(Tally other) {
        synchronized (other) {
            other.closed = true;
            documents += other.documents;
            operations += other.operations;
            makingNanos += other.makingNanos;
            judgingNanos += other.judgingNanos;
            other.positives.forEach((k, n) -> positives.merge(k, n, Long::sum));
            other.negatives.forEach((k, n) -> negatives.merge(k, n, Long::sum));
            other.notJudged.forEach((k, n) -> notJudged.merge(k, n, Long::sum));
            refused.addAll(other.refused);
            broken.addAll(other.broken);
            unsatisfiable.addAll(other.unsatisfiable);
            disagreements.addAll(other.disagreements);
            interpreted.addAll(other.interpreted);
            errors.addAll(other.errors);
            hangs.addAll(other.hangs);
            slow.addAll(other.slow);
        }
    }

    synchronized long documents() {
        return documents;
    }

    synchronized long operations() {
        return operations;
    }

    synchronized long makingSeconds() {
        return makingNanos / 1_000_000_000;
    }

    synchronized long judgingSeconds() {
        return judgingNanos / 1_000_000_000;
    }

    synchronized long positives(Verdict.Kind kind) {
        return positives.getOrDefault(kind, 0L);
    }

    synchronized long negatives(Verdict.Kind kind) {
        return negatives.getOrDefault(kind, 0L);
    }

    synchronized Map<String, Long> notJudged() {
        return new LinkedHashMap<>(notJudged);
    }

    synchronized List<String> refused() {
        return List.copyOf(refused);
    }

    synchronized List<String> broken() {
        return List.copyOf(broken);
    }

    synchronized List<String> unsatisfiable() {
        return List.copyOf(unsatisfiable);
    }

    synchronized List<String> disagreements() {
        return List.copyOf(disagreements);
    }

    synchronized List<String> interpreted() {
        return List.copyOf(interpreted);
    }

    synchronized List<String> errors() {
        return List.copyOf(errors);
    }

    synchronized List<String> hangs() {
        return List.copyOf(hangs);
    }

    synchronized List<Slow> slow() {
        return List.copyOf(slow);
    }
}

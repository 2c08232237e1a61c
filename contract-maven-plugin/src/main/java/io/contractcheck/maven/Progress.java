package io.contractcheck.maven;

import io.contractcheck.check.Failure;
import io.contractcheck.check.FailureId;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How far a run is, as a line. Thread-safe. */
final class Progress implements RunListener {
    /** Over how long the rate of requests is taken, at least. */
    private static final long WINDOW = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanos;
    private final Map<String, Integer> done = new LinkedHashMap<>();
    private final Set<FailureId> findings = new LinkedHashSet<>();
    private final Deque<Sample> samples = new ArrayDeque<>();
    private @Nullable String phase;
    private @Nullable Duration maxTime;
    private int operations;
    private long requests;
    private long begin;

    private record Sample(long at, long requests) {}

    /** @param nanos tells the time, in nanoseconds since some moment */
    Progress(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public synchronized void on(RunEvent event) {
        if (event instanceof RunEvent.CallAnswered call) {
            requests++;
            if (call.purpose() == Purpose.CASE) {
                call.checks().forEach(result -> result.failures().forEach(failure -> findings.add(words(failure))));
            }
        } else if (event instanceof RunEvent.CallUnanswered) {
            requests++;
        } else if (event instanceof RunEvent.RunStarted started) {
            operations = started.operations().size();
        } else if (event instanceof RunEvent.LimitsSet limits) {
            maxTime = limits.maxTime();
        } else if (event instanceof RunEvent.PhaseStarted started) {
            if (samples.isEmpty()) {
                begin = nanos.getAsLong();
                samples.add(new Sample(begin, requests));
            }
            phase = started.phase();
        } else if (event instanceof RunEvent.OperationDone operation) {
            done.merge(operation.phase(), 1, Integer::sum);
        } else if (event instanceof RunEvent.PhaseFinished
                || event instanceof RunEvent.RunFinished
                || event instanceof RunEvent.RunBroken) {
            phase = null;
        }
    }

    /** By what the service said; how many causes have the same words is known at the end. */
    private static FailureId words(Failure failure) {
        FailureId id = failure.id();
        return failure.clue()
                .map(clue -> new FailureId(id.operation(), id.check(), clue.words()))
                .orElse(id);
    }

    /** How far it is now, if a phase is going on. */
    synchronized Optional<String> line() {
        if (phase == null) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        return Optional.of("Running " + phase + ": " + done.getOrDefault(phase, 0) + " of "
                + Counts.of(operations, "operation") + ", " + String.format(Locale.ROOT, "%,d", requests)
                + (requests == 1 ? " request" : " requests") + " (" + rate(now) + "/s), "
                + Counts.of(findings.size(), "finding") + left(now));
    }

    private long rate(long now) {
        samples.add(new Sample(now, requests));
        Sample from = samples.getFirst();
        while (samples.size() > 2 && now - second().at >= WINDOW) {
            samples.removeFirst();
            from = samples.getFirst();
        }
        return now == from.at ? 0 : Math.round((requests - from.requests) * 1e9 / (now - from.at));
    }

    private Sample second() {
        Sample first = samples.removeFirst();
        Sample second = samples.getFirst();
        samples.addFirst(first);
        return second;
    }

    private String left(long now) {
        if (maxTime == null) {
            return "";
        }
        Duration left = maxTime.minusNanos(now - begin);
        return ", " + time(left.isNegative() ? Duration.ZERO : left) + " of " + time(maxTime) + " left";
    }

    /** As {@code 6 min 20 s}. */
    static String time(Duration duration) {
        long seconds = (duration.toMillis() + 500) / 1000;
        if (seconds < 60) {
            return seconds == 0 && !duration.isZero() ? duration.toMillis() + " ms" : seconds + " s";
        }
        long minutes = seconds / 60;
        return (minutes < 60
                ? minutes + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s")
                : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min"));
    }
}

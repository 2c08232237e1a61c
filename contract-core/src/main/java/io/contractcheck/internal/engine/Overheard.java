package io.contractcheck.internal.engine;

import io.contractcheck.event.LoggedCause;
import io.contractcheck.event.Purpose;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.Watch;
import io.contractcheck.service.ServiceLog;
import io.contractcheck.trace.OwnCode;
import io.contractcheck.trace.RootCause;
import io.contractcheck.trace.Trace;
import io.contractcheck.trace.TraceReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the service logs while it is called. Many write to their log just before they answer, some just after, and some from a thread of
 * its own: so there is some waiting, for which an operation that fails without a word is not made to pay again and again. Thread-safe.
 */
final class Overheard {
    private static final int MOST = 8;
    private static final int FRUITLESS = 3;
    private static final Duration STEP = Duration.ofMillis(3);
    private static final Duration BRIEF = Duration.ofMillis(60);
    private static final Duration ALONE = Duration.ofMillis(200);
    private static final Duration PROMPT = Duration.ofMillis(20);
    private static final Duration STILL = Duration.ofMillis(25);
    private static final Duration SILENCE = Duration.ofMillis(75);

    private final @Nullable ServiceLog log;
    private final OwnCode code;
    private final Secrets secrets;
    private final Watch watch;
    private final Map<String, Integer> fruitless = new ConcurrentHashMap<>();
    private final Map<String, Boolean> spontaneous = new ConcurrentHashMap<>();
    private long counted;
    private long lineEnds;

    /** @param log none, if nothing can be heard */
    Overheard(Optional<ServiceLog> log, OwnCode code, Secrets secrets, Watch watch) {
        this.log = log.orElse(null);
        this.code = code;
        this.secrets = secrets;
        this.watch = watch;
    }

    boolean listens() {
        return log != null;
    }

    /** Where the log ends before a call. */
    long position() {
        return log == null ? 0 : log.position();
    }

    /** What was logged since then, each cause once, the last one last. To be asked of calls that failed. */
    List<Heard> since(long from, String operation, Purpose purpose) {
        if (log == null) {
            return List.of();
        }
        boolean alone = purpose == Purpose.CONFIRMATION || purpose == Purpose.DUPLICATE;
        boolean hopeless = fruitless.getOrDefault(operation, 0) >= FRUITLESS;
        long begin = watch.nanos();
        Duration patience = alone ? hopeless ? PROMPT : ALONE : hopeless ? Duration.ZERO : BRIEF;
        long deadline = begin + patience.toNanos();
        List<Heard> heard = List.of();
        String text = "";
        long known = -1;
        while (true) {
            long to = log.position();
            boolean still = to == known;
            if (!still) {
                text = log.between(from, to);
                heard = heard(text, to < from ? 0 : from, watch.nanos() - begin > PROMPT.toNanos());
            }
            boolean whole = !heard.isEmpty() && text.endsWith("\n") && (still || !alone);
            if (whole || watch.nanos() - deadline >= 0 || !sleeps(STEP)) {
                fruitless.merge(operation, heard.isEmpty() ? 1 : 0, (a, b) -> b == 0 ? 0 : a + b);
                return heard;
            }
            known = to;
        }
    }

    /**
     * Whether the service logs that while nobody calls it. To be asked when nothing is being sent; listens a moment if it is not known yet.
     *
     * @param cause its identity
     */
    boolean isSpontaneous(String cause) {
        if (log == null || spontaneous.containsKey(cause)) {
            return spontaneous.getOrDefault(cause, false);
        }
        awaitStillness();
        long begin = log.position();
        if (!sleeps(SILENCE)) {
            return true;
        }
        heard(log.between(begin, log.position()), begin, true)
                .forEach(heard -> spontaneous.put(heard.cause().identity(), true));
        return spontaneous.computeIfAbsent(cause, c -> false);
    }

    /** Lets those log that are not through yet; some never are. To be asked when nothing is being sent. */
    void awaitStillness() {
        if (log == null) {
            return;
        }
        long end = watch.nanos() + ALONE.toNanos();
        long known = -1;
        for (long to = log.position(); to != known && watch.nanos() - end < 0 && sleeps(STILL); to = log.position()) {
            known = to;
        }
    }

    private boolean sleeps(Duration time) {
        try {
            watch.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Heard> heard(String text, long from, boolean late) {
        Map<String, Heard> heard = new LinkedHashMap<>();
        for (Trace trace : TraceReader.read(text)) {
            RootCause cause = RootCause.of(trace, code).with(secrets::mask);
            heard.remove(cause.identity());
            if (!spontaneous.getOrDefault(cause.identity(), false)) {
                heard.put(cause.identity(), new Heard(cause, from, trace.line(), late));
            }
        }
        List<Heard> all = List.copyOf(heard.values());
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    /** With its place in the log. */
    synchronized LoggedCause placed(Heard heard) {
        if (log == null) {
            throw new IllegalStateException("nothing can be heard without a log");
        }
        if (heard.from() < counted) {
            counted = 0;
            lineEnds = 0;
        }
        lineEnds += log.lineEnds(counted, heard.from());
        counted = heard.from();
        boolean within = counted > 0 && log.lineEnds(counted - 1, counted) == 0;
        return new LoggedCause(
                heard.cause(),
                secrets.mask(String.valueOf(log.path().getFileName())),
                lineEnds + (within ? 1 : 0) + heard.line());
    }
}

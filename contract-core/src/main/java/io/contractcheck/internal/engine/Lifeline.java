package io.contractcheck.internal.engine;

import io.contractcheck.event.CaseId;
import io.contractcheck.event.RunEvent;
import io.contractcheck.event.RunListener;
import io.contractcheck.http.Exchange;
import io.contractcheck.http.Secrets;
import io.contractcheck.http.TransportException;
import io.contractcheck.http.Watch;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Stays with a service that goes away. Once connections are refused, one thread asks again and again while the others wait; when the
 * service is back, all go on with what they were about to send, none of which was sent. When it does not come back, the run is broken.
 * Thread-safe.
 */
final class Lifeline {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration OUTAGE = Duration.ofSeconds(1);
    private static final int TRIES = 3;

    private final String baseUrl;
    private final Duration patience;
    private final Watch watch;
    private final Secrets secrets;
    private final RunListener listener;
    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicLong heard = new AtomicLong();
    private final LastSigns signs = new LastSigns();
    private volatile long lastHeard;
    private volatile @Nullable RunBrokenException broken;

    /** @param patience how long a service is waited for that was there already */
    Lifeline(String baseUrl, Duration patience, Watch watch, Secrets secrets, RunListener listener) {
        this.baseUrl = baseUrl;
        this.patience = patience;
        this.watch = watch;
        this.secrets = secrets;
        this.listener = listener;
    }

    /** Sends a request; may be asked to once more as long as no connection could be made. */
    @FunctionalInterface
    interface Sending {
        Exchange send() throws TransportException;
    }

    /**
     * The exchange.
     *
     * @throws TransportException if no whole answer came
     * @throws RunBrokenException if the service went away for good, or cannot be reached at all
     */
    Exchange send(CaseId id, Sending sending) throws TransportException {
        if (broken != null) {
            throw broken;
        }
        try {
            return heard(id, sending.send());
        } catch (TransportException e) {
            if (e.kind() == TransportException.Kind.CONNECT) {
                return again(id, sending, e);
            }
            if (e.kind() == TransportException.Kind.BARRED && heard.get() == 0) {
                throw new RunBrokenException(secrets.mask(String.valueOf(e.getMessage())), e);
            }
            signs.unanswered(id, e.kind());
            throw e;
        }
    }

    private Exchange heard(CaseId id, Exchange exchange) {
        lastHeard = watch.nanos();
        heard.incrementAndGet();
        signs.answered(id);
        return exchange;
    }

    private Exchange again(CaseId id, Sending sending, TransportException refused) throws TransportException {
        long begin = watch.nanos();
        long before = heard.get();
        String last = signs.told();
        lock();
        try {
            if (broken != null) {
                throw broken;
            }
            TransportException e = refused;
            boolean others = heard.get() != before;
            for (int tries = 1; ; tries++) {
                Duration silence = silence(begin);
                if (tries >= TRIES && silence.compareTo(patience) >= 0) {
                    throw gone(e, silence, last);
                }
                if (tries >= TRIES && watch.nanos() - begin >= 2 * patience.toNanos()) {
                    throw e; // it is there for others
                }
                if (tries > 1 || !others) {
                    pause();
                }
                try {
                    Exchange exchange = sending.send();
                    back(silence(begin), tries, last);
                    return heard(id, exchange);
                } catch (TransportException again) {
                    if (again.kind() != TransportException.Kind.CONNECT) {
                        back(silence(begin), tries, last);
                        signs.unanswered(id, again.kind());
                        throw again;
                    }
                    e = again;
                }
            }
        } finally {
            asking.unlock();
        }
    }

    /** For how long nobody has heard of the service since then. */
    private Duration silence(long begin) {
        long heardOf = heard.get() == 0 ? begin : lastHeard;
        return Duration.ofNanos(watch.nanos() - (heardOf - begin > 0 ? heardOf : begin));
    }

    /** A service that only takes few connections at once, or refuses some by chance, was never away. */
    private void back(Duration away, int tries, String last) {
        if (tries >= TRIES && away.compareTo(OUTAGE) >= 0) {
            listener.on(new RunEvent.ErrorOccurred(
                    Optional.empty(),
                    secrets.mask("the service at " + baseUrl + " accepted no connections for " + seconds(away)
                            + ", and then came back: it may have crashed and been started again. Look at its log."
                            + last)));
        }
    }

    private RunBrokenException gone(TransportException e, Duration waited, String last) {
        RunBrokenException gone = new RunBrokenException(
                secrets.mask("the service at " + baseUrl + " no longer accepts connections (" + e.getMessage() + ")"
                        + (waited.compareTo(OUTAGE) < 0 ? "" : "; it was waited for " + seconds(waited))
                        + ".\nIt may have stopped: look at its log." + last),
                e);
        broken = gone;
        return gone;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private void lock() throws TransportException {
        try {
            asking.lockInterruptibly();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void pause() throws TransportException {
        try {
            watch.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private TransportException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new TransportException(
                TransportException.Kind.CLOSED, "interrupted while " + baseUrl + " accepted no connections", e);
    }
}

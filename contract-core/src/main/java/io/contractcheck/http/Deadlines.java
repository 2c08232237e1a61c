package io.contractcheck.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Ends what takes too long. One thread looks at all of it every few milliseconds, as waking it for each request costs as much as sending one. */
final class Deadlines implements AutoCloseable {
    private static final long MILLIS = 10;

    private final Set<Deadline> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "contract-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    Deadlines() {
        watch.scheduleWithFixedDelay(
                () -> open.forEach(deadline -> deadline.look(System.nanoTime())),
                MILLIS,
                MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** Lets something have so much time from now. */
    Deadline begin(Duration time, Runnable end) {
        Deadline deadline = new Deadline(System.nanoTime() + time.toNanos(), end);
        open.add(deadline);
        return deadline;
    }

    /** Must be called when it is over. */
    void over(Deadline deadline) {
        open.remove(deadline);
        deadline.state.compareAndSet(State.OPEN, State.OVER);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private enum State {
        OPEN,
        OVER,
        PASSED
    }

    /** The end of one request's time. */
    static final class Deadline {
        private final long nanos;
        private final Runnable end;
        private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

        private Deadline(long nanos, Runnable end) {
            this.nanos = nanos;
            this.end = end;
        }

        private void look(long now) {
            if (now - nanos >= 0 && state.compareAndSet(State.OPEN, State.PASSED)) {
                try {
                    end.run();
                } catch (RuntimeException e) {
                    // whose time has passed is told so; the watch over the others must go on
                }
            }
        }

        boolean passed() {
            return state.get() == State.PASSED;
        }
    }
}

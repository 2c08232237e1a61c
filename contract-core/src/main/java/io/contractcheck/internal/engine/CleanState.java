package io.contractcheck.internal.engine;

import io.contractcheck.event.Isolation;
import io.contractcheck.event.Purpose;
import io.contractcheck.event.RunEvent;
import java.time.Duration;
import java.util.Optional;

/**
 * The service's state as it was remembered: brought back where the isolation asks for it, and before whatever is run again. To be brought
 * back by one thread while no other sends.
 */
final class CleanState {
    private final Life life;
    private final Isolation isolation;
    private volatile boolean touched;
    private volatile boolean ofRetries;
    private long times;
    private long nanos;

    /** @param wanted counts where hooks can bring the state back */
    CleanState(Life life, Isolation wanted) {
        this.life = life;
        this.isolation = life.restores() ? wanted : Isolation.NONE;
    }

    /** Whether it can be brought back. */
    boolean known() {
        return life.restores();
    }

    Isolation isolation() {
        return isolation;
    }

    /** Whether each scenario begins with it, at its first time too. */
    boolean always() {
        return isolation == Isolation.SCENARIO;
    }

    /** Remembers it. */
    void remember() {
        life.remember();
    }

    /** A scenario is about to change it. */
    void touch(Purpose purpose) {
        touched = true;
        ofRetries = purpose != Purpose.CASE;
    }

    /** Whether what was run last was run again, so that the state is not what the cases before it left. */
    boolean isOfRetries() {
        return ofRetries;
    }

    /** Brings it back, if it was touched and hooks can do so. */
    void restore() {
        if (!touched || !known()) {
            return;
        }
        long begin = System.nanoTime();
        life.restore();
        nanos += System.nanoTime() - begin;
        times++;
        touched = false;
    }

    /** Leaves nothing behind that was needed to bring it back. */
    void forget() {
        life.forget();
    }

    /** What it took, if hooks can bring it back. */
    Optional<RunEvent.StateRestored> cost() {
        return known()
                ? Optional.of(new RunEvent.StateRestored(isolation, times, Duration.ofNanos(nanos)))
                : Optional.empty();
    }
}

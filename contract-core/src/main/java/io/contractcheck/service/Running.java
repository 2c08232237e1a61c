package io.contractcheck.service;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process that was started, with all that it starts; it is ended when this JVM is gone. */
final class Running {
    private final Process process;
    private final ProcessTree tree;
    private final Optional<Keeper.Kept> kept;

    Running(Process process, String mark, Optional<Keeper> keeper) {
        this.process = process;
        this.tree = new ProcessTree(process.toHandle(), mark);
        this.kept = keeper.map(k -> k.kill(process.toHandle(), mark));
    }

    Process process() {
        return process;
    }

    /** Whether the process itself ended within that time. */
    boolean ended(Duration within) throws InterruptedException {
        return process.waitFor(within.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether anything of it is there. */
    boolean isAlive() {
        return !tree.living().isEmpty();
    }

    /** Lets go of it: from now on nobody ends it. */
    void release() {
        kept.ifPresent(Keeper.Kept::forget);
    }

    /** Ends all of it: asks, and kills what is still there after the grace. How many could not be ended. */
    int end(Duration grace) {
        boolean gone = tree.end(grace);
        if (gone) {
            release();
        }
        return gone ? 0 : tree.living().size();
    }
}

package io.contractcheck;

import org.jspecify.annotations.Nullable;

/** The wish that a run ends, which may come before there is anything that could fulfil it. Thread-safe. */
final class Stop {
    private boolean wanted;
    private @Nullable Runnable way;

    /** The run is to end. */
    synchronized void want() {
        wanted = true;
        if (way != null) {
            way.run();
        }
    }

    /** How it ends from now on. */
    synchronized void by(Runnable end) {
        way = end;
        if (wanted) {
            end.run();
        }
    }

    synchronized boolean wanted() {
        return wanted;
    }

    /** @throws ContractException if the run is to end, though nothing was sent */
    void check() {
        if (wanted()) {
            throw beforeAnything();
        }
    }

    static ContractException beforeAnything() {
        return new ContractException("the run was stopped from outside before its first case was sent.");
    }
}

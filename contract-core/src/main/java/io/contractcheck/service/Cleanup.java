package io.contractcheck.service;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done when the service is not needed any more, in reverse order, once. What is added afterwards is done at once, so that
 * nothing is left of a start that goes on while the JVM ends. Thread-safe.
 */
public final class Cleanup implements AutoCloseable {
    private final Deque<Runnable> parts = new ArrayDeque<>();
    private boolean closed;

    /** Nothing to do yet. */
    public Cleanup() {}

    /** A part that can be called off. */
    @FunctionalInterface
    public interface Part {
        /** It need not be done any more. */
        void forget();
    }

    /** Adds what is to be done first from now on. */
    public Part add(Runnable part) {
        synchronized (this) {
            if (!closed) {
                parts.push(part);
                return () -> {
                    synchronized (this) {
                        parts.remove(part);
                    }
                };
            }
        }
        part.run();
        return () -> {};
    }

    /** Whether it was closed. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Does all, whatever some of them throw.
     *
     * @throws RuntimeException the first that one of them threw
     */
    @Override
    public void close() {
        RuntimeException first = null;
        for (Runnable part = next(); part != null; part = next()) {
            try {
                part.run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private synchronized @Nullable Runnable next() {
        closed = true;
        return parts.poll();
    }
}

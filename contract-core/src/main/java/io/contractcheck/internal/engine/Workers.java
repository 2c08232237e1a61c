package io.contractcheck.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Some threads that take up work until there is none. A single one is the caller's own. */
final class Workers implements AutoCloseable {
    /** The caller's own thread. */
    static final Workers ALONE = new Workers(1);

    private final int count;
    private final @Nullable ExecutorService threads;

    Workers(int count) {
        this.count = count;
        this.threads = count == 1 ? null : Executors.newFixedThreadPool(count, Threads.named("contract-worker", count));
    }

    /**
     * Works until there is nothing more to do.
     *
     * @param goesOn asked before each piece
     * @param next the next piece, or null; asked by all workers at once
     * @throws RuntimeException what the first worker threw, once all have ended their piece
     */
    <T> void work(BooleanSupplier goesOn, Supplier<@Nullable T> next, Consumer<T> action) {
        if (threads == null) {
            loop(goesOn, next, action);
            return;
        }
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(threads.submit(() -> {
                try {
                    loop(() -> thrown.get() == null && goesOn.getAsBoolean(), next, action);
                } catch (RuntimeException | Error e) {
                    thrown.compareAndSet(null, e);
                }
            }));
        }
        all.forEach(Workers::await);
        Throwable first = thrown.get();
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private static <T> void loop(BooleanSupplier goesOn, Supplier<@Nullable T> next, Consumer<T> action) {
        while (goesOn.getAsBoolean()) {
            T piece = next.get();
            if (piece == null) {
                return;
            }
            action.accept(piece);
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunBrokenException("the run was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}

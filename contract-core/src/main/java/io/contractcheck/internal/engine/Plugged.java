package io.contractcheck.internal.engine;

import io.contractcheck.event.RunEvent;
import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.hook.HookException;
import io.contractcheck.hook.HookMisfit;
import io.contractcheck.hook.HookOrigin;
import io.contractcheck.openapi.Operation;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A hook in a run: who it is, where it applies, how often it was asked and how often it acted. Thread-safe. */
public final class Plugged {
    private final Hook hook;
    private final HookOrigin origin;
    private final HookContext context;
    private final Predicate<Operation> scope;
    private final String running;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong applied = new AtomicLong();

    /**
     * A hook that was not asked yet.
     *
     * @param scope which operations it is asked of
     * @param running the version of ContractCheck
     */
    public Plugged(Hook hook, HookOrigin origin, HookContext context, Predicate<Operation> scope, String running) {
        this.hook = hook;
        this.origin = origin;
        this.context = context;
        this.scope = scope;
        this.running = running;
    }

    String name() {
        return origin.hook();
    }

    Hook hook() {
        return hook;
    }

    HookContext context() {
        return context;
    }

    boolean covers(Operation operation) {
        return scope.test(operation);
    }

    /** What the hook gives, which must be something. */
    <T> T ask(Supplier<T> call) {
        calls.incrementAndGet();
        return guard(call);
    }

    /** Lets the hook do something. */
    void act(Runnable action) {
        ask(() -> {
            action.run();
            return hook;
        });
        acted();
    }

    /** As {@link #ask}, without counting. */
    <T> T guard(Supplier<T> call) {
        try {
            return given(call.get());
        } catch (RunBrokenException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw broken(e);
        }
    }

    void asked() {
        calls.incrementAndGet();
    }

    void acted() {
        applied.incrementAndGet();
    }

    <T> T given(@Nullable T result) {
        if (result == null) {
            throw new RunBrokenException(
                    "hook " + name(), " returned null, which means nothing: it is from " + origin.describe(), null);
        }
        return result;
    }

    RunBrokenException broken(Throwable e) {
        if (e instanceof HookException) {
            return new RunBrokenException("hook " + name() + ": " + e.getMessage(), e);
        }
        return HookMisfit.describe(origin, e, running)
                .map(text -> new RunBrokenException(text, e))
                .orElseGet(() -> new RunBrokenException("hook " + name() + " failed", ": " + defect(e), e));
    }

    /** What was thrown, where in the hook, and from which jar. */
    String defect(Throwable e) {
        StringBuilder text = new StringBuilder(e.toString());
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (root != e) {
            text.append(", caused by ").append(root);
        }
        text.append("\nIt was thrown");
        StackTraceElement line = line(root);
        if (line != null) {
            text.append(" at ").append(line);
        }
        return text.append(", in ").append(origin.describe()).append(".").toString();
    }

    /** The first line in the hook's own class, else in its package, else of all. */
    private @Nullable StackTraceElement line(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String own = hook.getClass().getName();
        String owner = own.replaceFirst("\\$.*", "");
        for (StackTraceElement element : trace) {
            if (element.getClassName().equals(own) || element.getClassName().startsWith(own + "$")) {
                return element;
            }
        }
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith(owner.substring(0, owner.lastIndexOf('.') + 1))) {
                return element;
            }
        }
        return trace.length == 0 ? null : trace[0];
    }

    RunEvent.HookUsed used() {
        return new RunEvent.HookUsed(name(), calls.get(), applied.get());
    }
}

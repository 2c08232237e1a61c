package io.contractcheck.internal.engine;

import io.contractcheck.hook.Hook;
import io.contractcheck.hook.HookContext;
import io.contractcheck.openapi.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The hooks of one kind, in their order. */
final class Kind<H extends Hook> {
    private static final Predicate<Plugged> ALL = hook -> true;

    private final Class<H> type;
    private final List<Plugged> hooks;

    Kind(Class<H> type, List<Plugged> all) {
        this.type = type;
        this.hooks = all.stream().filter(p -> type.isInstance(p.hook())).toList();
    }

    @FunctionalInterface
    interface Step<H, T> {
        T apply(H hook, T value, HookContext context);
    }

    @FunctionalInterface
    interface Question<H> {
        boolean apply(H hook, HookContext context);
    }

    @FunctionalInterface
    interface Act<H> {
        void apply(H hook, HookContext context);
    }

    List<Plugged> all() {
        return hooks;
    }

    H hook(Plugged plugged) {
        return type.cast(plugged.hook());
    }

    /** The value after all hooks; one that gave another value has applied. */
    <T> T fold(T start, Step<H, T> step) {
        return fold(start, ALL, step);
    }

    /** Likewise, of the hooks that the operation is in the scope of. */
    <T> T fold(T start, Operation operation, Step<H, T> step) {
        return fold(start, hook -> hook.covers(operation), step);
    }

    private <T> T fold(T start, Predicate<Plugged> which, Step<H, T> step) {
        T value = start;
        for (Plugged plugged : hooks) {
            if (which.test(plugged)) {
                T given = value;
                T result = plugged.ask(() -> step.apply(hook(plugged), given, plugged.context()));
                if (!result.equals(given)) {
                    plugged.acted();
                    value = result;
                }
            }
        }
        return value;
    }

    /** The name of the first hook that says no, which has applied by that. */
    Optional<String> refusal(Operation operation, Question<H> question) {
        for (Plugged plugged : hooks) {
            if (plugged.covers(operation) && !plugged.ask(() -> question.apply(hook(plugged), plugged.context()))) {
                plugged.acted();
                return Optional.of(plugged.name());
            }
        }
        return Optional.empty();
    }

    /** Lets each hook act that the operation is in the scope of. */
    void each(Operation operation, Act<H> act) {
        for (Plugged plugged : hooks) {
            if (plugged.covers(operation)) {
                plugged.act(() -> act.apply(hook(plugged), plugged.context()));
            }
        }
    }
}

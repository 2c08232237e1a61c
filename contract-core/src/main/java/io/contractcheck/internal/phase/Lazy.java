package io.contractcheck.internal.phase;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made on first use, then kept; a failure to make it is kept too. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T value;
    private @Nullable RuntimeException failure;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (failure != null) {
            throw failure;
        }
        T made = value;
        if (made == null) {
            try {
                made = maker.get();
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
            value = made;
        }
        return made;
    }
}

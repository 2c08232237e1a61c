package io.contractcheck.internal.phase;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A stream whose failure becomes its last element. */
final class Told {
    private Told() {}

    static <T> Stream<T> of(Supplier<Stream<T>> elements, Function<RuntimeException, T> failed) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new Elements<>(elements, failed), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    private static final class Elements<T> implements Iterator<T> {
        private final Supplier<Stream<T>> elements;
        private final Function<RuntimeException, T> failed;
        private @Nullable Iterator<T> begun;
        private @Nullable T next;
        private boolean over;

        private Elements(Supplier<Stream<T>> elements, Function<RuntimeException, T> failed) {
            this.elements = elements;
            this.failed = failed;
        }

        @Override
        public boolean hasNext() {
            if (next == null && !over) {
                next = advance();
            }
            return next != null;
        }

        private @Nullable T advance() {
            try {
                Iterator<T> rest = begun == null ? elements.get().iterator() : begun;
                begun = rest;
                if (rest.hasNext()) {
                    return rest.next();
                }
                over = true;
                return null;
            } catch (RuntimeException e) {
                over = true;
                return failed.apply(e);
            } catch (StackOverflowError | OutOfMemoryError e) {
                over = true;
                return failed.apply(new IllegalStateException(e.toString(), e));
            }
        }

        @Override
        public T next() {
            T given = hasNext() ? next : null;
            if (given == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return given;
        }
    }
}

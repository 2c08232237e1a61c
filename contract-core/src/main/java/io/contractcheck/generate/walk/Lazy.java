package io.contractcheck.generate.walk;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Streams one after the other. Unlike {@code flatMap}, it holds no inner stream in memory when an iterator is asked for. */
public final class Lazy {
    private Lazy() {}

    /** The elements of each stream in turn; a stream is made when those before it are exhausted. */
    public static <T> Stream<T> concat(Stream<Supplier<Stream<T>>> streams) {
        Iterator<Supplier<Stream<T>>> outer = streams.iterator();
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Chain<>(outer), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    private static final class Chain<T> implements Iterator<T> {
        private final Iterator<Supplier<Stream<T>>> outer;
        private Iterator<T> inner = Collections.emptyIterator();

        Chain(Iterator<Supplier<Stream<T>>> outer) {
            this.outer = outer;
        }

        @Override
        public boolean hasNext() {
            while (!inner.hasNext()) {
                if (!outer.hasNext()) {
                    return false;
                }
                inner = outer.next().get().iterator();
            }
            return true;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return inner.next();
        }
    }
}

package io.contractcheck.openapi;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list that is worked out when it is first looked at. Thread-safe. */
final class LateList extends AbstractList<String> {
    private @Nullable Supplier<List<String>> work;
    private List<String> elements = List.of();

    LateList(Supplier<List<String>> work) {
        this.work = work;
    }

    private synchronized List<String> elements() {
        if (work != null) {
            elements = List.copyOf(work.get());
            work = null;
        }
        return elements;
    }

    @Override
    public String get(int index) {
        return elements().get(index);
    }

    @Override
    public int size() {
        return elements().size();
    }
}

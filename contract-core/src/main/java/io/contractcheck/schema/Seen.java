package io.contractcheck.schema;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The members of one object or array that some schema looked at, for {@code unevaluatedProperties} and {@code unevaluatedItems}. */
final class Seen {
    private final Set<String> properties = new LinkedHashSet<>();
    private final BitSet items = new BitSet();

    void property(String name) {
        properties.add(name);
    }

    void item(int index) {
        items.set(index);
    }

    void items(int count) {
        items.set(0, count);
    }

    boolean has(String property) {
        return properties.contains(property);
    }

    boolean has(int item) {
        return items.get(item);
    }

    void add(Seen other) {
        properties.addAll(other.properties);
        items.or(other.items);
    }
}

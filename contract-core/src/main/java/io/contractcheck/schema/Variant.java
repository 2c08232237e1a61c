package io.contractcheck.schema;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a schema is read where another one contains it as a part of itself.
 *
 * @param waived properties that need not be there, because a schema around this one forbids them to travel
 * @param heir the place of a schema that names this one as its parent, so that its own kinds are no choice any more; else empty
 */
record Variant(SortedSet<String> waived, String heir) {
    /** By itself. */
    static final Variant PLAIN = new Variant(Collections.emptySortedSet(), "");

    Variant waiving(Iterable<String> more) {
        SortedSet<String> all = new TreeSet<>(waived);
        more.forEach(all::add);
        return new Variant(all, heir);
    }

    Variant of(String child) {
        return new Variant(waived, child);
    }

    /** What tells this variant from others in a name. */
    String prefix() {
        return (heir.isEmpty() ? "" : "parent ")
                + (waived.isEmpty() ? "" : "without " + String.join(",", waived) + " ");
    }
}

package io.contractcheck.testcase;

import io.contractcheck.json.Documents;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What was worked out of the parts of a document, kept as long as the document, but never of too many. Thread-safe. */
final class Layouts {
    private static final int MOST = 4096;

    private final Map<Same, Layout> operations = new ConcurrentHashMap<>();
    private final Judged judged = new Judged();
    private final Written written = new Written();
    private final Map<Same, Shape> contents = new ConcurrentHashMap<>();

    private Layouts() {}

    /** That very object, as reading all of an operation to compare it takes long. */
    private record Same(Object object) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Same other && object == other.object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    static Layout of(Operation operation) {
        return known(in(operation.source().documents()).operations, operation, Layout::new);
    }

    static Shape of(MediaTypeContent content) {
        return known(
                in(content.source().documents()).contents,
                content,
                c -> Shape.of(c.schema().orElseThrow()));
    }

    /** The last judgements of requests of the same document. */
    static Judged judged(Operation operation) {
        return in(operation.source().documents()).judged;
    }

    /** The last requests that cases of the same document were written as. */
    static Written written(Operation operation) {
        return in(operation.source().documents()).written;
    }

    private static Layouts in(Documents documents) {
        return documents.keep(Layouts.class, Layouts::new);
    }

    private static <K, V> V known(Map<Same, V> known, K part, Function<K, V> make) {
        Same key = new Same(part);
        V value = known.get(key);
        if (value == null) {
            value = make.apply(part);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, value);
        }
        return value;
    }
}

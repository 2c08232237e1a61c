package io.contractcheck.check;

import io.contractcheck.openapi.ResponseSpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The last short bodies that were found to keep to their document, since services say many things again and again. Thread-safe. */
final class GoodBodies {
    private static final int KEPT = 256;
    private static final int LONGEST = 4 << 10;

    private final AtomicReferenceArray<Body> bodies = new AtomicReferenceArray<>(KEPT);

    private record Body(ResponseSpec spec, Optional<String> type, byte[] bytes) {}

    boolean has(ResponseSpec spec, Optional<String> type, byte[] bytes) {
        if (bytes.length > LONGEST) {
            return false;
        }
        Body known = bodies.get(slot(spec, bytes));
        return known != null && known.spec == spec && known.type.equals(type) && Arrays.equals(known.bytes, bytes);
    }

    void add(ResponseSpec spec, Optional<String> type, byte[] bytes) {
        if (bytes.length <= LONGEST) {
            bodies.set(slot(spec, bytes), new Body(spec, type, bytes));
        }
    }

    private static int slot(ResponseSpec spec, byte[] bytes) {
        return 31 * Arrays.hashCode(bytes) + System.identityHashCode(spec) & KEPT - 1;
    }
}

package io.contractcheck.testcase;

import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The last requests that were written, since most cases are written to be proven, and again to be sent. A case is known by the very objects
 * that it is made of, as comparing them takes as long as writing them. Thread-safe.
 */
final class Written {
    private static final int KEPT = 64;

    private final AtomicReferenceArray<Entry> entries = new AtomicReferenceArray<>(KEPT);
    private final AtomicReferenceArray<Body> bodies = new AtomicReferenceArray<>(KEPT);

    private record Body(BodyValue value, BodyFormat.Entity entity) {}

    /** @param request without a base URL */
    private record Entry(
            Operation operation,
            List<ParameterValue> parameters,
            Optional<BodyValue> body,
            List<Deviation> deviations,
            Request request) {
        boolean isOf(TestCase testCase) {
            return operation == testCase.operation()
                    && parameters == testCase.parameters()
                    && body.orElse(null) == testCase.body().orElse(null)
                    && deviations == testCase.deviations();
        }
    }

    @Nullable Request of(TestCase testCase) {
        Entry entry = entries.get(slot(testCase));
        return entry != null && entry.isOf(testCase) ? entry.request : null;
    }

    void add(TestCase testCase, Request request) {
        entries.set(
                slot(testCase),
                new Entry(
                        testCase.operation(), testCase.parameters(), testCase.body(), testCase.deviations(), request));
    }

    /** A body as it is written, once for all cases that have that very object for a body. */
    BodyFormat.Entity body(BodyValue value) {
        int slot = System.identityHashCode(value) & KEPT - 1;
        Body known = bodies.get(slot);
        if (known == null || known.value != value) {
            known = new Body(value, MediaTypes.write(value));
            bodies.set(slot, known);
        }
        return known.entity;
    }

    private static int slot(TestCase testCase) {
        int hash = System.identityHashCode(testCase.body().orElse(null));
        return 31 * (31 * hash + System.identityHashCode(testCase.parameters()))
                        + System.identityHashCode(testCase.deviations())
                & KEPT - 1;
    }
}

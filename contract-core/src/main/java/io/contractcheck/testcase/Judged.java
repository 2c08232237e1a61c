package io.contractcheck.testcase;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last judgements of requests, since most requests are judged twice: when a case is proven, and before it is sent. Of a request
 * counts what is judged, so that other headers, such as credentials, make no difference. Thread-safe.
 */
final class Judged {
    private static final int KEPT = 64;
    private static final int LONGEST_BODY = 16 << 10;

    private final AtomicReferenceArray<Entry> entries = new AtomicReferenceArray<>(KEPT);

    /**
     * What was judged.
     *
     * @param target without what stands before every path
     */
    private record Entry(
            Operation operation,
            String method,
            String target,
            List<Header> headers,
            byte @Nullable [] body,
            Judgement judgement) {
        boolean isOf(Operation other, Request request, String its, List<Header> seen) {
            return operation == other
                    && target.equals(its)
                    && method.equals(request.method())
                    && headers.equals(seen)
                    && Arrays.equals(body, request.body());
        }
    }

    /** The judgement, which is worked out if it is not among the last ones. */
    Judgement of(Operation operation, Request request, String prefix, Supplier<Judgement> judge) {
        byte[] body = request.body();
        if (!request.target().startsWith(prefix) || body != null && body.length > LONGEST_BODY) {
            return judge.get();
        }
        String target = request.target().substring(prefix.length());
        List<Header> headers = new ArrayList<>();
        for (Header header : request.headers()) {
            if (Layouts.of(operation).reads(header)) {
                headers.add(header);
            }
        }
        int slot = 31 * (31 * target.hashCode() + Arrays.hashCode(body))
                        + operation.path().hashCode()
                & KEPT - 1;
        Entry known = entries.get(slot);
        if (known != null && known.isOf(operation, request, target, headers)) {
            return known.judgement;
        }
        Judgement judgement = judge.get();
        entries.set(slot, new Entry(operation, request.method(), target, headers, body, judgement));
        return judgement;
    }
}

package io.contractcheck.testcase;

import io.contractcheck.http.Header;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private final AtomicReferenceArray<Bodied> contents = new AtomicReferenceArray<>(KEPT);
    private final AtomicReferenceArray<Headed> parameters = new AtomicReferenceArray<>(KEPT);

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

    /** What was said of a body. */
    private record Bodied(
            Operation operation, Optional<String> contentType, byte @Nullable [] body, Judgement.Content content) {}

    /** What was said of parameters. */
    private record Headed(
            Operation operation, String target, List<Header> headers, boolean body, Judgement.Parameters parameters) {}

    /** What is said of the body, as many requests differ in their parameters alone. */
    Judgement.Content content(Operation operation, Request request, Supplier<Judgement.Content> judge) {
        byte[] body = request.body();
        if (body != null && body.length > LONGEST_BODY) {
            return judge.get();
        }
        Optional<String> contentType = request.header("Content-Type");
        int slot = 31 * Arrays.hashCode(body) + operation.path().hashCode() & KEPT - 1;
        Bodied known = contents.get(slot);
        if (known != null
                && known.operation == operation
                && known.contentType.equals(contentType)
                && Arrays.equals(known.body, body)) {
            return known.content;
        }
        Judgement.Content content = judge.get();
        contents.set(slot, new Bodied(operation, contentType, body, content));
        return content;
    }

    /** What is said of the parameters, as many requests differ in their bodies alone. */
    Judgement.Parameters parameters(
            Operation operation, Request request, String prefix, boolean body, Supplier<Judgement.Parameters> judge) {
        if (!request.target().startsWith(prefix)) {
            return judge.get();
        }
        String target = request.target().substring(prefix.length());
        List<Header> headers = read(operation, request);
        int slot = 31 * target.hashCode() + operation.path().hashCode() & KEPT - 1;
        Headed known = parameters.get(slot);
        if (known != null
                && known.operation == operation
                && known.body == body
                && known.target.equals(target)
                && known.headers.equals(headers)) {
            return known.parameters;
        }
        Judgement.Parameters judged = judge.get();
        parameters.set(slot, new Headed(operation, target, headers, body, judged));
        return judged;
    }

    private static List<Header> read(Operation operation, Request request) {
        Layout layout = Layouts.of(operation);
        List<Header> headers = new ArrayList<>();
        for (Header header : request.headers()) {
            if (layout.reads(header)) {
                headers.add(header);
            }
        }
        return headers;
    }

    /** The judgement, which is worked out if it is not among the last ones. */
    Judgement of(Operation operation, Request request, String prefix, Supplier<Judgement> judge) {
        byte[] body = request.body();
        if (!request.target().startsWith(prefix) || body != null && body.length > LONGEST_BODY) {
            return judge.get();
        }
        String target = request.target().substring(prefix.length());
        List<Header> headers = read(operation, request);
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

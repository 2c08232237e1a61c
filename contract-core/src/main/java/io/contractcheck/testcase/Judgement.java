package io.contractcheck.testcase;

import com.fasterxml.jackson.core.JsonPointer;
import io.contractcheck.http.Framing;
import io.contractcheck.http.MediaType;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What of a request the document does not allow, as a server sees it that keeps to the document.
 *
 * @param faults all that is wrong; of a request with another method, or of one that is no HTTP, only that
 * @param unreadable why nothing can be said of some part, if so
 * @param read what arrives, where all of it can be read
 */
record Judgement(List<Fault> faults, Optional<String> unreadable, Optional<TestCase> read) {
    private Judgement(List<Fault> faults, Optional<String> unreadable) {
        this(faults, unreadable, Optional.empty());
    }

    static Judgement of(Operation operation, Request request, String baseUrl) {
        Optional<Framing> malformed = request.framing();
        if (malformed.isPresent()) {
            String what = malformed.get().description() + " (" + malformed.get().rule() + ")";
            return new Judgement(
                    List.of(framing(Optional.empty(), malformed.get().keyword(), what)), Optional.empty());
        }
        return Layouts.judged(operation)
                .of(operation, request, Wire.prefix(baseUrl), () -> worked(operation, request, baseUrl));
    }

    private static Judgement worked(Operation operation, Request request, String baseUrl) {
        boolean head = operation.method().equals("GET") && request.method().equals("HEAD");
        if (!request.method().equals(operation.method()) && !head) {
            return new Judgement(
                    List.of(new Fault(
                            Mutation.Location.METHOD,
                            Optional.empty(),
                            JsonPointer.empty(),
                            "method",
                            "the document has no " + request.method() + " on " + operation.path())),
                    Optional.empty());
        }
        Judged judged = Layouts.judged(operation);
        Content content = judged.content(operation, request, () -> content(operation, request));
        List<Fault> faults = new ArrayList<>();
        content.framing.ifPresent(faults::add);
        unserved(operation, request).ifPresent(faults::add);
        boolean body = content.body.isPresent();
        Parameters parameters;
        try {
            parameters = judged.parameters(
                    operation,
                    request,
                    Wire.prefix(baseUrl),
                    body,
                    () -> parameters(operation, request, Wire.prefix(baseUrl), body));
        } catch (UnreadableException e) {
            return new Judgement(faults, Optional.of(String.valueOf(e.getMessage())));
        }
        faults.addAll(parameters.repeated);
        if (parameters.unreadable.isPresent()) {
            return new Judgement(faults, parameters.unreadable);
        }
        faults.addAll(parameters.faults);
        faults.addAll(content.faults);
        return new Judgement(
                faults,
                Optional.empty(),
                Optional.of(new TestCase(
                        operation, parameters.values, content.body, new Intent.Positive("read from a request"))));
    }

    /**
     * What is said of a request's body.
     *
     * @param framing why it cannot be read, if so
     * @param faults of what was read, or of there being none
     */
    record Content(Optional<BodyValue> body, Optional<Fault> framing, List<Fault> faults) {}

    private static Content content(Operation operation, Request request) {
        Optional<Fault> framing = unsupported(operation, request);
        Optional<BodyValue> body = Optional.empty();
        if (framing.isEmpty()) {
            try {
                body = Wire.readBody(operation, request);
            } catch (UnreadableException e) {
                framing = Optional.of(framing(Optional.empty(), "syntax", String.valueOf(e.getMessage())));
            }
        }
        return new Content(body, framing, framing.isPresent() ? List.of() : Fault.ofBody(operation, body));
    }

    /**
     * What is said of a request's parameters.
     *
     * @param repeated names that stand more than once
     * @param unreadable why nothing more can be said, if so
     */
    record Parameters(
            List<ParameterValue> values, List<Fault> repeated, List<Fault> faults, Optional<String> unreadable) {}

    private static Parameters parameters(Operation operation, Request request, String prefix, boolean body) {
        List<Fault> repeated = repeated(operation, request);
        try {
            List<ParameterValue> values = Wire.readParameters(operation, request, prefix, body);
            return new Parameters(values, repeated, Fault.ofParameters(operation, values, body), Optional.empty());
        } catch (UnreadableException e) {
            return new Parameters(List.of(), repeated, List.of(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** The same but for some faults. */
    Judgement without(Predicate<Fault> excused) {
        return faults.isEmpty()
                ? this
                : new Judgement(faults.stream().filter(excused.negate()).toList(), unreadable, read);
    }

    /** A body of a media type that the operation does not take. */
    private static Optional<Fault> unsupported(Operation operation, Request request) {
        byte[] bytes = request.body();
        if (bytes == null
                || bytes.length == 0
                || operation.requestBody().isEmpty()
                || operation.requestBody().get().content().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> contentType = request.header("Content-Type");
        if (contentType.isEmpty()) {
            return Optional.of(framing(Optional.of("Content-Type"), "required", "there is no Content-Type header"));
        }
        return MediaTypes.match(operation.requestBody().get().content(), contentType.get())
                        .isPresent()
                ? Optional.empty()
                : Optional.of(framing(
                        Optional.of("Content-Type"),
                        "content",
                        "the media type " + contentType.get() + " is not documented"));
    }

    /** An Accept header that excludes every media type that the operation documents for its answers. */
    private static Optional<Fault> unserved(Operation operation, Request request) {
        Optional<String> accept = request.header("Accept");
        List<MediaType> served = Layouts.of(operation).served();
        if (accept.isEmpty() || served.isEmpty() || accept.get().equals("*/*")) {
            return Optional.empty();
        }
        for (String wish : accept.get().split(",")) {
            MediaType range = MediaType.of(wish);
            if (served.stream().anyMatch(s -> s.covers(range) || range.covers(s))) {
                return Optional.empty();
            }
        }
        return Optional.of(
                framing(Optional.of("Accept"), "content", "no documented answer has the media type " + accept.get()));
    }

    /** Names that stand twice in the query, though their parameters are no lists. */
    private static List<Fault> repeated(Operation operation, Request request) {
        List<Pair> query = request.query().map(q -> Pair.parse(q, "&")).orElse(List.of());
        List<Fault> faults = new ArrayList<>();
        for (Layout.Slot slot : query.size() < 2
                ? List.<Layout.Slot>of()
                : Layouts.of(operation).slots()) {
            Parameter parameter = slot.parameter();
            if (parameter.in() == ParameterLocation.QUERY && !slot.list() && times(parameter.name(), query) > 1) {
                faults.add(new Fault(
                        Mutation.Location.QUERY,
                        Optional.of(parameter.name()),
                        JsonPointer.empty(),
                        "duplicate",
                        "stands more than once in the query, though it is no list"));
            }
        }
        return faults;
    }

    private static int times(String name, List<Pair> query) {
        int times = 0;
        for (Pair pair : query) {
            times += Percent.decode(pair.name(), true).equals(name) ? 1 : 0;
        }
        return times;
    }

    private static Fault framing(Optional<String> header, String keyword, String message) {
        return new Fault(Mutation.Location.FRAMING, header, JsonPointer.empty(), keyword, message);
    }
}

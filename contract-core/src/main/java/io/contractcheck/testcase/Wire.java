package io.contractcheck.testcase;

import io.contractcheck.http.Header;
import io.contractcheck.http.MediaType;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.RequestBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Test cases as HTTP, and back. */
public final class Wire {
    private static final Base NO_BASE = new Base("http://localhost", "");
    private static final String BROKEN_PERCENT = "%zz";

    private Wire() {}

    /**
     * Writes a case as the request that is sent.
     *
     * <p>The headers are Accept, the header parameters in document order, Cookie, and Content-Type, which is always the body's: a header
     * parameter of that name gives way.
     *
     * @param baseUrl scheme, host, port and, possibly, a path before every operation's path, without a trailing slash
     * @throws UnwritableException if a value has no form in its style or media type
     */
    public static Request write(TestCase testCase, String baseUrl) {
        return write(testCase, baseUrl, MediaTypes::write);
    }

    private static Request write(TestCase testCase, String baseUrl, Function<BodyValue, BodyFormat.Entity> bodies) {
        Layout layout = Layouts.of(testCase.operation());
        Map<String, String> path = new LinkedHashMap<>();
        List<Pair> query = new ArrayList<>();
        List<Pair> cookies = new ArrayList<>();
        List<Header> headers = new ArrayList<>();
        Optional<Parameter> malformed =
                testCase.deviation(Deviation.Malformed.class).flatMap(Deviation.Malformed::parameter);
        for (ParameterValue given : testCase.parameters()) {
            Parameter parameter = given.parameter();
            boolean broken = malformed.filter(parameter::equals).isPresent();
            switch (parameter.in()) {
                case PATH ->
                    path.put(
                            parameter.name(), broken ? BROKEN_PERCENT : ParameterStyles.path(parameter, given.value()));
                case QUERY -> {
                    if (broken) {
                        query.add(new Pair(Place.QUERY.write(parameter.name()), BROKEN_PERCENT));
                    } else {
                        query.addAll(ParameterStyles.pairs(parameter, given.value()));
                    }
                }
                case COOKIE -> cookies.addAll(ParameterStyles.pairs(parameter, given.value()));
                case HEADER -> {
                    if (!pinned(parameter, hasBody(testCase))) {
                        headers.add(new Header(parameter.name(), ParameterStyles.header(parameter, given.value())));
                    }
                }
            }
        }
        testCase.deviation(Deviation.Accept.class).ifPresent(accept -> {
            headers.removeIf(h -> h.is("Accept"));
            headers.add(0, new Header("Accept", accept.value()));
        });
        if (Header.first(headers, "Accept").isEmpty()) {
            headers.add(0, new Header("Accept", "*/*"));
        }
        if (!cookies.isEmpty()) {
            headers.add(new Header("Cookie", Pair.join(cookies, "; ")));
        }
        for (Deviation deviation : testCase.deviations()) {
            if (deviation instanceof Deviation.ExtraQuery extra) {
                query.add(new Pair(Place.QUERY.write(extra.name()), Place.QUERY.write(extra.value())));
            }
        }
        Base base = Base.of(baseUrl);
        String target = base.path() + layout.template().fill(path);
        if (!query.isEmpty()) {
            target += (target.contains("?") ? "&" : "?") + Pair.join(query, "&");
        }
        target = target.startsWith("/") ? target : "/" + target;
        String method = testCase.deviation(Deviation.Method.class)
                .map(Deviation.Method::name)
                .orElse(testCase.operation().method());
        Optional<BodyFormat.Entity> entity = entity(testCase, bodies);
        entity.ifPresent(e -> headers.add(new Header("Content-Type", e.contentType())));
        return new Request(
                method,
                base.origin(),
                target,
                headers,
                entity.map(BodyFormat.Entity::bytes).orElse(null),
                testCase.deviation(Deviation.Malformed.class).map(Deviation.Malformed::framing));
    }

    /**
     * The same for a case in which nothing was changed since it was made, not even within its values: what was written before need not be
     * written again.
     *
     * @throws UnwritableException if a value has no form in its style or media type
     */
    public static Request writeUnchanged(TestCase testCase, String baseUrl) {
        Written written = Layouts.written(testCase.operation());
        Request known = written.of(testCase);
        if (known == null) {
            known = write(testCase, NO_BASE.origin() + NO_BASE.path(), written::body);
            written.add(testCase, known);
        }
        Base base = Base.of(baseUrl);
        return new Request(
                known.method(),
                base.origin(),
                base.path() + known.target(),
                known.headers(),
                known.body(),
                known.framing());
    }

    private static Optional<BodyFormat.Entity> entity(
            TestCase testCase, Function<BodyValue, BodyFormat.Entity> bodies) {
        Optional<BodyFormat.Entity> plain = testCase.deviation(Deviation.RawBody.class)
                .map(raw -> new BodyFormat.Entity(raw.bytes(), raw.contentType()))
                .or(() -> testCase.body().map(bodies));
        Optional<Deviation.ContentType> other = testCase.deviation(Deviation.ContentType.class);
        return other.isEmpty()
                ? plain
                : plain.map(e -> new BodyFormat.Entity(e.bytes(), other.get().value()));
    }

    private static boolean hasBody(TestCase testCase) {
        return testCase.body().isPresent()
                || testCase.deviation(Deviation.RawBody.class).isPresent();
    }

    /** Whether a header parameter is decided by the body. */
    static boolean pinned(Parameter parameter, boolean body) {
        return body
                && parameter.in() == ParameterLocation.HEADER
                && parameter.name().equalsIgnoreCase("Content-Type");
    }

    /**
     * Reads a request as a server would that keeps to the document: every declared parameter and the body, typed by their schemas. Where
     * a writing can mean several values, it is read as one its schema accepts, if there is one. A body of no bytes is no body.
     *
     * @throws UnreadableException if a part cannot be read; the message names it
     */
    public static TestCase read(Operation operation, Request request, String baseUrl) {
        return read(operation, request, baseUrl, readBody(operation, request));
    }

    static TestCase read(Operation operation, Request request, String baseUrl, Optional<BodyValue> body) {
        return new TestCase(
                operation,
                readParameters(operation, request, prefix(baseUrl), body.isPresent()),
                body,
                new Intent.Positive("read from a request"));
    }

    static List<ParameterValue> readParameters(Operation operation, Request request, String prefix, boolean body) {
        Layout layout = Layouts.of(operation);
        if (!request.path().startsWith(prefix)) {
            throw new UnreadableException("the path '" + request.path() + "' does not begin with '" + prefix + "'");
        }
        Map<String, String> path = layout.template().read(request.path().substring(prefix.length()));
        List<Pair> query = request.query().map(q -> Pair.parse(q, "&")).orElse(List.of());
        List<Pair> cookies = request.header("Cookie")
                .map(c -> Pair.parse(c.replaceAll(";\\s+", ";"), ";"))
                .orElse(List.of());
        List<ParameterValue> values = new ArrayList<>();
        for (Layout.Slot slot : layout.slots()) {
            Parameter parameter = slot.parameter();
            Optional<Raw> raw = switch (parameter.in()) {
                case PATH ->
                    Optional.ofNullable(path.get(parameter.name())).map(text -> ParameterStyles.read(parameter, text));
                case QUERY -> ParameterStyles.read(parameter, query, slot.others());
                case COOKIE -> ParameterStyles.read(parameter, cookies, slot.others());
                case HEADER ->
                    pinned(parameter, body)
                            ? Optional.empty()
                            : request.header(parameter.name()).map(text -> ParameterStyles.read(parameter, text));
            };
            if (raw.isPresent() && isPresent(raw.get(), slot)) {
                values.add(new ParameterValue(parameter, Reading.of(raw.get(), slot.shape())));
            }
        }
        return values;
    }

    /** Names of an exploded object are its parameter's only where its schema speaks of objects. */
    private static boolean isPresent(Raw raw, Layout.Slot slot) {
        boolean spread = raw instanceof Raw.Either either
                && either.readings().size() == 1
                && either.readings().get(0) instanceof Raw.Members;
        return !spread || slot.spreads();
    }

    static Optional<BodyValue> readBody(Operation operation, Request request) {
        byte[] bytes = request.body();
        if (bytes == null || bytes.length == 0 || operation.requestBody().isEmpty()) {
            return Optional.empty();
        }
        RequestBody documented = operation.requestBody().get();
        String contentType = request.header("Content-Type")
                .orElseThrow(() -> new UnreadableException("body: there is no Content-Type header"));
        MediaTypeContent content = MediaTypes.match(documented.content(), contentType)
                .orElseThrow(
                        () -> new UnreadableException("body: the media type '" + contentType + "' is not documented"));
        String mediaType = MediaTypes.concrete(content);
        if (MediaType.of(content.mediaType()).isRange()) {
            mediaType = MediaType.of(contentType).essence();
        }
        return Optional.of(new BodyValue(content, mediaType, MediaTypes.read(bytes, contentType, content)));
    }

    /** What stands before every path. */
    static String prefix(String baseUrl) {
        return Base.of(baseUrl).path();
    }

    /** A base URL in its two halves. */
    private record Base(String origin, String path) {
        static Base of(String url) {
            int authority = url.indexOf("://") + 3;
            int slash = url.indexOf('/', authority);
            if (slash < 0) {
                return new Base(url, "");
            }
            String path = url.substring(slash);
            return new Base(url.substring(0, slash), path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        }
    }
}

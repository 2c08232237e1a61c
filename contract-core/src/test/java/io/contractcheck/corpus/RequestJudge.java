package io.contractcheck.corpus;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.contractcheck.http.Request;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.testcase.Mutation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges whole requests by the raw document, part by part, without the readers that the code under test judges them with. */
final class RequestJudge {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final RawSchemas schemas;
    private final Harrel harrel;
    private final ParameterJudge parameters;
    private final FormJudge forms;

    RequestJudge(JsonNode root, Set<Interpretation> read) {
        this.schemas = new RawSchemas(root, read);
        this.harrel = new Harrel(schemas);
        this.parameters = new ParameterJudge(schemas, harrel);
        this.forms = new FormJudge(schemas, harrel);
    }

    /** What is thought of one part of a request. */
    record Part(Mutation.Location location, Optional<String> parameter, Opinion opinion) {
        @Override
        public String toString() {
            return location + parameter.map(p -> " " + p).orElse("") + ": " + opinion;
        }
    }

    List<Part> judge(Operation operation, Request request) {
        List<Part> parts = new ArrayList<>();
        boolean head = operation.method().equals("GET") && request.method().equals("HEAD");
        if (!head && !request.method().equals(operation.method())) {
            boolean documented = schemas.raw(
                            JsonPointer.empty().appendProperty("paths").appendProperty(operation.path()))
                    .has(request.method().toLowerCase(Locale.ROOT));
            Opinion opinion = documented ? new Opinion.Valid() : new Opinion.Invalid("no such method on the path");
            return List.of(new Part(Mutation.Location.METHOD, Optional.empty(), opinion));
        }
        body(operation, request, parts);
        accept(operation, request, parts);
        boolean hasBody = request.body() != null;
        for (Parameter parameter : operation.parameters()) {
            boolean decided = parameter.in() == io.contractcheck.openapi.ParameterLocation.HEADER
                    && (hasBody && parameter.name().equalsIgnoreCase("Content-Type"));
            if (!decided) {
                parts.add(new Part(
                        Mutation.Location.valueOf(parameter.in().name()),
                        Optional.of(parameter.name()),
                        parameters.judge(operation, parameter, request)));
            }
        }
        return parts;
    }

    private void body(Operation operation, Request request, List<Part> parts) {
        if (operation.requestBody().isEmpty()) {
            return;
        }
        byte[] body = request.body();
        if (body == null || body.length == 0) {
            Opinion absent = operation.requestBody().get().required()
                    ? new Opinion.Invalid("is required but not there")
                    : new Opinion.Valid();
            parts.add(new Part(Mutation.Location.BODY, Optional.empty(), absent));
            return;
        }
        String sent = essence(request.header("Content-Type").orElse(""));
        List<MediaTypeContent> content = operation.requestBody().get().content();
        Optional<MediaTypeContent> own = Stream.of(sent, sent.replaceFirst("/.*", "/*"), "*/*")
                .flatMap(type ->
                        content.stream().filter(c -> essence(c.mediaType()).equals(type)))
                .findFirst();
        if (own.isEmpty() && !content.isEmpty()) {
            boolean range = content.stream().anyMatch(c -> c.mediaType().contains("*"));
            parts.add(new Part(
                    Mutation.Location.FRAMING,
                    Optional.of("Content-Type"),
                    range
                            ? new Opinion.Unknown("a range of media types")
                            : new Opinion.Invalid(sent + " is not documented")));
            return;
        }
        if (own.isEmpty()) {
            return;
        }
        if (sent.equals("application/x-www-form-urlencoded")) {
            parts.add(new Part(Mutation.Location.BODY, Optional.empty(), forms.judge(own.get(), body)));
            return;
        }
        if (!sent.endsWith("/json") && !sent.endsWith("+json")) {
            parts.add(new Part(Mutation.Location.BODY, Optional.empty(), new Opinion.Unknown("a body of " + sent)));
            return;
        }
        JsonNode value;
        try {
            value = JSON.readTree(body);
        } catch (IOException e) {
            parts.add(new Part(
                    Mutation.Location.FRAMING,
                    Optional.empty(),
                    new Opinion.Invalid("is no JSON: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""))));
            return;
        }
        parts.add(new Part(Mutation.Location.BODY, Optional.empty(), value(own.get(), value)));
    }

    private Opinion value(MediaTypeContent content, JsonNode value) {
        JsonPointer at = content.source().pointer().appendProperty("schema");
        JsonNode raw = schemas.raw(at);
        if (raw.isMissingNode() || raw.isNull()) {
            return content.schema().isPresent()
                    ? new Opinion.Unknown("the body's schema stands elsewhere")
                    : new Opinion.Valid();
        }
        return harrel.judge(at, value);
    }

    private static void accept(Operation operation, Request request, List<Part> parts) {
        String wish = essence(request.header("Accept").orElse("*/*"));
        List<String> served = operation.responses().all().stream()
                .flatMap(r -> r.content().stream())
                .map(c -> essence(c.mediaType()))
                .toList();
        boolean declared =
                operation.parameters().stream().anyMatch(p -> p.name().equalsIgnoreCase("Accept"));
        if (wish.contains("*") || wish.contains(",") || served.isEmpty() || declared) {
            return;
        }
        boolean known = served.stream().anyMatch(s -> s.equals(wish) || s.contains("*"));
        parts.add(new Part(
                Mutation.Location.FRAMING,
                Optional.of("Accept"),
                known ? new Opinion.Valid() : new Opinion.Invalid(wish + " is not served")));
    }

    private static String essence(String mediaType) {
        return mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}

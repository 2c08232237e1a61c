package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.contractcheck.http.Codec;
import io.contractcheck.http.Content;
import io.contractcheck.http.MediaType;
import io.contractcheck.http.Utf8;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.ResponseSpec;
import io.contractcheck.schema.Violation;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fails when a body breaks the schema that the document gives for its status and Content-Type: once for each rule and place. JSON and
 * {@code text/plain} are read; XML, other text and binary types are not yet judged. Where several documented schemas may be meant, the
 * body has to keep to one of them. Says nothing of answers without content, of a Content-Type that is missing or not documented
 * ({@code content_type_conformance} does), of truncated bodies, and of content codings other than gzip and deflate.
 */
final class ResponseSchemaConformance implements Check {
    private static final int EXCERPT = 300;

    private final GoodBodies good = new GoodBodies();

    @Override
    public String name() {
        return "response_schema_conformance";
    }

    @Override
    public Subject subject() {
        return Subject.VALID;
    }

    @Override
    public boolean concerns(Operation operation) {
        return Successes.all(
                operation,
                response -> !response.content().isEmpty()
                        && response.content().stream().allMatch(ResponseSchemaConformance::readable));
    }

    /** Whether whatever comes of it can be judged. */
    private static boolean readable(MediaTypeContent content) {
        return MediaType.parse(content.mediaType()).filter(MediaType::isJson).isPresent()
                && content.schema().isPresent()
                && !SchemaParts.bytes(content.schema().get());
    }

    @Override
    public Verdict check(CheckContext context) {
        Optional<ResponseSpec> spec = Answers.documented(context);
        if (spec.isEmpty() || spec.get().content().isEmpty() || Answers.withoutContent(context)) {
            return Verdict.skipped();
        }
        Content content = context.response().decoded();
        if (content instanceof Content.Whole whole) {
            Optional<String> type = context.response().header("Content-Type");
            if (good.has(spec.get(), type, whole.bytes())) {
                return Verdict.passed();
            }
            Verdict verdict = whole(context, spec.get(), whole.bytes());
            if (verdict.equals(Verdict.passed())) {
                good.add(spec.get(), type, whole.bytes());
            }
            return verdict;
        }
        return content instanceof Content.Broken broken
                ? failed(
                        context,
                        spec.get().status() + " content coding",
                        "Response cannot be decoded",
                        "The answer has a body that nobody can read: " + Excerpt.of(broken.reason(), EXCERPT)
                                + ".\nThe codings are those of RFC 9110, section 8.4.1.\n"
                                + came(context.response().body()),
                        "Send what the header says, or no Content-Encoding.",
                        Severity.HIGH)
                : Verdict.skipped("the body of an answer: " + Excerpt.of(((Content.Unread) content).reason(), EXCERPT));
    }

    private Verdict whole(CheckContext context, ResponseSpec spec, byte[] content) {
        Optional<MediaType> type = context.response().header("Content-Type").flatMap(MediaType::parse);
        if (content.length == 0) {
            return empty(context, spec, type);
        }
        if (type.isEmpty()) {
            return Verdict.skipped();
        }
        List<MediaTypeContent> candidates = candidates(spec, type.get());
        if (candidates.stream()
                .anyMatch(c -> c.schema().filter(SchemaParts::bytes).isPresent())) {
            // any bytes are valid, JSON among them
            return Verdict.skipped();
        }
        Optional<Codec> codec =
                candidates.stream().findFirst().flatMap(c -> c.codecs().of(type.get()));
        if (candidates.isEmpty() || candidates.stream().anyMatch(c -> c.schema().isEmpty())) {
            return candidates.isEmpty() || !type.get().isJson()
                    ? Verdict.skipped()
                    : json(context, spec, List.of(), content, type.get());
        }
        try {
            if (codec.isPresent()) {
                return coded(context, spec, candidates, content, type.get(), codec.get());
            }
            return type.get().isJson()
                    ? json(context, spec, candidates, content, type.get())
                    : type.get().isPlainText()
                            ? text(context, spec, candidates, content, type.get())
                            : Verdict.skipped();
        } catch (ReferenceException e) {
            // the document's fault, and reported as such where the document is read
            return Verdict.skipped();
        }
    }

    /** The most precise documented contents for the type; of several, those whose parameters it has. */
    private static List<MediaTypeContent> candidates(ResponseSpec spec, MediaType type) {
        List<MediaTypeContent> best = new ArrayList<>();
        int precision = -1;
        for (MediaTypeContent content : spec.content()) {
            Optional<MediaType> documented = MediaType.parse(content.mediaType());
            if (documented.isEmpty() || !documented.get().covers(type)) {
                continue;
            }
            if (documented.get().precision() > precision) {
                precision = documented.get().precision();
                best.clear();
            }
            if (documented.get().precision() == precision) {
                best.add(content);
            }
        }
        List<MediaTypeContent> sameParameters = best.stream()
                .filter(c -> MediaType.parse(c.mediaType())
                        .map(d -> d.parameters().equals(type.parameters()))
                        .orElse(false))
                .toList();
        return sameParameters.isEmpty() ? best : sameParameters;
    }

    private Verdict empty(CheckContext context, ResponseSpec spec, Optional<MediaType> type) {
        boolean neverEmpty = spec.content().stream()
                .map(c -> MediaType.parse(c.mediaType()))
                .allMatch(d -> d.isPresent()
                        && (d.get().isJson()
                                || d.get().precision() < 2
                                        && type.map(MediaType::isJson).orElse(false)));
        if (!neverEmpty) {
            return Verdict.skipped();
        }
        return failed(
                context,
                spec.status() + " empty body",
                "Empty response body",
                "For a " + context.response().status() + " answer the document promises a JSON body ("
                        + Answers.content(spec)
                        + ").\nWhat came: an empty body, which is no JSON.",
                "Send the body, or document the answer without content.",
                Severity.HIGH);
    }

    private Verdict json(
            CheckContext context,
            ResponseSpec spec,
            List<MediaTypeContent> candidates,
            byte[] content,
            MediaType type) {
        if (content.length > 3 && content[0] == (byte) 0xEF && content[1] == (byte) 0xBB && content[2] == (byte) 0xBF) {
            return failed(
                    context,
                    spec.status() + " byte order mark",
                    "JSON begins with a byte order mark",
                    "The body is JSON, to which no byte order mark may be added (RFC 8259, section 8.1); many clients refuse to"
                            + " read it.\nWhat came: a body that begins with the bytes EF BB BF.",
                    "Write it as UTF-8 without one.",
                    Severity.LOW);
        }
        JsonNode value;
        try {
            Optional<Charset> charset = type.charset().filter(c -> !c.equals(StandardCharsets.UTF_8));
            value = charset.isPresent() ? Json.received(new String(content, charset.get())) : Json.received(content);
        } catch (JsonException e) {
            return e.limit().isPresent()
                    ? beyond(context, spec, e, content)
                    : failed(
                            context,
                            spec.status() + " malformed JSON",
                            "Response is no JSON",
                            "The answer says that its body is " + type.essence() + ", and the document promises it ("
                                    + Answers.content(spec) + ").\nBut it is no JSON: "
                                    + Excerpt.of(String.valueOf(e.getMessage()), EXCERPT) + "\n" + came(content),
                            "",
                            Severity.HIGH);
        }
        return judge(context, spec, candidates, List.of(value), content);
    }

    /** Longer than is read is not wrong, and only not judged; but nothing is nested so deep, or has such numbers, to be read. */
    private Verdict beyond(CheckContext context, ResponseSpec spec, JsonException e, byte[] content) {
        String reason = Excerpt.of(String.valueOf(e.getMessage()), EXCERPT);
        return e.limit().equals(Optional.of(JsonException.Limit.LENGTH))
                ? Verdict.skipped("the body of an answer: its JSON is longer than what is judged (" + reason + ")")
                : failed(
                        context,
                        spec.status() + " JSON beyond limits",
                        "Response is JSON that readers refuse",
                        "The body is JSON, but " + reason
                                + ". Readers of JSON may set limits (RFC 8259, section 9), and common ones refuse this.\n"
                                + came(content),
                        "",
                        Severity.HIGH);
    }

    /** A media type that a hook reads. */
    private Verdict coded(
            CheckContext context,
            ResponseSpec spec,
            List<MediaTypeContent> candidates,
            byte[] content,
            MediaType type,
            Codec codec) {
        try {
            return judge(context, spec, candidates, List.of(codec.read(content, type)), content);
        } catch (IOException e) {
            return failed(
                    context,
                    spec.status() + " malformed " + type.essence(),
                    "Response is no " + type.essence(),
                    "The answer says that its body is " + type.essence() + ", and the document promises it ("
                            + Answers.content(spec) + ").\nBut it cannot be read: "
                            + Excerpt.of(String.valueOf(e.getMessage()), EXCERPT) + "\n" + came(content),
                    "",
                    Severity.HIGH);
        }
    }

    private Verdict text(
            CheckContext context,
            ResponseSpec spec,
            List<MediaTypeContent> candidates,
            byte[] content,
            MediaType type) {
        String text = type.charset()
                .map(charset -> new String(content, charset))
                .or(() -> Utf8.decode(content))
                .orElseGet(() -> new String(content, StandardCharsets.ISO_8859_1));
        List<JsonNode> readings = new ArrayList<>();
        readings.add(Json.NODES.textNode(text));
        try {
            readings.add(Json.received(text));
        } catch (JsonException e) {
            // only the text itself, then
        }
        boolean structured =
                candidates.stream().flatMap(c -> c.schema().stream()).noneMatch(SchemaParts::allowsScalars);
        // how objects and arrays become plain text is nowhere defined
        return structured ? Verdict.skipped() : judge(context, spec, candidates, readings, content);
    }

    private Verdict judge(
            CheckContext context,
            ResponseSpec spec,
            List<MediaTypeContent> candidates,
            List<JsonNode> readings,
            byte[] content) {
        MediaTypeContent likeliest = candidates.isEmpty() ? null : candidates.get(0);
        JsonNode read = MissingNode.getInstance();
        List<Violation> fewest = null;
        for (MediaTypeContent candidate : candidates) {
            for (JsonNode value : readings) {
                List<Violation> violations = candidate.schema().orElseThrow().validate(value);
                if (violations.isEmpty()) {
                    return Verdict.passed();
                }
                if (fewest == null || HeaderText.LIKELIEST.compare(violations, fewest) < 0) {
                    likeliest = candidate;
                    read = value;
                    fewest = violations;
                }
            }
        }
        return likeliest == null || fewest == null
                ? Verdict.passed()
                : Verdict.of(failures(context, spec, likeliest, read, fewest, content));
    }

    private List<Failure> failures(
            CheckContext context,
            ResponseSpec spec,
            MediaTypeContent candidate,
            JsonNode value,
            List<Violation> violations,
            byte[] content) {
        Set<String> names = DeclaredNames.of(candidate.schema());
        Map<String, Violation> firsts = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Violation violation : Distinct.of(violations)) {
            String cause = spec.status() + " " + violation.keyword() + DeclaredNames.missing(violation, value, names)
                    + (violation.instance().matches()
                            ? ""
                            : " at " + DeclaredNames.general(violation.instance(), names));
            firsts.putIfAbsent(cause, violation);
            counts.merge(cause, 1, Integer::sum);
        }
        List<Failure> failures = new ArrayList<>();
        firsts.forEach((cause, violation) -> {
            String where = violation.instance().matches()
                    ? "the body"
                    : violation.instance().toString();
            int more = counts.get(cause) - 1;
            String message = "For a " + context.response().status()
                    + " answer the document promises a body that keeps to "
                    + candidate.source().get("schema").describe() + ".\nBroken at " + where + ": "
                    + Excerpt.of(violation.message(), EXCERPT)
                    + (more > 0 ? " (and at " + more + " more like it)" : "") + "\nThe rule: " + violation.schema()
                    + "\n"
                    + came(content);
            failures.add(context.failure(this, cause, "Response violates schema", message, "", Severity.HIGH));
        });
        return failures;
    }

    private Verdict failed(
            CheckContext context, String cause, String title, String message, String advice, Severity severity) {
        return Verdict.of(List.of(context.failure(this, cause, title, message, advice, severity)));
    }

    private static String came(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, 4 * EXCERPT), StandardCharsets.UTF_8);
        return "What came: " + Excerpt.of(start, EXCERPT);
    }
}

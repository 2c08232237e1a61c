package io.contractcheck.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.event.Extraction.Form;
import io.contractcheck.http.Header;
import io.contractcheck.http.MediaType;
import io.contractcheck.http.Request;
import io.contractcheck.http.Utf8;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in a request a value stands, so that something else can be put there. */
final class Slot {
    private static final String MARK = "@@here@@";

    private Slot() {}

    /**
     * The request with the placeholder where the value stood; nothing if it does not stand there, or not in that form.
     *
     * @param operation the label of what is called
     * @param target as {@code path.id}, {@code query.q}, {@code header.X-Id} or {@code body/a/b}
     */
    static Optional<Request> fill(
            Request request, String operation, String target, String value, Form form, String placeholder) {
        if (target.equals("body") || target.startsWith("body/")) {
            List<String> steps = target.length() <= 5
                    ? List.of()
                    : Arrays.asList(target.substring(5).split("/", -1));
            return form == Form.JSON ? body(request, steps, value, placeholder) : Optional.empty();
        }
        int dot = target.indexOf('.');
        String name = target.substring(dot + 1);
        return switch (target.substring(0, Math.max(dot, 0))) {
            case "path" -> form == Form.URL ? path(request, operation, name, value, placeholder) : Optional.empty();
            case "query" -> form == Form.URL ? query(request, name, value, placeholder) : Optional.empty();
            case "header" -> form == Form.TEXT ? header(request, name, value, placeholder) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Request> path(
            Request request, String operation, String name, String value, String placeholder) {
        String template = operation.substring(operation.indexOf(' ') + 1);
        StringBuilder pattern = new StringBuilder(".*?");
        Matcher parameter = Pattern.compile("\\{([^{}]+)}").matcher(template);
        int end = 0;
        while (parameter.find()) {
            pattern.append(Pattern.quote(template.substring(end, parameter.start())));
            pattern.append(parameter.group(1).equals(name) ? "([^/]+)" : "[^/]+");
            end = parameter.end();
        }
        pattern.append(Pattern.quote(template.substring(end)));
        String target = request.target();
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        Matcher whole = Pattern.compile(pattern.toString()).matcher(path);
        return whole.matches() && whole.groupCount() == 1 && isThat(whole.group(1), value)
                ? Optional.of(
                        to(request, target.substring(0, whole.start(1)) + placeholder + target.substring(whole.end(1))))
                : Optional.empty();
    }

    private static Optional<Request> query(Request request, String name, String value, String placeholder) {
        String target = request.target();
        Matcher pair = Pattern.compile("[?&]([^=&]*)=([^&]*)").matcher(target);
        while (pair.find()) {
            if (isThat(pair.group(1), name) && isThat(pair.group(2), value)) {
                return Optional.of(
                        to(request, target.substring(0, pair.start(2)) + placeholder + target.substring(pair.end(2))));
            }
        }
        return Optional.empty();
    }

    private static boolean isThat(String encoded, String value) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Request to(Request request, String target) {
        return new Request(
                request.method(), request.origin(), target, request.headers(), request.body(), request.framing());
    }

    private static Optional<Request> header(Request request, String name, String value, String placeholder) {
        return request.header(name)
                .filter(value::equals)
                .map(sent -> new Request(
                        request.method(),
                        request.origin(),
                        request.target(),
                        request.headers().stream()
                                .map(h -> h.is(name) ? new Header(h.name(), placeholder) : h)
                                .toList(),
                        request.body(),
                        request.framing()));
    }

    /** Only where the body, written anew, is what it was. */
    private static Optional<Request> body(Request request, List<String> steps, String value, String placeholder) {
        byte[] body = request.body();
        Optional<String> text = body == null ? Optional.empty() : Utf8.decode(body);
        boolean json = request.header("Content-Type")
                .filter(type -> MediaType.of(type).isJson())
                .isPresent();
        if (!json || text.isEmpty() || text.get().contains(MARK)) {
            return Optional.empty();
        }
        try {
            JsonNode whole = Json.parse(text.get());
            if (!Json.write(whole).equals(text.get())) {
                return Optional.empty();
            }
            JsonNode marked = marked(whole, steps, value);
            String written = Json.write(marked == null ? whole : marked);
            return written.contains(MARK)
                    ? Optional.of(new Request(
                            request.method(),
                            request.origin(),
                            request.target(),
                            request.headers(),
                            written.replace('"' + MARK + '"', placeholder).getBytes(StandardCharsets.UTF_8),
                            request.framing()))
                    : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** With a mark in place of the value wherever the steps lead; null if the value is not there. */
    private static @Nullable JsonNode marked(JsonNode at, List<String> steps, String value) {
        if (steps.isEmpty()) {
            return Json.write(at).equals(value) ? Json.NODES.textNode(MARK) : null;
        }
        List<String> rest = steps.subList(1, steps.size());
        if (at instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode inner = marked(array.get(i), rest, value);
                if (inner != null) {
                    array.set(i, inner);
                }
            }
        } else if (at instanceof ObjectNode object && object.has(steps.get(0))) {
            JsonNode inner = marked(object.get(steps.get(0)), rest, value);
            if (inner != null) {
                object.set(steps.get(0), inner);
            }
        }
        return at;
    }
}

package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service says went wrong.
 *
 * @param context the answer it says it in
 * @param text its words, possibly none
 */
record ErrorText(CheckContext context, String text) {
    private static final int SHOWN = 300;
    private static final int CAUSE = 160;
    private static final int COMPARED = 2000;
    private static final int READ = 64 << 10;
    private static final List<String> TEXT_FIELDS = List.of(
            "exception",
            "title",
            "error",
            "message",
            "detail",
            "details",
            "description",
            "error_description",
            "reason",
            "msg",
            "errormessage",
            "errors",
            "violations",
            "fielderrors");
    private static final List<String> PLACE_FIELDS = List.of(
            "field", "path", "loc", "property", "propertypath", "pointer", "source", "name", "param", "parameter");
    private static final List<String> ENTRY_FIELDS =
            List.of("defaultmessage", "message", "msg", "detail", "title", "reason", "description", "error", "code");
    private static final Pattern HTML_TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>|<h1[^>]*>(.*?)</h1>");
    private static final Pattern VARYING = Pattern.compile(
            // quoted texts, with care for apostrophes
            "(?<![\\p{L}\\d])(?:'(?<q1>[^']*)'|\"(?<q2>[^\"]*)\"|`(?<q3>[^`]*)`|‘(?<q4>[^’]*)’|“(?<q5>[^”]*)”)(?![\\p{L}\\d])"
                    // UUIDs, dates and times, hexadecimal identifiers and addresses, numbers
                    + "|(?i:\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b)"
                    + "|\\b\\d{4}-\\d{2}-\\d{2}(?:[T ][0-9:.,+Z-]*)?"
                    + "|(?i:0x[0-9a-f]+|@[0-9a-f]{5,}|\\b(?=[0-9a-f]*\\d)[0-9a-f]{8,}\\b)"
                    + "|[+-]?\\d+(?:[.,:]\\d+)*(?:[eE][+-]?\\d+)?");

    /** For a message: a line of its own with the service's words, or nothing if it has none or speaks of no error. */
    String line() {
        String shown = Excerpt.of(text, SHOWN);
        return shown.isEmpty() || context.response().status() < 400 ? "" : "\nThe service said: " + shown;
    }

    /**
     * The words without what differs from request to request: values that were sent, quoted texts other than names from the document,
     * numbers, times, identifiers.
     */
    String cause() {
        String cause = Excerpt.of(general(text.substring(0, Math.min(text.length(), COMPARED)), context), CAUSE);
        return cause.isEmpty() ? "without a message" : cause;
    }

    static ErrorText of(CheckContext context) {
        Response response = context.response();
        byte[] bytes = response.content()
                .orElseGet(() -> response.header("Content-Encoding").isPresent() ? new byte[0] : response.body());
        String text = new String(bytes, 0, Math.min(bytes.length, READ), StandardCharsets.UTF_8).trim();
        List<String> said = new ArrayList<>();
        if (bytes.length <= READ && (text.startsWith("{") || text.startsWith("["))) {
            try {
                collect(Json.parse(text), said, 0);
            } catch (JsonException e) {
                said.add(text);
            }
        } else {
            said.add(
                    text.startsWith("<")
                            ? heading(text)
                            : text.lines().findFirst().orElse(""));
        }
        return new ErrorText(
                context, String.join(": ", new LinkedHashSet<>(said)).trim());
    }

    private static String heading(String markup) {
        Matcher title = HTML_TITLE.matcher(markup);
        if (title.find()) {
            return (title.group(1) == null ? title.group(2) : title.group(1)).replaceAll("<[^>]*>", " ");
        }
        return markup.replaceAll("<[^>]*>", " ").trim();
    }

    private static void collect(JsonNode node, List<String> said, int depth) {
        if (node.isTextual()) {
            said.add(node.textValue().lines().findFirst().orElse(""));
        } else if (node.isArray()) {
            // one of several, chosen by order, so that the same complaint in other company is the same
            entries(node).stream().min(Comparator.naturalOrder()).ifPresent(said::add);
        } else if (depth < 3) {
            for (String name : TEXT_FIELDS) {
                node.properties().stream()
                        .filter(f -> f.getKey().toLowerCase(Locale.ROOT).equals(name))
                        .forEach(f -> collect(f.getValue(), said, depth + 1));
            }
        }
    }

    private static List<String> entries(JsonNode array) {
        List<String> entries = new ArrayList<>();
        for (JsonNode entry : array) {
            if (entry.isTextual()) {
                entries.add(entry.textValue());
            } else if (entry.isObject()) {
                String text = (first(entry, PLACE_FIELDS) + " " + first(entry, ENTRY_FIELDS)).trim();
                if (!text.isEmpty()) {
                    entries.add(text);
                }
            }
        }
        return entries;
    }

    private static String first(JsonNode object, List<String> names) {
        for (String name : names) {
            for (var field : object.properties()) {
                if (field.getKey().toLowerCase(Locale.ROOT).equals(name)) {
                    String text = scalars(field.getValue());
                    if (!text.isEmpty()) {
                        return text;
                    }
                }
            }
        }
        return "";
    }

    private static String scalars(JsonNode value) {
        if (value.isValueNode()) {
            return value.isNull() ? "" : value.asText();
        }
        List<String> parts = new ArrayList<>();
        value.forEach(v -> parts.add(v.isValueNode() ? v.asText() : ""));
        return String.join(".", parts);
    }

    private static String general(String text, CheckContext context) {
        if (text.isEmpty()) {
            return text;
        }
        Set<String> names = names(context);
        String general = text;
        for (String value : sent(context)) {
            if (!names.contains(value)) {
                String edge = "[\\p{L}\\d_]";
                general = general.replaceAll("(?<!" + edge + ")" + Pattern.quote(value) + "(?!" + edge + ")", "…");
            }
        }
        return VARYING.matcher(general).replaceAll(found -> {
            for (int i = 1; i <= 5; i++) {
                if (found.group(i) != null) {
                    return Matcher.quoteReplacement(names.contains(found.group(i)) ? found.group() : "'…'");
                }
            }
            return "#";
        });
    }

    /** Names that the document gives, which tell one complaint from another. */
    private static Set<String> names(CheckContext context) {
        Set<String> names = new LinkedHashSet<>();
        for (Parameter parameter : context.operation().parameters()) {
            names.add(parameter.name());
        }
        context.operation().requestBody().ifPresent(body -> {
            for (MediaTypeContent content : body.content()) {
                names.addAll(DeclaredNames.of(content.schema()));
            }
        });
        return names;
    }

    /** The texts that were sent, longest first; shorter ones are too likely to be words. */
    private static List<String> sent(CheckContext context) {
        Set<String> texts = new LinkedHashSet<>();
        context.testCase().parameters().forEach(p -> leaves(p.value(), texts));
        context.testCase().body().ifPresent(b -> leaves(b.value(), texts));
        return texts.stream()
                .filter(t -> t.length() >= 3)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static void leaves(JsonNode value, Set<String> texts) {
        if (value.isTextual()) {
            texts.add(value.textValue());
        } else if (value.isContainerNode()) {
            value.fieldNames().forEachRemaining(texts::add);
            value.forEach(v -> leaves(v, texts));
        }
    }
}

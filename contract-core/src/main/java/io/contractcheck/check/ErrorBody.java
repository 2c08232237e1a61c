package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Response;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words in an answer that speak of an error, found by the fields that frameworks use.
 *
 * @param heads what it says of the whole, each once
 * @param fields what it lists one by one; possibly none
 * @param text the answer as it came, as far as it was read
 */
record ErrorBody(List<String> heads, List<FieldError> fields, String text) {
    private static final int READ = 64 << 10;
    private static final int DEEPEST = 3;
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
            "fielderrors",
            "suberrors");
    private static final List<String> LISTS =
            List.of("errors", "violations", "fielderrors", "suberrors", "details", "detail");
    private static final List<String> PLACE_FIELDS = List.of(
            "field", "path", "propertypath", "property", "pointer", "loc", "source", "name", "param", "parameter");
    private static final List<String> RULE_FIELDS =
            List.of("defaultmessage", "message", "msg", "detail", "reason", "title", "description", "error", "code");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>|<h1[^>]*>(.*?)</h1>");
    private static final Pattern STATUS = Pattern.compile("^(?i:error|http error) [45]\\d{2} (?=\\S)");
    private static final Pattern MESSAGE =
            Pattern.compile("(?is)<b>message</b>:?(.{0,2000}?)</p>|<th>message:</th><td>(.{0,2000}?)</td>");

    /** All of it in one line, without what says nothing. */
    String words() {
        List<String> words = new ArrayList<>(
                Wording.telling(heads.stream().map(FieldError::firstLine).toList()));
        String listed = fields.stream().map(FieldError::text).collect(Collectors.joining("; "));
        if (!listed.isEmpty()) {
            words.add(listed);
        }
        return String.join(": ", words);
    }

    static ErrorBody of(Response response) {
        byte[] bytes = response.content()
                .orElseGet(() -> response.header("Content-Encoding").isPresent() ? new byte[0] : response.body());
        String text = new String(bytes, 0, Math.min(bytes.length, READ), StandardCharsets.UTF_8).trim();
        Set<String> heads = new LinkedHashSet<>();
        Set<FieldError> fields = new LinkedHashSet<>();
        if (bytes.length <= READ && (text.startsWith("{") || text.startsWith("["))) {
            try {
                collect(Json.received(text), "", heads, fields, 0);
            } catch (JsonException e) {
                heads.add(text);
            }
        } else if (text.startsWith("<")) {
            markup(text, heads);
        } else {
            heads.add(text);
        }
        heads.removeIf(String::isBlank);
        return new ErrorBody(List.copyOf(heads), List.copyOf(fields), text);
    }

    private static void markup(String text, Set<String> heads) {
        for (Pattern pattern : List.of(TITLE, MESSAGE)) {
            Matcher found = pattern.matcher(text);
            if (found.find()) {
                String words = plain(found.group(1) == null ? found.group(2) : found.group(1));
                heads.add(STATUS.matcher(words).replaceFirst(""));
            }
        }
        if (heads.isEmpty()) {
            heads.add(plain(text));
        }
    }

    private static String plain(String markup) {
        return Wording.unescaped(markup.replaceAll("<[^>]*>", " ")).trim();
    }

    private static void collect(JsonNode node, String name, Set<String> heads, Set<FieldError> fields, int depth) {
        if (node.isTextual()) {
            heads.add(node.textValue().trim());
        } else if (node.isArray()) {
            node.forEach(entry -> entry(entry, fields));
        } else if (byField(node, name)) {
            node.properties().forEach(field -> rules(field.getKey(), field.getValue(), fields));
        } else if (depth < DEEPEST) {
            for (String wanted : TEXT_FIELDS) {
                node.properties().stream()
                        .filter(f -> lower(f.getKey()).equals(wanted))
                        .forEach(f -> collect(f.getValue(), wanted, heads, fields, depth + 1));
            }
        }
    }

    private static void entry(JsonNode entry, Set<FieldError> fields) {
        if (entry.isTextual()) {
            fields.add(new FieldError("", entry.textValue()));
        } else if (entry.isObject()) {
            FieldError error = new FieldError(first(entry, PLACE_FIELDS), first(entry, RULE_FIELDS));
            if (!error.text().isEmpty()) {
                fields.add(error);
            }
        }
    }

    /** Whether an object lists errors by the names of fields: {@code {"errors": {"title": ["must not be blank"]}}}. */
    private static boolean byField(JsonNode node, String name) {
        return LISTS.contains(name)
                && !node.isEmpty()
                && node.properties().stream()
                        .allMatch(f -> !TEXT_FIELDS.contains(lower(f.getKey()))
                                && !RULE_FIELDS.contains(lower(f.getKey()))
                                && (f.getValue().isTextual()
                                        || f.getValue().isArray()
                                                && f.getValue().path(0).isTextual()));
    }

    private static void rules(String place, JsonNode rules, Set<FieldError> fields) {
        if (rules.isTextual()) {
            fields.add(new FieldError(place, rules.textValue()));
        } else {
            rules.forEach(rule -> fields.add(new FieldError(place, rule.asText())));
        }
    }

    private static String first(JsonNode object, List<String> names) {
        for (String name : names) {
            for (var field : object.properties()) {
                String text = lower(field.getKey()).equals(name) ? scalars(field.getValue()) : "";
                if (!text.isBlank()) {
                    return text.trim();
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

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

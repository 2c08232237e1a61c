package io.contractcheck.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Exchange;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a shell takes a value out of an answer that stands in the files {@code $HEADERS} and {@code $BODY}.
 *
 * @param form what the value is taken for
 * @param shell the command that prints it
 * @param value what it printed for the answer of the run
 */
record Extraction(Form form, String shell, String value) {
    private static final String BODY = "$response.body#";
    private static final String HEADER = "$response.header.";
    private static final Pattern LOCATION = Pattern.compile("Location as (.*), \\{([^{}]*)}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final int EXACT_DIGITS = 15;
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9-]+");

    /** What a value is taken for. */
    enum Form {
        /** A part of a URL, percent-encoded. */
        URL,
        /** JSON. */
        JSON,
        /** Text as it is. */
        TEXT
    }

    /** The line of a script that puts it into a variable, or ends the script. */
    String command(String variable) {
        return variable + "=$(" + shell + ") || { echo '" + variable + " is not in this answer:' >&2;"
                + " cat \"$HEADERS\" \"$BODY\" >&2; exit 1; }";
    }

    /** The ways in which a value can be taken out of an answer like that, in each form; none if it is not there. */
    static List<Extraction> candidates(String source, Exchange exchange) {
        if (source.startsWith(BODY)) {
            return body(source.substring(BODY.length()), exchange);
        }
        if (!source.startsWith(HEADER)) {
            return List.of();
        }
        String name = source.substring(HEADER.length());
        Matcher location = LOCATION.matcher(name);
        return location.matches() ? location(location.group(1), location.group(2), exchange) : header(name, exchange);
    }

    private static List<Extraction> body(String pointer, Exchange exchange) {
        Optional<JsonNode> found = exchange.response().truncated() ? Optional.empty() : json(exchange);
        StringBuilder path = new StringBuilder(".");
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            boolean array = found.filter(JsonNode::isArray).isPresent();
            found = found.map(
                    at -> array && name.matches("\\d{1,9}") ? at.path(Integer.parseInt(name)) : at.path(name));
            path.append('[')
                    .append(array ? name : Json.write(Json.NODES.textNode(name)))
                    .append(']');
        }
        if (found.filter(value -> value.isValueNode() && !value.isNull()).isEmpty()) {
            return List.of();
        }
        JsonNode value = found.get();
        if (value.isIntegralNumber() && value.asText().length() > EXACT_DIGITS) {
            return large(path.toString(), value);
        }
        List<Extraction> all = new ArrayList<>();
        all.add(new Extraction(Form.URL, jq(path + " | values | @uri", true), value.asText()));
        all.add(new Extraction(Form.JSON, jq(path + " | values", false), Json.write(value)));
        if (value.isTextual()) {
            all.add(new Extraction(Form.JSON, jq(path + " | values | tonumber", false), value.asText()));
        } else {
            all.add(new Extraction(
                    Form.JSON,
                    jq(path + " | values | tostring", false),
                    Json.write(Json.NODES.textNode(value.asText()))));
        }
        all.add(new Extraction(Form.TEXT, jq(path + " | values", true), value.asText()));
        return all;
    }

    /** Older versions of jq round what has more digits than a double; put in quotes first, they stay. */
    private static List<Extraction> large(String path, JsonNode value) {
        String quotes =
                "sed -E " + quoted("s/([,:[] *)(-?[0-9]{" + (EXACT_DIGITS + 1) + ",})/\\1\"\\2\"/g") + " \"$BODY\" | ";
        String raw = quotes + "jq -cer " + quoted(path + " | values");
        return List.of(
                new Extraction(Form.URL, raw, value.asText()),
                new Extraction(Form.JSON, raw, Json.write(value)),
                new Extraction(
                        Form.JSON,
                        quotes + "jq -ce " + quoted(path + " | values"),
                        Json.write(Json.NODES.textNode(value.asText()))),
                new Extraction(Form.TEXT, raw, value.asText()));
    }

    private static Optional<JsonNode> json(Exchange exchange) {
        try {
            return exchange.response().content().map(Json::received);
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static String jq(String filter, boolean raw) {
        return "jq -ce" + (raw ? "r" : "") + " " + quoted(filter) + " \"$BODY\"";
    }

    private static List<Extraction> header(String name, Exchange exchange) {
        Optional<String> value = exchange.response().header(name);
        if (value.isEmpty() || !FIELD.matcher(name).matches()) {
            return List.of();
        }
        return plain(sed(name, "s/^[^:]*:[ \\t]*//p"), value.get().trim());
    }

    private static List<Extraction> location(String template, String parameter, Exchange exchange) {
        StringBuilder basic = new StringBuilder("s/^[^:]*:.*");
        StringBuilder pattern = new StringBuilder(".*");
        Matcher place = Pattern.compile("\\{([^{}]+)}").matcher(template);
        int end = 0;
        while (place.find()) {
            boolean wanted = place.group(1).equals(parameter);
            String literal = template.substring(end, place.start());
            basic.append(escaped(literal)).append(wanted ? "\\([^\\/?#]*\\)" : "[^\\/?#]*");
            pattern.append(Pattern.quote(literal)).append(wanted ? "([^/?#]+)" : "[^/?#]+");
            end = place.end();
        }
        basic.append(escaped(template.substring(end))).append("\\/*$/\\1/p");
        pattern.append(Pattern.quote(template.substring(end))).append("/*");
        Optional<String> value = exchange.response()
                .header("Location")
                .map(url -> Pattern.compile(pattern.toString()).matcher(url.trim()))
                .filter(Matcher::matches)
                .filter(matcher -> matcher.groupCount() > 0)
                .map(matcher -> matcher.group(1));
        return value.map(id -> plain(sed("Location", basic.toString()), id)).orElse(List.of());
    }

    /** What is the same in each form. */
    private static List<Extraction> plain(String shell, String value) {
        if (!PLAIN.matcher(value).matches()) {
            return List.of();
        }
        List<Extraction> all = new ArrayList<>();
        all.add(new Extraction(Form.URL, shell, value));
        if (value.matches("-?(0|[1-9][0-9]*)")) {
            all.add(new Extraction(Form.JSON, shell, value));
        }
        all.add(new Extraction(Form.JSON, shell + " | sed 's/.*/\"&\"/'", Json.write(Json.NODES.textNode(value))));
        all.add(new Extraction(Form.TEXT, shell, value));
        return all;
    }

    /** The last one, since a redirect that was followed has headers, too; a name's capitals do not matter. */
    private static String sed(String header, String rest) {
        StringBuilder name = new StringBuilder();
        header.chars()
                .forEach(c -> name.append(
                        Character.isLetter(c)
                                ? "[" + (char) Character.toUpperCase(c) + (char) Character.toLowerCase(c) + "]"
                                : String.valueOf((char) c)));
        return "tr -d '\\r' < \"$HEADERS\" | sed -n " + quoted("/^" + name + ":/" + rest) + " | tail -n 1 | grep .";
    }

    /** A basic regular expression (POSIX.1, section 9.3) within slashes. */
    private static String escaped(String literal) {
        return literal.replaceAll("([\\\\.*\\[\\]^$/])", "\\\\$1");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

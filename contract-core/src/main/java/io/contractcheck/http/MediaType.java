package io.contractcheck.http;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A media type or range (RFC 9110, sections 8.3.1 and 12.5.1).
 *
 * @param type in lower case, possibly {@code *}
 * @param subtype in lower case, possibly with a {@code *}
 * @param parameters by name in lower case, in order; values as written, without quotes
 */
public record MediaType(String type, String subtype, Map<String, String> parameters) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final int LONGEST = 400;
    private static final String SPACE = " \t\n\u000B\f\r";
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*(" + TOKEN + ")\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s\"]*))");
    private static final Optional<MediaType> JSON = Optional.of(new MediaType("application", "json", Map.of()));
    private static final List<String> YAML = List.of("yaml", "x-yaml", "vnd.yaml");

    /** The media type that a text is, if it is one. */
    public static Optional<MediaType> parse(String text) {
        if (text.equals("application/json")) {
            return JSON; // as nearly all are
        }
        String some = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        int type = pastSpace(some, 0);
        int slash = pastToken(some, type);
        if (slash == type || slash == some.length() || some.charAt(slash) != '/') {
            return Optional.empty();
        }
        int end = pastToken(some, slash + 1);
        int rest = pastSpace(some, end);
        if (end == slash + 1 || rest < some.length() && some.charAt(rest) != ';') {
            return Optional.empty();
        }
        return Optional.of(new MediaType(
                some.substring(type, slash).toLowerCase(Locale.ROOT),
                some.substring(slash + 1, end).toLowerCase(Locale.ROOT),
                rest == some.length() ? Map.of() : parameters(some.substring(rest))));
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
        }
        return parameters;
    }

    private static int pastSpace(String text, int from) {
        int index = from;
        while (index < text.length() && isSpace(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private static int pastToken(String text, int from) {
        int index = from;
        while (index < text.length() && isToken(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private static boolean isSpace(int c) {
        return SPACE.indexOf(c) >= 0;
    }

    /** RFC 9110, section 5.6.2. */
    private static boolean isToken(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "!#$%&'*+.^_`|~-".indexOf(c) >= 0;
    }

    /** The media type that a text is; a text that is none becomes a type without a subtype, which matches nothing. */
    public static MediaType of(String text) {
        return parse(text).orElseGet(() -> new MediaType(text.strip().toLowerCase(Locale.ROOT), "", Map.of()));
    }

    /** Type and subtype, without parameters. */
    public String essence() {
        return type + "/" + subtype;
    }

    /** A parameter's value. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** The charset parameter, if this Java knows it. */
    public Optional<Charset> charset() {
        try {
            return parameter("charset").map(Charset::forName);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this names more than one type. */
    public boolean isRange() {
        return precision() < 2;
    }

    /** How exactly this names a type: 2 for a type, 1 for a range with a type, 0 for all types. */
    public int precision() {
        return type.contains("*") ? 0 : subtype.contains("*") ? 1 : 2;
    }

    /** Whether the other is this type or in this range; parameters do not matter. */
    public boolean covers(MediaType other) {
        return glob(type, other.type) && glob(subtype, other.subtype);
    }

    /** Whether content of this type is one JSON value. */
    public boolean isJson() {
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    /** Whether content of this type is XML. */
    public boolean isXml() {
        return subtype.equals("xml") || subtype.endsWith("+xml");
    }

    /** Whether content of this type is YAML. */
    public boolean isYaml() {
        return YAML.contains(subtype) || subtype.endsWith("+yaml");
    }

    /** Whether content of this type is text without a structure that other rules define. */
    public boolean isPlainText() {
        return essence().equals("text/plain");
    }

    private static boolean glob(String range, String name) {
        int star = range.indexOf('*');
        return star < 0
                ? range.equals(name)
                : name.length() >= range.length() - 1
                        && name.startsWith(range.substring(0, star))
                        && name.endsWith(range.substring(star + 1));
    }
}

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
    private static final Pattern WHOLE =
            Pattern.compile("\\s*(" + TOKEN + ")/(" + TOKEN + ")\\s*(;.*)?", Pattern.DOTALL);
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*(" + TOKEN + ")\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s\"]*))");
    private static final List<String> YAML = List.of("yaml", "x-yaml", "vnd.yaml");

    /** The media type that a text is, if it is one. */
    public static Optional<MediaType> parse(String text) {
        Matcher whole = WHOLE.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        if (!whole.matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        if (whole.group(3) != null) {
            Matcher parameter = PARAMETER.matcher(whole.group(3));
            while (parameter.find()) {
                String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
                parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
            }
        }
        return Optional.of(new MediaType(
                whole.group(1).toLowerCase(Locale.ROOT), whole.group(2).toLowerCase(Locale.ROOT), parameters));
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

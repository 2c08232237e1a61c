package io.contractcheck.check;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
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
 * @param parameters by name in lower case; values as written, without quotes
 */
record MediaType(String type, String subtype, Map<String, String> parameters) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final int LONGEST = 2000;
    private static final Pattern WHOLE =
            Pattern.compile("\\s*(" + TOKEN + ")/(" + TOKEN + ")\\s*(;.*)?", Pattern.DOTALL);
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*(" + TOKEN + ")\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s\"]*))");

    static Optional<MediaType> parse(String text) {
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

    /** Whether the other is this type or in this range; parameters do not matter. */
    boolean includes(MediaType other) {
        return glob(type, other.type) && glob(subtype, other.subtype);
    }

    /** How exactly this names a type: 2 for a type, 1 for a range with a type, 0 for all types. */
    int precision() {
        return type.contains("*") ? 0 : subtype.contains("*") ? 1 : 2;
    }

    /** Whether content of this type is one JSON value in UTF-8. */
    boolean json() {
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    /** Whether content of this type is text without a structure that other rules define. */
    boolean plainText() {
        return type.equals("text") && subtype.equals("plain");
    }

    /** The charset parameter, if this Java knows it. */
    Optional<Charset> charset() {
        try {
            return Optional.ofNullable(parameters.get("charset")).map(Charset::forName);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Type and subtype, without parameters. */
    String essence() {
        return type + "/" + subtype;
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

package io.contractcheck.testcase;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A media type or range (RFC 9110, section 8.3.1).
 *
 * @param type in lower case, or {@code *}
 * @param subtype in lower case, or {@code *}
 * @param parameters by name in lower case, in order
 */
record MediaType(String type, String subtype, Map<String, String> parameters) {

    /** The media type a text names; a text that names none is taken for a type without a subtype. */
    static MediaType of(String text) {
        String[] pieces = text.split(";");
        String full = pieces[0].strip().toLowerCase(Locale.ROOT);
        int slash = full.indexOf('/');
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < pieces.length; i++) {
            int equals = pieces[i].indexOf('=');
            if (equals > 0) {
                String value = pieces[i].substring(equals + 1).strip();
                boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                parameters.put(
                        pieces[i].substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        quoted ? value.substring(1, value.length() - 1) : value);
            }
        }
        return slash < 0
                ? new MediaType(full, "", parameters)
                : new MediaType(full.substring(0, slash), full.substring(slash + 1), parameters);
    }

    /** Type and subtype. */
    String essence() {
        return type + "/" + subtype;
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    boolean isRange() {
        return type.equals("*") || subtype.equals("*");
    }

    /** Whether this type or range covers the other; parameters do not matter. */
    boolean covers(MediaType other) {
        return type.equals("*") || type.equals(other.type) && (subtype.equals("*") || subtype.equals(other.subtype));
    }

    boolean isJson() {
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    boolean isXml() {
        return subtype.equals("xml") || subtype.endsWith("+xml");
    }

    boolean isYaml() {
        return subtype.equals("yaml")
                || subtype.equals("x-yaml")
                || subtype.equals("vnd.yaml")
                || subtype.endsWith("+yaml");
    }
}

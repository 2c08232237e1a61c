package io.contractcheck.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One secret, and how it may be written.
 *
 * @param variable the shell variable that stands for it
 * @param value the secret itself
 */
record Secret(String variable, String value) {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_PART_OF_BASE64 = 8;

    /** Whether it is too short to be looked for anywhere. */
    boolean isShort() {
        return value.length() < SHORTEST;
    }

    String placeholder() {
        return "${" + variable + "}";
    }

    /**
     * A regular expression that finds the value, each of its characters plain, percent-encoded or JSON-escaped.
     *
     * @param bytes how characters stand in the text that is searched: ISO-8859-1 for bytes seen as characters, otherwise UTF-8
     */
    String pattern(Charset bytes) {
        StringBuilder regex = new StringBuilder();
        value.codePoints().forEach(codePoint -> {
            // letters, digits and -._~ are never encoded; and as matching alternatives nests calls, one for each of a
            // token's thousand characters would exhaust the stack
            regex.append(
                    unreserved(codePoint) ? Pattern.quote(Character.toString(codePoint)) : encodings(codePoint, bytes));
        });
        return regex.toString().replace("\\E\\Q", "");
    }

    private static boolean unreserved(int codePoint) {
        return codePoint < 128 && (Character.isLetterOrDigit(codePoint) || "-._~".indexOf(codePoint) >= 0);
    }

    private static String encodings(int codePoint, Charset bytes) {
        String one = Character.toString(codePoint);
        byte[] utf8 = one.getBytes(StandardCharsets.UTF_8);
        String plain = bytes.equals(StandardCharsets.ISO_8859_1) ? new String(utf8, bytes) : one;
        StringBuilder regex =
                new StringBuilder("(?:").append(Pattern.quote(plain)).append("|(?i:");
        for (byte b : utf8) {
            regex.append(String.format("%%%02x", b));
        }
        regex.append('|');
        for (char unit : one.toCharArray()) {
            regex.append(String.format("\\\\u%04x", (int) unit));
        }
        return regex.append(')').append(shortEscape(codePoint)).append(')').toString();
    }

    private static String shortEscape(int codePoint) {
        return switch (codePoint) {
            case '"', '\\', '/' -> "|" + Pattern.quote("\\" + (char) codePoint);
            case '\n' -> "|\\\\n";
            case '\r' -> "|\\\\r";
            case '\t' -> "|\\\\t";
            case ' ' -> "|\\+";
            default -> "";
        };
    }

    /** The value in Base64, by itself and, as far as its neighbours do not show, within something longer such as {@code user:value}. */
    Set<String> base64() {
        Set<String> forms = new LinkedHashSet<>();
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            // characters that also hold bits of a neighbour are left out
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            String part = from < to ? text.substring(from, to) : "";
            if (part.length() >= SHORTEST_PART_OF_BASE64) {
                forms.add(part);
            }
        }
        forms.add(Base64.getEncoder().encodeToString(bytes));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        Set<String> all = new LinkedHashSet<>(forms);
        forms.forEach(form -> all.add(form.replace('+', '-').replace('/', '_')));
        return all;
    }
}

package io.contractcheck.testcase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Where a parameter's text stands in a request, and so which characters it may have and how others are written. */
enum Place {
    /** A path segment: everything but unreserved characters is percent-encoded (RFC 3986, section 3.3). */
    PATH(Percent::unreserved),
    /** A query, or a form: as in a path; a plus reads as a space, as servers do. */
    QUERY(Percent::unreserved),
    /** A query with {@code allowReserved}: reserved characters that cannot be mistaken for the query's own stay. */
    QUERY_RESERVED(c -> Percent.unreserved(c) || ":/?@!$'()*,=".indexOf(c) >= 0),
    /** A header field's value: visible Latin-1 and inner spaces, nothing is encoded (RFC 9110, section 5.5). */
    HEADER(c -> c >= 0x20 && c <= 0x7E || c >= 0xA0 && c <= 0xFF),
    /** A cookie's value: cookie-octets, nothing is encoded (RFC 6265, section 4.1.1). */
    COOKIE(c -> c > 0x20 && c < 0x7F && "\",;\\".indexOf(c) < 0),
    /** A part of its own: any text. */
    TEXT(c -> true);

    private final IntPredicate plain;

    Place(IntPredicate plain) {
        this.plain = plain;
    }

    /** Whether other characters are percent-encoded; where not, they cannot be written. */
    boolean encodes() {
        return this == PATH || this == QUERY || this == QUERY_RESERVED;
    }

    /** A text by itself. */
    String write(String text) {
        return item(text, List.of());
    }

    /** A text that stands among delimiters, and must not be mistaken for them. */
    String item(String text, List<String> delimiters) {
        if (encodes()) {
            for (String delimiter : delimiters) {
                if (text.contains(delimiter) && !delimiter(delimiter).equals(delimiter)) {
                    throw new UnwritableException("'" + text + "' contains the delimiter '" + delimiter + "'");
                }
            }
            return Percent.encode(
                    text, delimiters.isEmpty() ? plain : c -> plain.test(c) && !isOne(delimiters, (char) c));
        }
        for (String delimiter : delimiters) {
            if (text.contains(delimiter)) {
                throw new UnwritableException("'" + text + "' contains the delimiter '" + delimiter + "'");
            }
        }
        if (!delimiters.isEmpty() && text.isEmpty()) {
            throw new UnwritableException("an empty item cannot be told from none");
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!plain.test(text.codePointAt(i))) {
                throw new UnwritableException("the character U+%04X has no form in a %s value"
                        .formatted(text.codePointAt(i), this == HEADER ? "header" : "cookie"));
            }
        }
        if (this == HEADER && (text.startsWith(" ") || text.endsWith(" "))) {
            throw new UnwritableException("a header value cannot begin or end with a space");
        }
        return text;
    }

    /** A delimiter as it is written. Space, tab and pipe may not stand in a URL as they are (RFC 3986, appendix A). */
    String delimiter(String delimiter) {
        return encodes() && " \t|".contains(delimiter) ? Percent.encode(delimiter, Percent::unreserved) : delimiter;
    }

    /** The pieces between delimiters, still as written; at least one. */
    List<String> split(String raw, String delimiter) {
        String encoded = delimiter(delimiter);
        boolean plus = encodes() && delimiter.equals(" ") && this != PATH;
        List<String> pieces = new ArrayList<>(1);
        int begin = 0;
        for (int i = 0; i < raw.length(); ) {
            int length = raw.startsWith(delimiter, i)
                    ? delimiter.length()
                    : raw.regionMatches(true, i, encoded, 0, encoded.length())
                            ? encoded.length()
                            : plus && raw.charAt(i) == '+' ? 1 : 0;
            if (length > 0) {
                pieces.add(piece(raw.substring(begin, i)));
                begin = i + length;
            }
            i += Math.max(1, length);
        }
        pieces.add(piece(raw.substring(begin)));
        return pieces;
    }

    private String piece(String text) {
        return this == HEADER ? text.strip() : text;
    }

    private static boolean isOne(List<String> delimiters, char c) {
        for (String delimiter : delimiters) {
            if (delimiter.length() == 1 && delimiter.charAt(0) == c) {
                return true;
            }
        }
        return false;
    }

    /** The text that was written. */
    String read(String raw) {
        return encodes() ? Percent.decode(raw, this != PATH) : raw;
    }
}

package io.contractcheck.auth;

/** What a header's value can carry (RFC 9110, section 5.5). */
final class Carried {
    private Carried() {}

    /** The place of the first character that is no visible ASCII, counted from 1; 0 if there is none. */
    static int firstUncarried(String token) {
        for (int i = 0; i < token.length(); i++) {
            if (token.charAt(i) <= ' ' || token.charAt(i) > '~') {
                return i + 1;
            }
        }
        return 0;
    }

    /** A character for messages, never the character itself. */
    static String name(char c) {
        return switch (c) {
            case ' ' -> "a space";
            case '\t' -> "a tab";
            case '\n' -> "a line break";
            case '\r' -> "a carriage return";
            default -> "U+%04X".formatted((int) c);
        };
    }

    /** Refuses line breaks and control characters. */
    static void refuseUnlessHeader(String value, String what, Context context) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7F) {
                throw context.error(what + context.whose() + " holds " + name(c) + " at its character " + (i + 1)
                        + " of " + value.length() + ", which no header can carry.");
            }
        }
    }
}

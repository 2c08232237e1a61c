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

    /** Refuses what is no token, with or without {@code Bearer}; the value itself. */
    static String token(String value, String source, Context context) {
        String token = Token.bare(value);
        context.hidden("CONTRACT_TOKEN", token);
        if (token.isBlank()) {
            throw context.error(
                    "The token" + context.whose() + " from " + source + " is empty (" + value.length()
                            + " characters of white space, or only the word Bearer).",
                    "Perhaps it was made where a variable was not set.");
        }
        int bad = firstUncarried(token);
        if (bad > 0) {
            throw context.error(
                    "The token" + context.whose() + " from " + source + " holds " + name(token.charAt(bad - 1))
                            + " at its character " + bad + " of " + token.length() + ", which no token has.",
                    "Perhaps more than the token stands there, or something that is no token.",
                    "Give the token alone; a word that goes before it, other than Bearer, belongs into <placement>,"
                            + " as <template>ApiKey {token}</template>.");
        }
        return value;
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

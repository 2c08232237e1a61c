package io.contractcheck.testcase;

import io.contractcheck.http.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** Percent-encoding of UTF-8 text (RFC 3986, section 2). */
final class Percent {
    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    /** Letters, digits, {@code - . _ ~} (RFC 3986, section 2.3). */
    static boolean unreserved(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    /** The text with every byte encoded but those of the ASCII characters to keep. */
    static String encode(String text, IntPredicate keep) {
        int plain = 0;
        while (plain < text.length() && text.charAt(plain) < 0x80 && keep.test(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : utf8(text)) {
            int c = b & 0xFF;
            if (c < 0x80 && keep.test(c)) {
                out.append((char) c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString();
    }

    /** The text that was encoded; in queries and forms a plus is a space. */
    static String decode(String raw, boolean plusIsSpace) {
        int plain = 0;
        while (plain < raw.length() && isPlain(raw.charAt(plain), plusIsSpace)) {
            plain++;
        }
        if (plain == raw.length()) {
            return raw;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
                int low = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw new UnreadableException("a percent sign without two hexadecimal digits in '" + raw + "'");
                }
                out.write(high << 4 | low);
                i += 2;
            } else if (c == '+' && plusIsSpace) {
                out.write(' ');
            } else if (c < 0x80) {
                out.write(c);
            } else {
                throw new UnreadableException("a character that is not ASCII in '" + raw + "'");
            }
        }
        return text(out.toByteArray());
    }

    private static boolean isPlain(char c, boolean plusIsSpace) {
        return c < 0x80 && c != '%' && (c != '+' || !plusIsSpace);
    }

    /** The bytes of the text; refuses lone surrogates, which have none. */
    static byte[] utf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new UnwritableException("a lone surrogate has no form in UTF-8");
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text of the bytes. */
    static String text(byte[] utf8) {
        return Utf8.decode(utf8).orElseThrow(() -> new UnreadableException("bytes that are not UTF-8"));
    }
}

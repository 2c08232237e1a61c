package io.contractcheck.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text as it grows, in UTF-8. */
final class Octets {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** What one octet becomes at most: its number in hexadecimal digits, behind a backslash and a letter. */
    private static final int LONGEST_ESCAPE = 6;

    private byte[] octets;
    private int length;

    Octets(int usual) {
        this.octets = new byte[usual];
    }

    Octets append(String text) {
        byte[] more = text.getBytes(StandardCharsets.UTF_8);
        require(more.length);
        System.arraycopy(more, 0, octets, length, more.length);
        length += more.length;
        return this;
    }

    /** Adds a JSON string (RFC 8259, section 7). */
    Octets quoted(byte[] utf8) {
        require(Math.addExact(Math.multiplyExact(LONGEST_ESCAPE, utf8.length), 2));
        byte[] to = octets;
        int at = length;
        to[at++] = '"';
        for (byte octet : utf8) {
            if (octet >= 0 && octet < ' ' || octet == '"' || octet == '\\') {
                to[at++] = '\\';
                switch (octet) {
                    case '"', '\\' -> to[at++] = octet;
                    case '\b' -> to[at++] = 'b';
                    case '\t' -> to[at++] = 't';
                    case '\n' -> to[at++] = 'n';
                    case '\f' -> to[at++] = 'f';
                    case '\r' -> to[at++] = 'r';
                    default -> {
                        to[at++] = 'u';
                        to[at++] = '0';
                        to[at++] = '0';
                        to[at++] = HEX[octet >> 4];
                        to[at++] = HEX[octet & 15];
                    }
                }
            } else {
                to[at++] = octet;
            }
        }
        to[at++] = '"';
        length = at;
        return this;
    }

    private void require(int more) {
        int needed = Math.addExact(length, more);
        if (needed > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(needed, 2 * octets.length));
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(octets, length);
    }
}

package io.contractcheck.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text as it grows, in UTF-8. */
final class Octets {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** How many octets each becomes more. */
    private static final byte[] MORE = more();

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

    private static byte[] more() {
        byte[] more = new byte[256];
        for (int octet = 0; octet < ' '; octet++) {
            more[octet] = (byte) ("\b\t\n\f\r".indexOf(octet) < 0 ? 5 : 1);
        }
        more['"'] = 1;
        more['\\'] = 1;
        return more;
    }

    /** Adds a JSON string (RFC 8259, section 7). */
    Octets quoted(byte[] utf8) {
        int more = 2;
        for (byte octet : utf8) {
            more = Math.addExact(more, MORE[octet & 0xFF]);
        }
        require(Math.addExact(utf8.length, more));
        octets[length++] = '"';
        if (more == 2) {
            System.arraycopy(utf8, 0, octets, length, utf8.length);
            length += utf8.length;
        } else {
            escaped(utf8);
        }
        octets[length++] = '"';
        return this;
    }

    private void escaped(byte[] utf8) {
        byte[] to = octets;
        int at = length;
        for (byte octet : utf8) {
            if (MORE[octet & 0xFF] == 0) {
                to[at++] = octet;
            } else {
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
            }
        }
        length = at;
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

package io.contractcheck.event;

import java.io.IOException;
import java.io.OutputStream;
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

    /** Adds what is known to have no other characters than US-ASCII. */
    @SuppressWarnings(
            "deprecation") // leaves high bits out, which there are none of, and is the only one that makes no copy
    Octets ascii(String text) {
        int more = text.length();
        require(more);
        text.getBytes(0, more, octets, length);
        length += more;
        return this;
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

    /** Adds a JSON string (RFC 8259, section 7); half a surrogate pair, as a service's words may hold, becomes a question mark. */
    Octets quoted(String text) {
        return isPlain(text) ? ascii("\"").ascii(text).ascii("\"") : quoted(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~' || MORE[c] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Adds a JSON string. */
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

    /** The text. */
    @Override
    public String toString() {
        return new String(octets, 0, length, StandardCharsets.UTF_8);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(octets, 0, length);
    }
}

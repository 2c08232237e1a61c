package io.contractcheck.schema.format;

import org.jspecify.annotations.Nullable;

/** The decoding half of Punycode (RFC 3492, section 6.2); the JDK's refuses what IDNA 2008 allows, such as a sharp s. */
final class Punycode {
    private static final int BASE = 36;

    private Punycode() {}

    /** The text; null if it is none. */
    static @Nullable String decode(String encoded) {
        int delimiter = encoded.lastIndexOf('-');
        StringBuilder text = new StringBuilder(delimiter < 0 ? "" : encoded.substring(0, delimiter));
        int at = delimiter + 1;
        int length = text.length();
        int point = 0x80;
        int bias = 72;
        long i = 0;
        while (at < encoded.length()) {
            long before = i;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = at < encoded.length() ? Character.digit(encoded.charAt(at++), BASE) : -1;
                if (digit < 0) {
                    return null;
                }
                // letters come first here, digits last
                digit = digit < 10 ? digit + 26 : digit - 10;
                i += digit * weight;
                int threshold = Math.min(Math.max(k - bias, 1), 26);
                if (i > Integer.MAX_VALUE) {
                    return null;
                }
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
            }
            length++;
            bias = adapt(i - before, length, before == 0);
            long next = point + i / length;
            if (next > Character.MAX_CODE_POINT || next >= 0xD800 && next <= 0xDFFF) {
                return null;
            }
            point = (int) next;
            i %= length;
            text.insert(text.offsetByCodePoints(0, (int) i), Character.toChars(point));
            i++;
        }
        return text.toString();
    }

    private static int adapt(long delta, int points, boolean first) {
        long rest = first ? delta / 700 : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > 455) {
            rest /= 35;
            k += BASE;
        }
        return (int) (k + 36 * rest / (rest + 38));
    }
}

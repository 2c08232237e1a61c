package io.contractcheck.generate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Identifiers, encodings, pointers and other short codes. */
final class CodeFormats {
    private CodeFormats() {}

    /** Mostly version 4, now and then one of the others (RFC 9562), seldom the nil UUID. */
    static String uuid(Random random, int min, int max) {
        if (random.nextInt(50) == 0) {
            return "00000000-0000-0000-0000-000000000000";
        }
        long version = random.nextInt(8) == 0 ? 1 + random.nextInt(5) : 4;
        long high = random.nextLong() & ~0xF000L | version << 12;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** RFC 4648, section 4. */
    static String base64(Random random, int min, int max) {
        int most = max / 4 * 3;
        int least = Math.min(most, (min + 3) / 4 * 3);
        int size = Math.min(most, Math.max(least, random.nextInt(24)));
        byte[] content = new byte[size];
        if (random.nextBoolean()) {
            byte[] readable = PlainText.letters(size, random).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(readable, 0, content, 0, size);
        } else {
            random.nextBytes(content);
        }
        return Base64.getEncoder().encodeToString(content);
    }

    /** RFC 6901. */
    static String jsonPointer(Random random, int min, int max) {
        if (min == 0 && random.nextInt(6) == 0) {
            return "";
        }
        String text = PlainText.pick(List.of("/a/0", "/a~1b/c", "/m~0n", "/items/12/name", "/"), random);
        return pad(text.length() > max ? "/" : text, min, random);
    }

    static String relativeJsonPointer(Random random, int min, int max) {
        String text = PlainText.pick(List.of("0", "1/name", "2#", "0/a/3", "10"), random);
        return text.length() >= min && text.length() <= max ? text : "0/" + PlainText.letters(min - 2, random);
    }

    static String regex(Random random, int min, int max) {
        String text = PlainText.pick(List.of("^[a-z]+$", "[0-9]{3}", "a|b", ".*", "\\d+", "^(foo|bar)?$"), random);
        return pad(text.length() > max ? "a" : text, min, random);
    }

    static String color(Random random, int min, int max) {
        return String.format(Locale.ROOT, "#%06x", random.nextInt(1 << 24));
    }

    static String password(Random random, int min, int max) {
        String text = "Pw1!" + PlainText.letters(6 + random.nextInt(6), random);
        return text.length() > max ? text.substring(0, max) : pad(text, min, random);
    }

    private static String pad(String text, int min, Random random) {
        return text + PlainText.letters(min - text.length(), random);
    }
}

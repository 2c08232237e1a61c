package io.contractcheck.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Pattern;

/** Credentials that nobody handed out, in the shape of real ones and with nothing else of them. */
final class Imitation {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{8,}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int DEFAULT_LENGTH = 32;

    private Imitation() {}

    /** Each letter is another letter of its case, each digit another digit; what stands between them stays, as it is the shape. */
    static String of(String real, Random random) {
        if (Jwt.read(real).isPresent()) {
            return Jwt.invented(random);
        }
        if (UUID.matcher(real).matches()) {
            return uuid(random);
        }
        String letters = HEX.matcher(real).matches() || UUID.matcher(real).matches() ? "abcdef" : LETTERS;
        StringBuilder made = new StringBuilder();
        real.codePoints()
                .forEach(c -> made.append(
                        c >= '0' && c <= '9'
                                ? one(DIGITS, random)
                                : c >= 'a' && c <= 'z'
                                        ? one(letters, random)
                                        : c >= 'A' && c <= 'Z'
                                                ? Character.toUpperCase(one(letters, random))
                                                : "-_.~+/=:".indexOf(c) >= 0 ? (char) c : one(letters, random)));
        return made.toString();
    }

    /** Where no real one is known: a signed token, or hexadecimal digits. */
    static String of(boolean signed, Random random) {
        return signed ? Jwt.invented(random) : of("0".repeat(DEFAULT_LENGTH), random);
    }

    /** A user name and password for basic authentication (RFC 7617). */
    static String basic(Random random) {
        String pair = text(10, random) + ":" + text(14, random);
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String uuid(Random random) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~(0xC000L << 48) | 0x8000L << 48;
        return new java.util.UUID(high, low).toString();
    }

    private static String text(int length, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(one(LETTERS, random));
        }
        return text.toString();
    }

    private static char one(String from, Random random) {
        return from.charAt(random.nextInt(from.length()));
    }
}

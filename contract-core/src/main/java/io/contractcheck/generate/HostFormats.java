package io.contractcheck.generate;

import java.util.List;
import java.util.Random;

/** Hosts and what is addressed at them: host names (RFC 1123), mail addresses (RFC 5321), IP addresses (RFC 2673, RFC 4291). */
final class HostFormats {
    private static final List<String> ENDS = List.of(".com", ".org", ".net", ".de", ".example");
    private static final List<String> IDN = List.of("bücher", "münchen", "例え", "пример", "café");
    /** What else an atom may hold (RFC 5322, section 3.2.3). */
    private static final List<String> ATOM =
            List.of("!", "#", "$", "%", "&", "'", "*", "/", "=", "?", "^", "_", "`", "{", "|", "}", "~", "-");

    private static final int LABEL = 63;
    private static final int LONGEST = 253;
    private static final int LOCAL_PART = 64;

    private HostFormats() {}

    static String hostname(Random random, int min, int max) {
        if (max < 6) {
            return PlainText.letters(Math.max(1, max), random);
        }
        String host = PlainText.pick(PlainText.WORDS, random) + PlainText.pick(ENDS, random);
        if (random.nextInt(4) == 0) {
            host = PlainText.pick(List.of("api.", "www.", "eu-1.", "a."), random) + host;
        }
        if (host.length() > max) {
            host = PlainText.letters(max - 4, random) + ".com";
        }
        return stretch(host, Math.min(min, LONGEST), random);
    }

    static String idnHostname(Random random, int min, int max) {
        if (max < 12 || random.nextInt(3) == 0) {
            return hostname(random, min, max);
        }
        return stretch(PlainText.pick(IDN, random) + PlainText.pick(ENDS, random), Math.min(min, LONGEST), random);
    }

    static String email(Random random, int min, int max) {
        return email(PlainText.pick(PlainText.WORDS, random), random, min, max);
    }

    static String idnEmail(Random random, int min, int max) {
        return email(
                random.nextInt(3) > 0
                        ? PlainText.pick(PlainText.WORDS, random)
                        : PlainText.pick(List.of("zoë", "用户", "müller"), random),
                random,
                min,
                max);
    }

    static String ipv4(Random random, int min, int max) {
        return switch (random.nextInt(8)) {
            case 0 -> "127.0.0.1";
            case 1 -> "192.168." + random.nextInt(256) + "." + random.nextInt(256);
            case 2 -> random.nextBoolean() ? "0.0.0.0" : "255.255.255.255";
            default ->
                (1 + random.nextInt(223)) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                        + random.nextInt(256);
        };
    }

    static String ipv6(Random random, int min, int max) {
        switch (random.nextInt(6)) {
            case 0:
                return "::1";
            case 1:
                return "2001:db8::" + hex(random);
            case 2:
                return random.nextInt(3) == 0
                        ? "::ffff:192.0.2." + random.nextInt(256)
                        : "fe80::" + hex(random) + ":" + hex(random);
            default:
                StringBuilder text = new StringBuilder("2001:db8");
                for (int i = 0; i < 6; i++) {
                    text.append(':').append(hex(random));
                }
                return text.toString();
        }
    }

    private static String email(String user, Random random, int min, int max) {
        if (random.nextInt(3) == 0) {
            user += "." + PlainText.pick(PlainText.WORDS, random);
        } else if (random.nextInt(8) == 0) {
            user += "+" + random.nextInt(100);
        } else if (random.nextInt(10) == 0) {
            user += PlainText.pick(ATOM, random) + random.nextInt(100);
        }
        String host = "example" + PlainText.pick(List.of(".com", ".org", ".net"), random);
        if (user.length() + 1 + host.length() > max) {
            host = max >= 10 ? "test.org" : "a.co";
            user = PlainText.letters(Math.max(1, Math.min(8, max - host.length() - 1)), random);
        }
        int missing = min - user.length() - 1 - host.length();
        if (missing > 0) {
            int more = Math.min(missing, LOCAL_PART - user.length());
            user += PlainText.letters(more, random);
            host = stretch(host, host.length() + missing - more, random);
        }
        return user + "@" + host;
    }

    /** The host with labels put before it until it has that length. */
    private static String stretch(String host, int min, Random random) {
        StringBuilder text = new StringBuilder(host);
        int missing = min - host.codePointCount(0, host.length());
        while (missing > 0) {
            int label = Math.min(LABEL, Math.max(1, missing - 1));
            if (missing - label - 1 == 1) {
                label--;
            }
            text.insert(0, PlainText.letters(label, random) + ".");
            missing -= label + 1;
        }
        return text.toString();
    }

    private static String hex(Random random) {
        return Integer.toHexString(1 + random.nextInt(0xFFFF));
    }
}

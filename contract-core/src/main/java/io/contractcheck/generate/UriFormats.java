package io.contractcheck.generate;

import java.util.List;
import java.util.Random;

/** URIs (RFC 3986), IRIs (RFC 3987) and templates (RFC 6570). */
final class UriFormats {
    private UriFormats() {}

    static String uri(Random random, int min, int max) {
        if (random.nextInt(12) == 0 && min < 12) {
            return PlainText.pick(
                    List.of("urn:isbn:9780131103627", "mailto:anna@example.com", "http://192.0.2.1:8080/"), random);
        }
        return stretch(address(random, "example", max), min, random);
    }

    static String iri(Random random, int min, int max) {
        if (random.nextInt(3) > 0) {
            return uri(random, min, max);
        }
        return stretch(
                "https://" + PlainText.pick(List.of("bücher", "例え"), random) + ".example/"
                        + PlainText.pick(List.of("straße", "日本", "a"), random),
                min,
                random);
    }

    static String uriReference(Random random, int min, int max) {
        String word = PlainText.pick(PlainText.WORDS, random);
        String text = switch (random.nextInt(5)) {
            case 0 -> "/" + word;
            case 1 -> "../" + word + "?q=" + random.nextInt(10);
            case 2 -> word + "#top";
            default -> address(random, "example", max);
        };
        return text.endsWith("#top") && text.length() < min ? stretch(word, min, random) : stretch(text, min, random);
    }

    static String iriReference(Random random, int min, int max) {
        return random.nextInt(3) > 0 ? uriReference(random, min, max) : stretch("/straße", min, random);
    }

    static String uriTemplate(Random random, int min, int max) {
        String text = PlainText.pick(
                List.of(
                        "/books/{id}",
                        "https://example.com/{user}/items{?page,size}",
                        "/search{?q*}",
                        "/{+path}",
                        "/plain"),
                random);
        return stretch(text.length() > max ? "/{a}" : text, min, random);
    }

    private static String address(Random random, String host, int max) {
        String scheme = random.nextInt(4) > 0 ? "https://" : "http://";
        String word = PlainText.pick(PlainText.WORDS, random);
        String base = scheme + (random.nextBoolean() ? host : word) + ".com";
        String text = switch (random.nextInt(5)) {
            case 0 -> base;
            case 1 -> base + "/";
            case 2 -> base + "/" + word + "?page=" + random.nextInt(100);
            case 3 -> base + ":8080/" + word + "/" + random.nextInt(1000);
            default -> base + "/" + word;
        };
        if (text.length() <= max) {
            return text;
        }
        return max >= 11 ? "http://a.co" : "a:" + PlainText.letters(Math.max(1, Math.min(5, max - 2)), random);
    }

    /** The text with letters after it; a bare authority gets a path first. */
    private static String stretch(String text, int min, Random random) {
        int missing = min - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        boolean bare = text.indexOf("://") > 0 && text.indexOf('/', text.indexOf("://") + 3) < 0;
        return text
                + (bare || text.endsWith("}")
                        ? "/" + PlainText.letters(missing - 1, random)
                        : PlainText.letters(missing, random));
    }
}

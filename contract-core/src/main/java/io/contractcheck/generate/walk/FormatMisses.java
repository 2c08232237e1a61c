package io.contractcheck.generate.walk;

import io.contractcheck.schema.Schema;
import io.contractcheck.schema.format.Format;
import java.util.ArrayList;
import java.util.List;

/** Texts that just miss a format. */
public final class FormatMisses {
    private FormatMisses() {}

    /**
     * Texts that are nearly of a format; some may be of it after all. Those that are known to miss come first.
     *
     * @param schema that names the format
     * @param base a text of the format; empty if there is none
     */
    public static List<String> of(Schema schema, String format, String base) {
        List<String> misses = new ArrayList<>();
        Format known = schema.formats().named(format);
        if (known != null) {
            misses.addAll(known.nearMisses());
        }
        misses.addAll(listed(format, base));
        if (!base.isEmpty()) {
            int end = base.offsetByCodePoints(base.length(), -1);
            misses.add(base.substring(0, end));
            misses.add(base + " ");
            misses.add(" " + base);
            misses.add(base.substring(base.offsetByCodePoints(0, 1)));
            misses.add(base + "%");
        }
        misses.add("AAA");
        misses.add("");
        return misses;
    }

    private static List<String> listed(String format, String base) {
        return switch (format) {
            case "uuid" -> {
                String uuid = base.length() == 36 ? base : "123e4567-e89b-12d3-a456-426614174000";
                yield List.of("g" + uuid.substring(1), uuid.substring(0, 35), uuid.substring(0, 8) + uuid.substring(9));
            }
            case "date" -> List.of("2024-13-01", "2024-02-30", "2024-1-01");
            case "time" -> List.of("12:60:00Z", "25:00:00Z", "12:00Z");
            case "date-time" -> List.of("2024-13-01T00:00:00Z", "2024-01-01T12:99:00Z", "2024-01-01T12:00:00");
            case "duration" -> List.of("P1S", "PT", "1D");
            case "email", "idn-email" -> List.of("user@", "@example.com", "user.example.com");
            case "hostname", "idn-hostname" -> List.of("-example.com", "exa mple.com", "example..com");
            case "ipv4" -> List.of("192.0.2.256", "192.0.2", "192.0.2.1.1");
            case "ipv6" -> List.of("2001:db8::g", "2001:db8::1::2", "2001:db8:1");
            case "uri", "iri" -> List.of("//example.com/path", "http://exa mple.com", "http://example.com/%zz");
            case "uri-reference", "iri-reference" -> List.of("/a b", "/%zz", "\\\\server");
            case "uri-template" -> List.of("/books/{id", "/books/{}", "/books/{a b}");
            case "json-pointer" -> List.of("books/0", "/a~2", "/a~");
            case "relative-json-pointer" -> List.of("/a", "-1/a", "01");
            case "regex" -> List.of("[a-z", "(a", "a**");
            case "byte" -> List.of("YWJj*", "YWJ", "Y===");
            default -> List.of();
        };
    }
}

package io.contractcheck.generate.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Json;
import io.contractcheck.regex.EcmaPattern;
import io.contractcheck.regex.PatternException;
import io.contractcheck.schema.format.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** {@code format} and {@code pattern}: their valid values come with the templates, so here are what just misses them. */
final class Formats implements Family {
    private static final int EACH = 3;

    @Override
    public Stream<Candidate> valid(View view) {
        return Stream.empty();
    }

    @Override
    public Stream<Candidate> invalid(View view) {
        if (!view.types().contains("string")) {
            return Stream.empty();
        }
        List<Candidate> all = new ArrayList<>();
        JsonNode template = view.template("string");
        for (JsonNode format : view.all("format")) {
            List<Candidate> near = new ArrayList<>();
            String name = format.asText();
            String base = template == null || !template.isTextual() ? "" : template.textValue();
            misses(view, name, base)
                    .forEach(miss -> near.add(Candidate.invalid(
                            Json.NODES.textNode(miss),
                            "invalid_format",
                            "format",
                            Types.shown(Json.NODES.textNode(miss)) + ", nearly of format " + name)));
            view.fitting(near, EACH).forEach(all::add);
            nothing(view, "invalid_format", "format", "of format " + name, all);
        }
        for (JsonNode pattern : view.all("pattern")) {
            List<Candidate> near = new ArrayList<>();
            for (String miss : nearMisses(view, pattern.asText())) {
                near.add(Candidate.invalid(
                        Json.NODES.textNode(miss),
                        "invalid_pattern",
                        "pattern",
                        Types.shown(Json.NODES.textNode(miss)) + ", which just misses the pattern "
                                + pattern.asText()));
            }
            view.fitting(near, EACH).forEach(all::add);
            nothing(view, "invalid_pattern", "pattern", "of the pattern " + pattern.asText(), all);
        }
        return all.stream();
    }

    /** The empty text, where no other rule forbids it. */
    private static void nothing(View view, String scenario, String keyword, String form, List<Candidate> all) {
        if (view.least("minLength") == 0) {
            all.add(Candidate.invalid(
                    Json.NODES.textNode(""), scenario, keyword, "the empty text, which is not " + form));
        }
    }

    private static List<String> nearMisses(View view, String pattern) {
        try {
            int least = (int) Math.min(10_000, view.least("minLength"));
            int most = (int) Math.min(Integer.MAX_VALUE, view.most("maxLength"));
            return EcmaPattern.compile(pattern)
                    .nearMisses(least, most, view.making().text().allowed(), new Random(1));
        } catch (PatternException e) {
            // The schema's reader tells the user.
            return List.of();
        }
    }

    private static List<String> misses(View view, String format, String base) {
        List<String> misses = new ArrayList<>();
        Format known = view.schema().formats().named(format);
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

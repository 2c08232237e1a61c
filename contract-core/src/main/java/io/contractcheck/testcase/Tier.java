package io.contractcheck.testcase;

import io.contractcheck.generate.TextRules;
import io.contractcheck.http.MediaType;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.Style;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Rules for a place's strings, and how often they serve.
 *
 * @param weight how often, compared with others; 0 for when no other has values
 */
record Tier(TextRules rules, int weight) {
    private static final IntPredicate SOUND = c -> c != 0 && (c < 0xD800 || c > 0xDFFF);
    private static final IntPredicate READABLE = Percent::unreserved;

    /** No control characters nor line breaks. */
    private static final IntPredicate PRINTABLE =
            SOUND.and(c -> c >= 0x20 && (c < 0x7F || c > 0x9F) && c != 0x2028 && c != 0x2029 && (c & 0xFFFE) != 0xFFFE);

    /** What servers and proxies commonly refuse inside a path even when encoded is left out while there is anything else. */
    private static final List<Tier> PATH = List.of(
            new Tier(new TextRules(1, READABLE), 3),
            new Tier(new TextRules(1, PRINTABLE.and(c -> "/\\;%".indexOf(c) < 0)), 1),
            new Tier(new TextRules(1, PRINTABLE), 0),
            new Tier(new TextRules(1, SOUND), 0));

    private static final List<Tier> HEADER = List.of(
            new Tier(new TextRules(1, c -> c > 0x20 && c < 0x7F && c != ','), 1),
            new Tier(new TextRules(1, c -> c >= 0x20 && c < 0x7F), 0),
            new Tier(new TextRules(0, c -> c >= 0x20 && c < 0x7F || c >= 0xA0 && c <= 0xFF), 0));

    private static final List<Tier> COOKIE = List.of(
            new Tier(new TextRules(1, READABLE), 1),
            new Tier(new TextRules(0, c -> c > 0x20 && c < 0x7F && "\",;\\".indexOf(c) < 0), 0));

    private static final List<Tier> BODY = List.of(new Tier(TextRules.ANY, 1));

    /** XML has no form for most control characters. */
    private static final List<Tier> XML = List.of(new Tier(new TextRules(0, PRINTABLE), 1));

    static List<Tier> of(Parameter parameter) {
        return switch (parameter.in()) {
            case PATH -> PATH;
            case HEADER -> HEADER;
            case COOKIE -> COOKIE;
            case QUERY -> query(parameter);
        };
    }

    /**
     * Many servers split a list after decoding, so its items are kept free of delimiters, and of being nothing. An empty value is sent
     * where {@code allowEmptyValue} says that it may be, or where nothing else is valid (OpenAPI 3.0, section 4.7.12.2.1).
     */
    private static List<Tier> query(Parameter parameter) {
        boolean list = Shape.of(parameter.schema()).kinds().contains(Shape.Kind.ARRAY)
                || !parameter.explode() && parameter.style() != Style.DEEP_OBJECT;
        Tier any = new Tier(TextRules.ANY, 0);
        if (list) {
            return List.of(new Tier(new TextRules(1, SOUND.and(c -> ", |\t".indexOf(c) < 0)), 1), any);
        }
        return parameter.source().node().path("allowEmptyValue").asBoolean()
                ? List.of(new Tier(TextRules.ANY, 1))
                : List.of(new Tier(new TextRules(1, TextRules.ANY.allowed()), 1), any);
    }

    static List<Tier> ofBody(String mediaType) {
        return MediaType.of(mediaType).isXml() ? XML : BODY;
    }
}

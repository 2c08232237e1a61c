package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.HeaderSpec;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The values that a header's text may stand for (OpenAPI's style simple, and Swagger 2.0's collection formats). Text says less than
 * JSON: {@code 1,2} is a string, two numbers, or an object {@code {"1": 2}}. The text is valid if any of its readings is.
 */
final class HeaderText {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,400}\\.?\\d{0,400}|\\.\\d{1,400})([eE][+-]?\\d{1,3})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d+");
    /** Fields whose dates RFC 9110 and its companions fix as {@code Sun, 06 Nov 1994 08:49:37 GMT}, whatever a schema calls them. */
    private static final List<String> HTTP_DATES = List.of("date", "expires", "last-modified", "retry-after", "sunset");

    /** Of several failed readings, the one that is of the right type and breaks the fewest rules. */
    static final Comparator<List<Violation>> LIKELIEST = Comparator.comparing((List<Violation> all) -> all.stream()
                    .anyMatch(v -> v.keyword().equals("type") && v.instance().matches()))
            .thenComparingInt(List::size);

    private static final int MOST_PARTS = 1000;

    private final HeaderSpec spec;

    HeaderText(HeaderSpec spec) {
        this.spec = spec;
    }

    /** What is wrong with the likeliest reading of the text; nothing if any reading is valid. */
    List<Violation> violations(Schema schema, String text) {
        Optional<List<Violation>> best = Optional.empty();
        for (JsonNode value : readings(List.of(schema), text.strip(), 0)) {
            List<Violation> violations = schema.validate(value);
            if (violations.isEmpty()) {
                return violations;
            }
            if (best.isEmpty() || LIKELIEST.compare(violations, best.get()) < 0) {
                best = Optional.of(violations);
            }
        }
        return best.orElse(List.of());
    }

    private JsonNode read(List<Schema> schemas, String text, int level) {
        List<JsonNode> readings = readings(schemas, text, level);
        return readings.stream()
                .filter(value -> schemas.stream().allMatch(s -> s.accepts(value)))
                .findFirst()
                .or(() -> readings.stream()
                        .filter(value -> schemas.stream().anyMatch(s -> s.accepts(value)))
                        .findFirst())
                .orElseGet(() -> Json.NODES.textNode(text));
    }

    private List<JsonNode> readings(List<Schema> schemas, String text, int level) {
        List<JsonNode> readings = new ArrayList<>(scalars(text));
        if (level <= 3) {
            for (Schema schema : schemas) {
                readings.add(array(schema, text, level));
                object(schema, text, level, spec.explode()).ifPresent(readings::add);
                object(schema, text, level, !spec.explode()).ifPresent(readings::add);
            }
            readings.add(
                    text.isEmpty()
                            ? Json.NODES.arrayNode()
                            : Json.NODES.arrayNode().add(text));
        }
        return readings;
    }

    private Set<JsonNode> scalars(String text) {
        Set<JsonNode> scalars = new LinkedHashSet<>();
        if (WHOLE_NUMBER.matcher(text).matches() && text.length() <= 400) {
            scalars.add(Json.NODES.numberNode(new BigInteger(text.startsWith("+") ? text.substring(1) : text)));
        } else if (NUMBER.matcher(text).matches()) {
            scalars.add(Json.NODES.numberNode(new BigDecimal(text)));
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            scalars.add(Json.NODES.booleanNode(Boolean.parseBoolean(text)));
        }
        scalars.add(Json.NODES.textNode(text));
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            scalars.add(Json.NODES.textNode(text.substring(1, text.length() - 1)));
        }
        if (text.indexOf('%') >= 0) {
            decoded(text).ifPresent(t -> scalars.add(Json.NODES.textNode(t)));
        }
        date(text).ifPresent(t -> scalars.add(Json.NODES.textNode(t)));
        if (text.isEmpty() || text.equals("null")) {
            scalars.add(Json.NODES.nullNode());
        }
        return scalars;
    }

    private ArrayNode array(Schema schema, String text, int level) {
        ArrayNode array = Json.NODES.arrayNode();
        for (String part : parts(text, level)) {
            array.add(read(SchemaParts.element(schema, array.size()), part, level + 1));
        }
        return array;
    }

    private Optional<JsonNode> object(Schema schema, String text, int level, boolean explode) {
        ObjectNode object = Json.NODES.objectNode();
        List<String> parts = text.isEmpty() ? List.of() : parts(text, level);
        if (!explode && parts.size() % 2 != 0) {
            return Optional.empty();
        }
        for (int i = 0; i < parts.size(); i += explode ? 1 : 2) {
            int equals = parts.get(i).indexOf('=');
            if (explode && equals < 0) {
                return Optional.empty();
            }
            String name = explode ? parts.get(i).substring(0, equals).strip() : parts.get(i);
            String value = explode ? parts.get(i).substring(equals + 1).strip() : parts.get(i + 1);
            object.set(name, read(SchemaParts.property(schema, name), value, level + 1));
        }
        return Optional.of(object);
    }

    private List<String> parts(String text, int level) {
        String delimiter = level < spec.delimiters().size() ? spec.delimiters().get(level) : ",";
        List<String> parts = new ArrayList<>();
        for (String part : text.split(Pattern.quote(delimiter), MOST_PARTS)) {
            parts.add(part.strip());
        }
        return parts;
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> date(String text) {
        if (!HTTP_DATES.contains(spec.name().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

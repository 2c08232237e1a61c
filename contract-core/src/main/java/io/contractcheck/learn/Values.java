package io.contractcheck.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.Operation;
import io.contractcheck.schema.Schema;
import io.contractcheck.testcase.Spot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values that a service is known to know, by where they may stand. Immutable.
 *
 * @param placed by operation, or by the empty text for all of them, what users gave for a place
 * @param typed by type or format, as {@code string} or {@code email}, what users gave
 * @param named by the name of a member or parameter, in small letters alone, what the document shows and what answers held
 * @param formatted by format, what answers held
 */
public record Values(
        Map<String, Map<Spot, List<JsonNode>>> placed,
        Map<String, List<JsonNode>> typed,
        Map<String, List<JsonNode>> named,
        Map<String, List<JsonNode>> formatted) {
    /** None. */
    public static final Values NONE = new Values(Map.of(), Map.of(), Map.of(), Map.of());

    private static final int MOST = 40;

    public Values {
        placed = Collections.unmodifiableMap(new LinkedHashMap<>(placed));
        typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        formatted = Collections.unmodifiableMap(new LinkedHashMap<>(formatted));
    }

    boolean isEmpty() {
        return placed.isEmpty() && typed.isEmpty() && named.isEmpty() && formatted.isEmpty();
    }

    /** The same with more of what was seen, after what is there. */
    Values with(Map<String, List<JsonNode>> moreNamed, Map<String, List<JsonNode>> moreFormatted) {
        return new Values(placed, typed, both(named, moreNamed), both(formatted, moreFormatted));
    }

    private static Map<String, List<JsonNode>> both(Map<String, List<JsonNode>> a, Map<String, List<JsonNode>> b) {
        Map<String, List<JsonNode>> both = new LinkedHashMap<>(a);
        b.forEach((key, values) -> {
            Set<JsonNode> all = new LinkedHashSet<>(a.getOrDefault(key, List.of()));
            all.addAll(values);
            both.put(key, all.stream().limit(MOST).toList());
        });
        return both;
    }

    /** What may stand in an operation's requests: for each place that values are known for, those that its schema allows. */
    public List<Known> of(Operation operation) {
        if (isEmpty()) {
            return List.of();
        }
        Declared declared = new Declared(operation);
        List<Spot> spots = new ArrayList<>();
        operation.parameters().forEach(p -> spots.add(Spot.of(p, List.of())));
        spots.addAll(declared.inBody());
        List<Known> known = new ArrayList<>();
        for (Spot spot : spots) {
            List<Schema> schemas = declared.at(spot);
            Known found = known(operation, spot, schemas);
            List<JsonNode> valid = found.values().stream()
                    .filter(value -> schemas.stream().anyMatch(schema -> schema.accepts(value)))
                    .toList();
            if (!valid.isEmpty()) {
                known.add(new Known(spot, valid, found.given()));
            }
        }
        return known;
    }

    /**
     * Values for one place.
     *
     * @param given whether a user gave them
     */
    public record Known(Spot spot, List<JsonNode> values, boolean given) {}

    private Known known(Operation operation, Spot spot, List<Schema> schemas) {
        for (String of : List.of(operation.label(), "")) {
            List<JsonNode> given = placed.getOrDefault(of, Map.of()).getOrDefault(spot, List.of());
            if (!given.isEmpty()) {
                return new Known(spot, given, true);
            }
        }
        Set<String> types = Declared.types(schemas);
        if (types.contains("object") || types.contains("array")) {
            return new Known(spot, List.of(), false);
        }
        Optional<String> format = format(schemas);
        List<JsonNode> byType = new ArrayList<>(
                format.map(f -> typed.getOrDefault(f, List.of())).orElse(List.of()));
        if (byType.isEmpty()) {
            types.forEach(type -> byType.addAll(typed.getOrDefault(type, List.of())));
        }
        if (!byType.isEmpty()) {
            return new Known(spot, byType, true);
        }
        Set<JsonNode> seen = new LinkedHashSet<>(named.getOrDefault(Declared.plain(spot.last()), List.of()));
        format.ifPresent(f -> seen.addAll(formatted.getOrDefault(f, List.of())));
        return new Known(spot, List.copyOf(seen), false);
    }

    private static Optional<String> format(List<Schema> schemas) {
        return Declared.parts(schemas).stream()
                .map(part -> part.normal().path("format"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }
}

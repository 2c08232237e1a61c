package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code n=v}; arrays {@code n=a,b}, exploded {@code n=a&n=b}; objects {@code n=k,v}, exploded {@code k=v&k=v}; and the same with other
 * delimiters. An exploded cookie is several cookies: {@code n=a; n=b}. An empty array is absent.
 */
record FormStyle(String name, Place place, List<String> delimiters, boolean explode) implements PairStyle {

    /** The delimiter of a style's arrays. */
    static String delimiter(Style style) {
        return switch (style) {
            case SPACE_DELIMITED -> " ";
            case PIPE_DELIMITED -> "|";
            case TAB_DELIMITED -> "\t";
            default -> ",";
        };
    }

    @Override
    public List<Pair> write(JsonNode value) {
        if (value.isArray() && value.isEmpty()) {
            return List.of();
        }
        if (explode && value.isArray()) {
            return repeated(name, value);
        }
        if (explode && value.isObject()) {
            List<Pair> pairs = new ArrayList<>();
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                if (member.getValue().isArray()) {
                    pairs.addAll(repeated(member.getKey(), member.getValue()));
                } else {
                    pairs.add(pair(member.getKey(), member.getValue()));
                }
            }
            return pairs;
        }
        return List.of(new Pair(place.write(name), text().write(value)));
    }

    private List<Pair> repeated(String key, JsonNode items) {
        List<Pair> pairs = new ArrayList<>();
        for (JsonNode item : items) {
            pairs.add(pair(key, item));
        }
        return pairs;
    }

    private Pair pair(String key, JsonNode value) {
        String text =
                value.isArray() && delimiters.size() > 1 ? inner().write(value) : place.write(Scalars.text(value));
        return new Pair(place.item(key, List.of("=")), text);
    }

    /** Items that are arrays themselves, of Swagger 2.0. */
    private Delimited inner() {
        return new Delimited(place, delimiters.subList(1, delimiters.size()), false);
    }

    private Delimited text() {
        return new Delimited(place, delimiters, false);
    }

    @Override
    public Optional<Raw> read(List<Pair> pairs, Set<String> others) {
        List<String> own = new ArrayList<>();
        Map<String, List<String>> rest = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            String key = place.read(pair.name());
            if (key.equals(name)) {
                own.add(pair.value());
            }
            if (!others.contains(key)) {
                rest.computeIfAbsent(key, k -> new ArrayList<>()).add(pair.value());
            }
        }
        List<Raw> readings = new ArrayList<>();
        if (!own.isEmpty()) {
            readings.add(explode ? several(own) : once(own));
        }
        if (explode && !rest.isEmpty()) {
            Map<String, Raw> members = new LinkedHashMap<>();
            rest.forEach((key, values) -> members.put(key, several(values)));
            readings.add(new Raw.Members(members));
        }
        return readings.isEmpty() ? Optional.empty() : Optional.of(new Raw.Either(readings));
    }

    /** A repeated name where none is due: servers take the first, or the last. */
    private Raw once(List<String> own) {
        Set<String> distinct = new LinkedHashSet<>(Arrays.asList(own.get(0), own.get(own.size() - 1)));
        return new Raw.Either(distinct.stream().map(text()::read).toList());
    }

    private Raw several(List<String> values) {
        List<Raw> texts = new ArrayList<>();
        values.forEach(v -> texts.add(delimiters.size() > 1 ? inner().read(v) : new Raw.Text(place.read(v))));
        Raw items = new Raw.Items(texts);
        return new Raw.Either(
                texts.size() == 1
                        ? List.of(texts.get(0), items)
                        : List.of(items, texts.get(0), texts.get(texts.size() - 1)));
    }
}

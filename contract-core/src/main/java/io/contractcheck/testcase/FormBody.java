package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.Encoding;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Style;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code application/x-www-form-urlencoded}: properties as query parameters of style form, exploded, unless their encoding says otherwise;
 * objects as JSON unless it names a style (OpenAPI 3.1, sections 4.8.14.4 and 4.8.15). An empty object is an empty body.
 */
final class FormBody implements BodyFormat {
    @Override
    public boolean speaks(MediaType type) {
        return type.essence().equals("application/x-www-form-urlencoded");
    }

    @Override
    public Entity write(BodyValue body) {
        if (!body.value().isObject()) {
            throw new UnwritableException(
                    "a form holds an object, not " + body.value().getNodeType());
        }
        List<Pair> pairs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : body.value().properties()) {
            JsonNode value = member.getValue();
            Encoding encoding = body.content().encodings().get(member.getKey());
            Place place = place(encoding);
            boolean json = encoding == null || encoding.style().isEmpty()
                    ? value.isObject() || value.isArray() && jsonAsked(encoding)
                    : false;
            if (json) {
                pairs.add(new Pair(place.item(member.getKey(), List.of("=")), place.write(Json.write(value))));
            } else {
                pairs.addAll(style(member.getKey(), encoding).write(value));
            }
        }
        String text = pairs.stream().map(Pair::toString).collect(Collectors.joining("&"));
        return new Entity(text.getBytes(StandardCharsets.US_ASCII), body.mediaType());
    }

    @Override
    public JsonNode read(byte[] bytes, MediaType type, MediaTypeContent content) {
        List<Pair> pairs = Pair.parse(Percent.text(bytes), "&");
        Map<String, Encoding> encodings = content.encodings();
        Map<String, Raw> members = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        pairs.forEach(p -> names.add(Place.QUERY.read(p.name())));
        Set<String> claimed = new LinkedHashSet<>(names);
        for (Map.Entry<String, Encoding> encoding : encodings.entrySet()) {
            if (encoding.getValue().style().filter(Style.DEEP_OBJECT::equals).isPresent()) {
                style(encoding.getKey(), encoding.getValue())
                        .read(pairs, Set.of())
                        .ifPresent(raw -> members.put(encoding.getKey(), raw));
                claimed.removeIf(n -> n.startsWith(encoding.getKey() + "["));
            }
        }
        for (String name : claimed) {
            if (!members.containsKey(name)) {
                style(name, encodings.get(name)).read(pairs, names).ifPresent(raw -> members.put(name, raw));
            }
        }
        return Reading.of(new Raw.Members(members), Shape.of(content));
    }

    private static boolean jsonAsked(@Nullable Encoding encoding) {
        return encoding != null
                && encoding.contentType().filter(t -> MediaType.of(t).isJson()).isPresent();
    }

    private static Place place(@Nullable Encoding encoding) {
        return encoding != null && encoding.allowReserved() ? Place.QUERY_RESERVED : Place.QUERY;
    }

    private static PairStyle style(String name, @Nullable Encoding encoding) {
        return encoding == null
                ? PairStyle.of(name, Style.FORM, true, List.of(), Place.QUERY)
                : PairStyle.of(
                        name,
                        encoding.style().orElse(Style.FORM),
                        encoding.explode(),
                        encoding.innerDelimiters(),
                        place(encoding));
    }
}

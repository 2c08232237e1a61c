package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.MediaType;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Parameters as text in their style, and back; failures name the parameter. */
final class ParameterStyles {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private ParameterStyles() {}

    /** What stands in the path for the parameter's name in braces; never empty. */
    static String path(Parameter parameter, JsonNode value) {
        return named(parameter, () -> {
            String text = parameter.mediaType().isPresent()
                    ? Place.PATH.write(content(parameter, value))
                    : PathStyle.of(parameter, Place.PATH).write(value);
            if (text.isEmpty()) {
                throw new UnwritableException("an empty value has no form in a path");
            }
            return text;
        });
    }

    /** The header's value. */
    static String header(Parameter parameter, JsonNode value) {
        return named(parameter, () -> {
            token(parameter.name());
            return parameter.mediaType().isPresent()
                    ? Place.HEADER.write(content(parameter, value))
                    : PathStyle.of(parameter, Place.HEADER).write(value);
        });
    }

    /** The pairs of a query parameter or cookie; none for an empty array, which is absent. */
    static List<Pair> pairs(Parameter parameter, JsonNode value) {
        return named(parameter, () -> {
            Place place = place(parameter);
            if (place == Place.COOKIE) {
                token(parameter.name());
            }
            List<Pair> pairs = parameter.mediaType().isPresent()
                    ? List.of(new Pair(place.write(parameter.name()), place.write(content(parameter, value))))
                    : style(parameter).write(value);
            if (place == Place.COOKIE) {
                pairs.forEach(p -> token(p.name()));
            }
            return pairs;
        });
    }

    /** Everything the text in the path or header can mean. */
    static Raw read(Parameter parameter, String raw) {
        return named(parameter, () -> {
            Place place = place(parameter);
            return parameter.mediaType().isPresent()
                    ? content(parameter, place.read(raw))
                    : PathStyle.of(parameter, place).read(raw);
        });
    }

    /** Everything the pairs can mean for a query parameter or cookie, if it is there. */
    static Optional<Raw> read(Parameter parameter, List<Pair> pairs, Set<String> others) {
        return named(parameter, () -> {
            Place place = place(parameter);
            if (parameter.mediaType().isEmpty()) {
                return style(parameter).read(pairs, others);
            }
            return pairs.stream()
                    .filter(p -> place.read(p.name()).equals(parameter.name()))
                    .findFirst()
                    .map(p -> content(parameter, place.read(p.value())));
        });
    }

    private static PairStyle style(Parameter parameter) {
        return PairStyle.of(
                parameter.name(),
                parameter.style(),
                parameter.explode(),
                parameter.innerDelimiters(),
                place(parameter));
    }

    private static Place place(Parameter parameter) {
        return switch (parameter.in()) {
            case PATH -> Place.PATH;
            case QUERY -> parameter.allowReserved() ? Place.QUERY_RESERVED : Place.QUERY;
            case HEADER -> Place.HEADER;
            case COOKIE -> Place.COOKIE;
        };
    }

    private static String content(Parameter parameter, JsonNode value) {
        MediaTypeContent content = parameter.content().orElseThrow();
        String mediaType = MediaTypes.concrete(content);
        if (MediaTypes.isBinary(mediaType, content.codecs())) {
            return Scalars.text(value);
        }
        return Percent.text(
                MediaTypes.entity(new BodyValue(content, mediaType, value)).bytes());
    }

    private static Raw content(Parameter parameter, String text) {
        MediaTypeContent content = parameter.content().orElseThrow();
        String mediaType = MediaTypes.concrete(content);
        return MediaTypes.isBinary(mediaType, content.codecs())
                ? new Raw.Text(text)
                : new Raw.Value(MediaTypes.value(Percent.utf8(text), MediaType.of(mediaType), content));
    }

    private static void token(String name) {
        if (!TOKEN.matcher(name).matches()) {
            throw new UnwritableException("the name '" + name + "' is no token (RFC 9110, section 5.6.2)");
        }
    }

    private static <T> T named(Parameter parameter, Supplier<T> work) {
        try {
            return work.get();
        } catch (UnwritableException e) {
            throw new UnwritableException(describe(parameter) + ": " + e.getMessage());
        } catch (UnreadableException e) {
            throw new UnreadableException(describe(parameter) + ": " + e.getMessage());
        }
    }

    /** For messages: {@code path parameter 'id'}. */
    static String describe(Parameter parameter) {
        String kind = parameter.in() == ParameterLocation.COOKIE
                ? "cookie"
                : parameter.in().name().toLowerCase(Locale.ROOT) + " parameter";
        return kind + " '" + parameter.name() + "'";
    }
}

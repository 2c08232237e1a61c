package io.contractcheck.openapi;

import io.contractcheck.http.MediaType;
import io.contractcheck.json.Located;
import io.contractcheck.schema.Direction;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** OpenAPI 3.0 and 3.1. */
final class OpenApi3 implements Edition {
    /** Described by other means (OpenAPI 3.1, section 4.8.12.2). */
    private static final List<String> IGNORED = List.of("accept", "content-type", "authorization");

    private final Located root;

    OpenApi3(Located root) {
        this.root = root;
    }

    @Override
    public Servers servers() {
        return Servers.openApi3(root);
    }

    @Override
    public Map<String, Located> securitySchemes() {
        return Structure.members(root.get("components").get("securitySchemes"));
    }

    @Override
    public Inputs inputs(List<Located> declared, Located operation, Reading reading) {
        List<Parameter> parameters = new ArrayList<>();
        for (Located place : declared) {
            String name = Structure.requiredText(place.get("name"));
            if (place.node().path("in").asText().equals("querystring")) {
                querystring(name, place, reading).ifPresent(parameters::add);
                continue;
            }
            ParameterLocation in = location(place.get("in"));
            if (in != ParameterLocation.HEADER || !IGNORED.contains(name.toLowerCase(Locale.ROOT))) {
                parameters.add(parameter(name, in, place, reading));
            }
        }
        Located body = operation.get("requestBody");
        return new Inputs(
                List.copyOf(parameters),
                Structure.has(body) ? Optional.of(body(Structure.object(body), reading)) : Optional.empty());
    }

    /**
     * The whole query as one value (OpenAPI 3.2, section 4.12): a form is read as an exploded object, whose members are the query's pairs.
     */
    private static Optional<Parameter> querystring(String name, Located place, Reading reading) {
        boolean required = Structure.flag(place.get("required"), false);
        Content content = Content.of(place, Direction.REQUEST, reading);
        String mediaType = content.content().map(MediaTypeContent::mediaType).orElse("none");
        if (!MediaType.of(mediaType).essence().equals("application/x-www-form-urlencoded")) {
            String reason = "a query string of media type " + mediaType
                    + " is not supported; application/x-www-form-urlencoded is";
            if (required) {
                throw new StructureException(place, reason);
            }
            reading.warn(place, reason + ". It is not sent.");
            return Optional.empty();
        }
        if (!content.content().orElseThrow().encodings().isEmpty()) {
            reading.warn(place, "`encoding` of a query string is not supported and ignored");
        }
        return Optional.of(new Parameter(
                name,
                ParameterLocation.QUERY,
                required,
                Style.FORM,
                true,
                false,
                List.of(),
                content.schema().orElseGet(() -> reading.anything(place, Direction.REQUEST)),
                Optional.empty(),
                content.examples().all(),
                place));
    }

    private static ParameterLocation location(Located in) {
        return switch (Structure.requiredText(in)) {
            case "path" -> ParameterLocation.PATH;
            case "query" -> ParameterLocation.QUERY;
            case "header" -> ParameterLocation.HEADER;
            case "cookie" -> ParameterLocation.COOKIE;
            default ->
                throw new StructureException(
                        in,
                        "'" + in.node().asText()
                                + "' is no place for a parameter; use path, query, querystring, header or cookie");
        };
    }

    private static Parameter parameter(String name, ParameterLocation in, Located place, Reading reading) {
        Style standard = Styles.standard(in);
        Style style = Styles.given(place.get("style"), reading).orElse(standard);
        if (!Styles.fits(style, in)) {
            reading.warn(
                    place.get("style"),
                    "this style is not for parameters in "
                            + Structure.text(place.get("in")).orElse("") + "; the default is used");
            style = standard;
        }
        Content content = Content.of(place, Direction.REQUEST, reading);
        return new Parameter(
                name,
                in,
                in == ParameterLocation.PATH || Structure.flag(place.get("required"), false),
                style,
                Structure.flag(place.get("explode"), style == Style.FORM),
                in == ParameterLocation.QUERY && Structure.flag(place.get("allowReserved"), false),
                List.of(),
                content.schema().orElseGet(() -> reading.anything(place, Direction.REQUEST)),
                content.content(),
                content.examples().all(),
                place);
    }

    private static RequestBody body(Located body, Reading reading) {
        return new RequestBody(
                Structure.flag(body.get("required"), false),
                contents(body.get("content"), Direction.REQUEST, reading),
                body);
    }

    @Override
    public ResponseSpec response(String status, Located response, Located operation, Reading reading) {
        List<HeaderSpec> headers = new ArrayList<>();
        Structure.members(response.get("headers")).forEach((name, place) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                headers.add(header(name, Structure.object(place), reading));
            }
        });
        return new ResponseSpec(
                status,
                List.copyOf(headers),
                contents(response.get("content"), Direction.RESPONSE, reading),
                Links.read(response.get("links")),
                response);
    }

    private static HeaderSpec header(String name, Located place, Reading reading) {
        Content content = Content.of(place, Direction.RESPONSE, reading);
        return new HeaderSpec(
                name,
                Structure.flag(place.get("required"), false),
                Structure.flag(place.get("explode"), false),
                List.of(","),
                content.schema(),
                content.content().map(MediaTypeContent::mediaType),
                place);
    }

    private static List<MediaTypeContent> contents(Located content, Direction direction, Reading reading) {
        List<MediaTypeContent> contents = new ArrayList<>();
        Structure.members(content).forEach((mediaType, member) -> {
            contents.add(content(mediaType.strip(), Structure.object(member), direction, reading));
        });
        return List.copyOf(contents);
    }

    private static MediaTypeContent content(String mediaType, Located place, Direction direction, Reading reading) {
        Located schema = Sequences.schema(mediaType, place, reading);
        Examples examples = new Examples(reading).of(place);
        return new MediaTypeContent(
                mediaType,
                Structure.has(schema) ? Optional.of(reading.schema(schema, direction)) : Optional.empty(),
                Structure.has(schema) ? examples.ofSchema(schema).all() : examples.all(),
                encodings(place.get("encoding"), reading),
                reading.codecs(),
                place);
    }

    private static Map<String, Encoding> encodings(Located place, Reading reading) {
        Map<String, Encoding> encodings = new LinkedHashMap<>();
        Structure.members(place).forEach((property, member) -> {
            Located encoding = Structure.object(member);
            Optional<Style> style = Styles.given(encoding.get("style"), reading);
            if (!Structure.members(encoding.get("headers")).isEmpty()) {
                reading.warn(encoding.get("headers"), "headers of parts are not sent");
            }
            encodings.put(
                    property,
                    new Encoding(
                            Structure.text(encoding.get("contentType")),
                            style,
                            Structure.flag(encoding.get("explode"), style.orElse(Style.FORM) == Style.FORM),
                            Structure.flag(encoding.get("allowReserved"), false),
                            List.of()));
        });
        return Collections.unmodifiableMap(encodings);
    }

    /** The {@code schema} of a parameter or header, or else the one media type of its {@code content}. */
    private record Content(Optional<Schema> schema, Optional<MediaTypeContent> content, Examples examples) {
        static Content of(Located holder, Direction direction, Reading reading) {
            Examples examples = new Examples(reading).of(holder);
            Located schema = holder.get("schema");
            if (!Structure.has(schema) && Structure.has(holder.get("content"))) {
                List<MediaTypeContent> contents = contents(holder.get("content"), direction, reading);
                if (contents.size() != 1) {
                    throw new StructureException(holder.get("content"), "must hold exactly one media type");
                }
                MediaTypeContent content = contents.get(0);
                return new Content(content.schema(), Optional.of(content), examples.addAll(content.examples()));
            }
            if (!Structure.has(schema)) {
                return new Content(Optional.empty(), Optional.empty(), examples);
            }
            return new Content(
                    Optional.of(reading.schema(schema, direction)), Optional.empty(), examples.ofSchema(schema));
        }
    }
}

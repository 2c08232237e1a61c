package io.contractcheck.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
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

/** Swagger 2.0. */
final class Swagger2 implements Edition {
    /** What a parameter or header holds beside its schema. */
    private static final List<String> NO_KEYWORDS = List.of(
            "name",
            "in",
            "description",
            "required",
            "collectionFormat",
            "allowEmptyValue",
            "example",
            "x-example",
            "x-examples");

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    private final Located root;

    Swagger2(Located root) {
        this.root = root;
    }

    @Override
    public Servers servers() {
        return Servers.swagger2(root);
    }

    @Override
    public Map<String, Located> securitySchemes() {
        return Structure.members(root.get("securityDefinitions"));
    }

    @Override
    public Inputs inputs(List<Located> declared, Located operation, Reading reading) {
        List<Parameter> parameters = new ArrayList<>();
        List<Located> fields = new ArrayList<>();
        Optional<RequestBody> body = Optional.empty();
        for (Located place : declared) {
            String name = Structure.requiredText(place.get("name"));
            switch (Structure.requiredText(place.get("in"))) {
                case "body" -> body = Optional.of(body(place, operation, reading));
                case "formData" -> fields.add(place);
                case "path" -> parameters.add(parameter(name, ParameterLocation.PATH, place, reading));
                case "query" -> parameters.add(parameter(name, ParameterLocation.QUERY, place, reading));
                case "header" -> parameters.add(parameter(name, ParameterLocation.HEADER, place, reading));
                default ->
                    throw new StructureException(
                            place.get("in"),
                            "'"
                                    + place.get("in").node().asText()
                                    + "' is no place for a parameter; use path, query, header, body or formData");
            }
        }
        return new Inputs(
                List.copyOf(parameters),
                fields.isEmpty() || body.isPresent() ? body : Optional.of(form(fields, operation, reading)));
    }

    private static Parameter parameter(String name, ParameterLocation in, Located place, Reading reading) {
        Located schema = schemaOf(place);
        return new Parameter(
                name,
                in,
                in == ParameterLocation.PATH || Structure.flag(place.get("required"), false),
                Styles.collection(place, Styles.standard(in)),
                Styles.multi(place),
                false,
                Styles.innerDelimiters(place),
                reading.schema(schema, Direction.REQUEST),
                Optional.empty(),
                new Examples(reading)
                        .of(place)
                        .ofExtensions(place)
                        .ofSchema(schema)
                        .all(),
                place);
    }

    private RequestBody body(Located place, Located operation, Reading reading) {
        Located schema = place.get("schema");
        boolean described = Structure.has(schema);
        Examples examples = new Examples(reading).of(place).ofExtensions(place);
        List<MediaTypeContent> content = new ArrayList<>();
        for (String mediaType : mediaTypes("consumes", operation, "application/json")) {
            content.add(new MediaTypeContent(
                    mediaType,
                    described ? Optional.of(reading.schema(schema, Direction.REQUEST)) : Optional.empty(),
                    described ? examples.ofSchema(schema).all() : examples.all(),
                    Map.of(),
                    reading.codecs(),
                    place));
        }
        return new RequestBody(Structure.flag(place.get("required"), false), List.copyOf(content), place);
    }

    /** The fields of a form as the properties of one object. */
    private RequestBody form(List<Located> fields, Located operation, Reading reading) {
        ObjectNode schema = Json.NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        List<String> required = new ArrayList<>();
        Map<String, Encoding> encodings = new LinkedHashMap<>();
        boolean files = false;
        for (Located field : fields) {
            String name = Structure.requiredText(field.get("name"));
            properties.set(name, schemaOf(field).node());
            files |= field.node().path("type").asText().equals("file");
            if (Structure.flag(field.get("required"), false)) {
                required.add(name);
            }
            if (field.node().path("type").asText().equals("array")) {
                Style style = Styles.collection(field, Style.FORM);
                encodings.put(
                        name,
                        new Encoding(
                                Optional.empty(),
                                Optional.of(style),
                                Styles.multi(field),
                                false,
                                Styles.innerDelimiters(field)));
            }
        }
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
        Located place = operation.get("parameters").with(schema);
        Schema read = reading.schema(place, Direction.REQUEST);
        List<MediaTypeContent> content = new ArrayList<>();
        for (String mediaType : forms(files, operation)) {
            content.add(new MediaTypeContent(
                    mediaType,
                    Optional.of(read),
                    List.of(),
                    Collections.unmodifiableMap(encodings),
                    reading.codecs(),
                    place));
        }
        return new RequestBody(!required.isEmpty(), List.copyOf(content), place);
    }

    private List<String> forms(boolean files, Located operation) {
        List<String> forms = mediaTypes("consumes", operation, "").stream()
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(MULTIPART)
                        || !files && type.toLowerCase(Locale.ROOT).startsWith(URL_ENCODED))
                .toList();
        return forms.isEmpty() ? List.of(files ? MULTIPART : URL_ENCODED) : forms;
    }

    @Override
    public ResponseSpec response(String status, Located response, Located operation, Reading reading) {
        List<HeaderSpec> headers = new ArrayList<>();
        Structure.members(response.get("headers")).forEach((name, member) -> {
            Located place = Structure.object(member);
            if (!name.equalsIgnoreCase("Content-Type")) {
                List<String> delimiters = Styles.delimiters(place);
                headers.add(new HeaderSpec(
                        name,
                        false,
                        false,
                        delimiters.isEmpty() ? List.of(",") : delimiters,
                        Optional.of(reading.schema(schemaOf(place), Direction.RESPONSE)),
                        Optional.empty(),
                        place));
            }
        });
        return new ResponseSpec(
                status,
                List.copyOf(headers),
                responseContent(response, operation, reading),
                Links.read(response.get("x-links")),
                response);
    }

    /** A response without a schema has no body; one whose media type nobody names may have any. */
    private List<MediaTypeContent> responseContent(Located response, Located operation, Reading reading) {
        Located schema = response.get("schema");
        if (!Structure.has(schema)) {
            return List.of();
        }
        List<MediaTypeContent> content = new ArrayList<>();
        for (String mediaType : mediaTypes("produces", operation, "*/*")) {
            content.add(new MediaTypeContent(
                    mediaType,
                    Optional.of(reading.schema(schema, Direction.RESPONSE)),
                    new Examples(reading)
                            .add(response.get("examples").node().path(mediaType))
                            .ofSchema(schema)
                            .all(),
                    Map.of(),
                    reading.codecs(),
                    response));
        }
        return List.copyOf(content);
    }

    private List<String> mediaTypes(String member, Located operation, String otherwise) {
        List<String> own = Structure.texts(operation.get(member));
        List<String> types =
                own.isEmpty() && !operation.node().path(member).isArray() ? Structure.texts(root.get(member)) : own;
        List<String> distinct = types.stream()
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .distinct()
                .toList();
        return distinct.isEmpty() ? List.of(otherwise) : distinct;
    }

    /** The schema of a parameter or header is that very object; some authors write {@code schema} as in later versions. */
    private static Located schemaOf(Located place) {
        if (place.node().path("schema").isObject() && !place.node().has("type")) {
            return place.get("schema");
        }
        ObjectNode schema = Json.NODES.objectNode();
        place.node().properties().forEach(field -> {
            if (!NO_KEYWORDS.contains(field.getKey())) {
                schema.set(field.getKey(), field.getValue());
            }
        });
        if (schema.path("type").asText().equals("file")) {
            schema.put("type", "string").put("format", "binary");
        }
        return place.with(schema);
    }
}

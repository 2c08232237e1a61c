package io.contractcheck.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.JsonException;
import io.contractcheck.json.Located;
import io.contractcheck.json.Origin;
import io.contractcheck.json.ReferenceException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Swagger 2.0, OpenAPI 3.0 and 3.1 documents from their raw trees. In two steps, so that a document may be changed between them:
 * {@link #open} and {@link #read(Located)}.
 */
public final class ApiReader {
    private static final Pattern VERSION_3 = Pattern.compile("3(?:\\.(\\d+).*)?");

    private ApiReader() {}

    /**
     * The API at a location: a path, a {@code file:} URI, {@code classpath:name}, or an {@code http(s)} URL.
     *
     * @throws OpenApiException if there is no API document
     */
    public static Api read(String location) {
        try {
            return read(open(Origin.of(location)));
        } catch (IllegalArgumentException e) {
            throw new OpenApiException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The root of a document, as it stands.
     *
     * @throws OpenApiException if it cannot be brought, or is neither JSON nor YAML
     */
    public static Located open(Origin origin) {
        try {
            return origin.documents().root(origin.uri());
        } catch (UncheckedIOException | JsonException e) {
            throw new OpenApiException("cannot read the API document: " + e.getMessage(), e);
        }
    }

    /**
     * The API that a tree describes. What is wrong in one operation makes that one a {@link BrokenOperation}.
     *
     * @throws OpenApiException if the tree is no OpenAPI document
     */
    public static Api read(Located root) {
        return read(root, Extensions.none());
    }

    /**
     * The API that a tree describes, read with what users add.
     *
     * @throws OpenApiException as {@link #read(Located)}
     */
    public static Api read(Located root, Extensions extensions) {
        String specification = specification(root);
        SpecVersion spec = spec(root, specification);
        Edition edition = spec == SpecVersion.SWAGGER_2_0 ? new Swagger2(root) : new OpenApi3(root);
        Warnings warnings = new Warnings();
        if (spec == SpecVersion.OPENAPI_3_1 && !specification.startsWith("3.1")) {
            warnings.add(root.describe() + ": OpenAPI " + specification + " is read as 3.1");
        }
        try {
            Servers servers = edition.servers();
            Map<String, SecurityScheme> schemes = Security.schemes(edition.securitySchemes(), warnings);
            List<Operation> operations = new ArrayList<>();
            List<BrokenOperation> broken = new ArrayList<>();
            new OperationsReader(root, spec, edition, extensions, schemes, servers.basePath(), warnings)
                    .read(operations, broken);
            return new Api(
                    Structure.text(root.get("info").get("title")).orElse(""),
                    Structure.text(root.get("info").get("version")).orElse(""),
                    specification,
                    spec,
                    root.document(),
                    servers.urls(),
                    List.copyOf(operations),
                    List.copyOf(broken),
                    schemes,
                    List.copyOf(warnings.all()),
                    new LateList(() -> Diagnostics.of(root, spec)));
        } catch (StructureException | ReferenceException e) {
            throw new OpenApiException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String specification(Located root) {
        JsonNode node = root.node();
        for (String member : List.of("openapi", "swagger")) {
            if (node.path(member).isValueNode() && !node.path(member).isNull()) {
                return node.path(member).asText().strip();
            }
        }
        throw new OpenApiException(name(root) + " is no OpenAPI document: "
                + (node.isObject()
                        ? "it has neither `openapi` nor `swagger` at its root. Is it the right file? Its members are "
                                + members(node)
                        : "its root must be an object, but is " + Structure.kind(node)));
    }

    private static SpecVersion spec(Located root, String specification) {
        Matcher version = VERSION_3.matcher(specification);
        boolean openapi = root.node().has("openapi");
        if (openapi && version.matches()) {
            return version.group(1) == null || version.group(1).equals("0")
                    ? SpecVersion.OPENAPI_3_0
                    : SpecVersion.OPENAPI_3_1;
        }
        if (!openapi && (specification.equals("2") || specification.startsWith("2.0"))) {
            return SpecVersion.SWAGGER_2_0;
        }
        throw new OpenApiException(name(root) + ": version " + specification + " in `"
                + (openapi ? "openapi" : "swagger") + "` is not supported; Swagger 2.0, OpenAPI 3.0 and 3.1 are");
    }

    private static String members(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names.isEmpty() ? "none" : String.join(", ", names.subList(0, Math.min(5, names.size())));
    }

    private static String name(Located root) {
        String place = root.describe();
        return place.substring(0, place.indexOf('#'));
    }
}

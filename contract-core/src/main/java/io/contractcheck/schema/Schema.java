package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Documents;
import io.contractcheck.json.Json;
import io.contractcheck.json.Located;
import io.contractcheck.schema.format.Formats;
import java.net.URI;
import java.util.List;

/**
 * A schema as it stands in a document, read by its dialect and for one direction. Thread-safe.
 *
 * <p>Two faces: {@link #validate} judges values; {@link #normal} is the same schema as JSON Schema 2020-12, for whoever makes values.
 */
public final class Schema {

    private static final URI TEXT = URI.create("text:/schema.json");

    private final Resource resource;

    private Schema(Resource resource) {
        this.resource = resource;
    }

    /** The schema at that place, with the standard formats. Subschemas and references are read when first needed. */
    public static Schema of(Located source, Dialect dialect, Direction direction) {
        return of(source, dialect, direction, Formats.standard());
    }

    /** The schema at that place, with those formats. Subschemas and references are read when first needed. */
    public static Schema of(Located source, Dialect dialect, Direction direction, Formats formats) {
        Scope scope = Scope.of(source.documents(), dialect, direction, formats);
        return new Schema(scope.at(source, Variant.PLAIN));
    }

    /**
     * A JSON Schema 2020-12 by itself, from JSON text.
     *
     * @throws io.contractcheck.json.JsonException if the text is no JSON
     */
    public static Schema parse(String json) {
        Documents documents = Documents.of(TEXT, Json.parse(json));
        return of(documents.root(TEXT), Dialect.DRAFT_2020_12, Direction.REQUEST);
    }

    /** Where the schema stands in the user's document. */
    public Located source() {
        return resource.place();
    }

    public Dialect dialect() {
        return resource.scope().dialect();
    }

    public Direction direction() {
        return resource.scope().direction();
    }

    /** The formats that are asserted. */
    public Formats formats() {
        return resource.scope().formats();
    }

    /**
     * All rules that the value breaks, in the order of the schema; none if it is valid. Formats are asserted. Of a value that fits none
     * of several alternatives, what breaks the one that was meant is told where that can be known.
     *
     * @throws io.contractcheck.json.ReferenceException if judging the value needs a reference that leads nowhere
     */
    public List<Violation> validate(JsonNode value) {
        return Evaluation.violations(resource.rule(), value);
    }

    /**
     * Whether {@link #validate} finds nothing; stops at the first violation.
     *
     * @throws io.contractcheck.json.ReferenceException as {@link #validate}
     */
    public boolean accepts(JsonNode value) {
        return Evaluation.accepts(resource.rule(), value);
    }

    /**
     * The schema in the words of JSON Schema 2020-12, whatever its dialect: {@code true}, {@code false} or an object, one level deep
     * or more, in which every {@code $ref} is an opaque name for {@link #target}. Nullability, exclusive bounds, ignored siblings,
     * direction and discriminators are already worked in. Keywords whose values make no sense are left out. A {@code discriminator}
     * is kept as a remark: {@code propertyName}, and all {@code values} that are known; so is {@code nullable} in requests of OpenAPI 3.1,
     * where null is allowed for good will alone and is nothing to send. Not to be changed.
     *
     * @throws io.contractcheck.json.ReferenceException if this schema is what a broken reference should lead to
     */
    public JsonNode normal() {
        return resource.normal();
    }

    /**
     * What a {@code $ref} in {@link #normal} stands for.
     *
     * @throws io.contractcheck.json.ReferenceException if the user's reference leads nowhere
     */
    public Schema target(String ref) {
        Resource target = resource.scope().target(ref);
        target.normal();
        return new Schema(target);
    }

    /**
     * Another schema in the same scope: a subschema of {@link #normal}, or one made from such by merging. Its words are those of
     * {@link #normal}; it validates and its references resolve like this one's.
     */
    public Schema derive(JsonNode normal) {
        Origin origin = resource.scope().origin(normal);
        return new Schema(Resource.made(
                resource.scope(),
                origin == null || origin.keyword() != null ? resource.place() : origin.place(),
                normal));
    }

    /**
     * What of this schema, and of all it refers to, is ignored because it cannot be used, such as patterns that cannot be compiled:
     * each with its place and the reason.
     */
    public List<String> warnings() {
        return resource.warnings();
    }

    @Override
    public String toString() {
        return resource.place().describe();
    }
}

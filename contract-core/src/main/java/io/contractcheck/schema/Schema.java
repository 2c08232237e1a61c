package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Located;
import java.util.List;

/**
 * A schema as it stands in a document, read by its dialect and for one direction. Thread-safe.
 *
 * <p>Two faces: {@link #validate} judges values; {@link #normal} is the same schema as JSON Schema 2020-12, for whoever makes values.
 */
public final class Schema {

    private Schema() {}

    /** The schema at that place. Subschemas and references are read when first needed. */
    public static Schema of(Located source, Dialect dialect, Direction direction) {
        throw new UnsupportedOperationException();
    }

    /** A JSON Schema 2020-12 by itself, from JSON text. */
    public static Schema parse(String json) {
        throw new UnsupportedOperationException();
    }

    /** Where the schema stands in the user's document. */
    public Located source() {
        throw new UnsupportedOperationException();
    }

    public Dialect dialect() {
        throw new UnsupportedOperationException();
    }

    public Direction direction() {
        throw new UnsupportedOperationException();
    }

    /** All rules that the value breaks, in document order; none if it is valid. Formats are asserted. */
    public List<Violation> validate(JsonNode value) {
        throw new UnsupportedOperationException();
    }

    /** Whether {@link #validate} finds nothing; stops at the first violation. */
    public boolean accepts(JsonNode value) {
        throw new UnsupportedOperationException();
    }

    /**
     * The schema in the words of JSON Schema 2020-12, whatever its dialect: {@code true}, {@code false} or an object, one level deep
     * or more, in which every {@code $ref} is an opaque name for {@link #target}. Nullability, exclusive bounds, ignored siblings,
     * direction and discriminators are already worked in. Not to be changed.
     */
    public JsonNode normal() {
        throw new UnsupportedOperationException();
    }

    /**
     * What a {@code $ref} in {@link #normal} stands for.
     *
     * @throws io.contractcheck.json.ReferenceException if the user's reference leads nowhere
     */
    public Schema target(String ref) {
        throw new UnsupportedOperationException();
    }

    /**
     * Another schema in the same scope: a subschema of {@link #normal}, or one made from such by merging. Its words are those of
     * {@link #normal}; it validates and its references resolve like this one's.
     */
    public Schema derive(JsonNode normal) {
        throw new UnsupportedOperationException();
    }
}

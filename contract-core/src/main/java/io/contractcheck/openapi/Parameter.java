package io.contractcheck.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Located;
import io.contractcheck.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * A parameter outside the body.
 *
 * @param name as sent
 * @param in where it travels
 * @param required whether it must be there
 * @param style how its value becomes text
 * @param explode whether arrays and objects become several parts
 * @param allowReserved whether reserved characters stay unencoded (query only)
 * @param innerDelimiters Swagger 2.0 nested arrays: the delimiters of the inner levels, outermost first; otherwise empty
 * @param schema what values are valid; for a {@code content} parameter, the schema of its media type
 * @param content for a {@code content} parameter, the media type its text is written in and what it holds
 * @param examples of the parameter, then of its schema, as far as the document gives them
 * @param source where it stands in the document
 */
public record Parameter(
        String name,
        ParameterLocation in,
        boolean required,
        Style style,
        boolean explode,
        boolean allowReserved,
        List<String> innerDelimiters,
        Schema schema,
        Optional<MediaTypeContent> content,
        List<JsonNode> examples,
        Located source) {

    /** The same with other values. */
    public Parameter with(boolean otherRequired, Schema otherSchema) {
        return new Parameter(
                name,
                in,
                otherRequired,
                style,
                explode,
                allowReserved,
                innerDelimiters,
                otherSchema,
                content,
                examples,
                source);
    }

    /** For a {@code content} parameter, the media type its text is written in. */
    public Optional<String> mediaType() {
        return content.map(MediaTypeContent::mediaType);
    }

    /** Place and name tell nearly all apart; hashing the schema would take as long as sending a request. */
    @Override
    public int hashCode() {
        return 31 * in.ordinal() + name.hashCode();
    }
}

package io.contractcheck.openapi;

import io.contractcheck.json.Located;
import io.contractcheck.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * A response header that the document promises.
 *
 * @param name as documented; case does not matter
 * @param required whether it must come
 * @param explode how an object is written ({@code k=v} or {@code k,v})
 * @param delimiters of arrays, outermost first; a comma unless Swagger 2.0 says otherwise
 * @param schema what values are valid, if given
 * @param mediaType for a {@code content} header, the media type its text is written in
 * @param source where it stands in the document
 */
public record HeaderSpec(
        String name,
        boolean required,
        boolean explode,
        List<String> delimiters,
        Optional<Schema> schema,
        Optional<String> mediaType,
        Located source) {}

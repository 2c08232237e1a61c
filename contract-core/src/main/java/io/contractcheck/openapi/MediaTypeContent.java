package io.contractcheck.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.http.Codecs;
import io.contractcheck.json.Located;
import io.contractcheck.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a body of one media type holds.
 *
 * @param mediaType as documented, possibly a range such as {@code image/*}
 * @param schema absent where the document gives none
 * @param examples of the media type, then of its schema
 * @param encodings by property, for form and multipart bodies
 * @param codecs of media types beside those that are built in
 * @param source where it stands in the document
 */
public record MediaTypeContent(
        String mediaType,
        Optional<Schema> schema,
        List<JsonNode> examples,
        Map<String, Encoding> encodings,
        Codecs codecs,
        Located source) {}

package io.contractcheck.openapi;

import io.contractcheck.json.Located;
import java.util.List;

/**
 * The body an operation takes.
 *
 * @param required whether it must be there
 * @param content by media type, in document order
 * @param source where it stands in the document
 */
public record RequestBody(boolean required, List<MediaTypeContent> content, Located source) {}

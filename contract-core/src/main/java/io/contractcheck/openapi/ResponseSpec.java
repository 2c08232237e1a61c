package io.contractcheck.openapi;

import io.contractcheck.json.Located;
import java.util.List;

/**
 * One documented response.
 *
 * @param status the key as documented: {@code 200}, {@code 4XX} or {@code default}
 * @param headers documented, without Content-Type, which OpenAPI ignores here
 * @param content by media type, in document order; empty when no body is documented
 * @param links to other operations
 * @param source where it stands in the document
 */
public record ResponseSpec(
        String status, List<HeaderSpec> headers, List<MediaTypeContent> content, List<Link> links, Located source) {}

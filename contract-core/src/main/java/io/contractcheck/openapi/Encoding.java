package io.contractcheck.openapi;

import java.util.List;
import java.util.Optional;

/**
 * How one property of a form or multipart body is written (OpenAPI 3.1, section 4.8.15).
 *
 * @param contentType a media type, a range, or a comma-separated list of both, if given
 * @param style if given
 * @param explode whether arrays and objects become several parts
 * @param allowReserved whether reserved characters stay unencoded
 * @param innerDelimiters Swagger 2.0 nested arrays: the delimiters of the inner levels
 */
public record Encoding(
        Optional<String> contentType,
        Optional<Style> style,
        boolean explode,
        boolean allowReserved,
        List<String> innerDelimiters) {}

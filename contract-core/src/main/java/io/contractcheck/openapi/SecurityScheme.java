package io.contractcheck.openapi;

import io.contractcheck.json.Located;
import java.util.Optional;

/**
 * A way to authenticate that the document names.
 *
 * @param name the key under which it is defined
 * @param type {@code apiKey}, {@code http}, {@code oauth2}, {@code openIdConnect} or {@code mutualTLS}; Swagger's {@code basic} is {@code http}
 * @param scheme for {@code http}: in lower case, as {@code bearer} or {@code basic}
 * @param in for {@code apiKey}: where the key travels
 * @param parameter for {@code apiKey}: the name of the header, query parameter or cookie
 * @param source where it stands in the document
 */
public record SecurityScheme(
        String name,
        String type,
        Optional<String> scheme,
        Optional<ParameterLocation> in,
        Optional<String> parameter,
        Located source) {}

package io.contractcheck.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.Located;
import java.util.Map;
import java.util.Optional;

/**
 * A documented link from a response to another operation (OpenAPI 3.1, section 4.8.20).
 *
 * @param name of the link
 * @param operationId of its target, if given
 * @param operationRef of its target, if given
 * @param parameters constants and runtime expressions by parameter name, possibly with a location as {@code path.id}
 * @param requestBody a constant or runtime expression, if given
 * @param source where it stands in the document
 */
public record Link(
        String name,
        Optional<String> operationId,
        Optional<String> operationRef,
        Map<String, JsonNode> parameters,
        Optional<JsonNode> requestBody,
        Located source) {}

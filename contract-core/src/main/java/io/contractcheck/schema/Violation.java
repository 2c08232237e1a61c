package io.contractcheck.schema;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * One rule that a value breaks.
 *
 * @param instance where in the value (RFC 6901)
 * @param keyword the schema keyword that is broken, as {@code maxLength}; {@code schema} for a {@code false} schema
 * @param schema where the rule stands in the user's document, as {@code shop.yaml#/components/schemas/Book/properties/isbn/maxLength}
 * @param message what is wrong, with the value where it is short
 */
public record Violation(JsonPointer instance, String keyword, String schema, String message) {}

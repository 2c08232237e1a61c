package io.contractcheck.generate.negate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value with one thing wrong. That was proven before it was given out.
 *
 * @param value the whole value; the receiver may change it
 * @param pointer where in the value the rule is broken (RFC 6901)
 * @param keyword the rule that is broken, as {@code maxLength}
 * @param description what is wrong, for people
 */
public record InvalidValue(JsonNode value, JsonPointer pointer, String keyword, String description) {}

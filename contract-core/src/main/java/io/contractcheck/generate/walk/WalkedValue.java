package io.contractcheck.generate.walk;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A value of the walk. Its label was proven before it was given out.
 *
 * @param value the whole value; the receiver may change it
 * @param valid whether the schema accepts it; otherwise exactly one thing is wrong with it
 * @param scenario why it exists, as {@code maximum_length_string} or {@code string_above_max_length}
 * @param pointer where in the value it is special (RFC 6901). All violations of an invalid value are there or below; where it fits none of
 *     the schemas of an {@code anyOf} or {@code oneOf}, that is so for the one it was made for
 * @param keyword the rule an invalid value breaks; empty for valid ones
 * @param description the same for people, as {@code name: one character longer than maxLength 80}
 */
public record WalkedValue(
        JsonNode value,
        boolean valid,
        String scenario,
        JsonPointer pointer,
        Optional<String> keyword,
        String description) {}

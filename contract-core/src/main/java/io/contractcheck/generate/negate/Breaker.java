package io.contractcheck.generate.negate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Breaks one keyword. */
@FunctionalInterface
interface Breaker {
    /**
     * A value that is hoped to break the rule and no other; nothing if this value cannot be made to.
     *
     * @param spot where; {@code value} is what is there
     * @param place the schema that the keyword stands in
     * @param rule the keyword's value
     */
    @Nullable JsonNode broken(Spot spot, JsonNode value, Place place, JsonNode rule, Random random);
}

package io.contractcheck.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One keyword of a schema, made ready to judge. */
@FunctionalInterface
interface Keyword {
    /**
     * Whether the value keeps the rule; what it breaks is told to the evaluation.
     *
     * @param seen to be told which members were looked at; null where nobody asks
     */
    boolean check(JsonNode value, Evaluation evaluation, @Nullable Seen seen);
}

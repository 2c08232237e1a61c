package io.contractcheck.schema.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** A format made of its name and its rule. */
record Named(String name, Predicate<JsonNode> rule) implements Format {
    @Override
    public boolean accepts(JsonNode value) {
        return rule.test(value);
    }
}

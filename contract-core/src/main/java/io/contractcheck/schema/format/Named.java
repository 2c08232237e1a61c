package io.contractcheck.schema.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A format made of its name and its rule. */
record Named(String name, Predicate<JsonNode> rule, Optional<Maker> maker, List<String> nearMisses) implements Format {
    @Override
    public boolean accepts(JsonNode value) {
        return rule.test(value);
    }
}

package io.contractcheck.schema.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A format made of its name and its rule. */
record Named(String name, Predicate<JsonNode> rule, Optional<Maker> maker, List<String> nearMisses) implements Format {
    /** A format of strings that others make texts of. */
    static Format text(String name, Predicate<String> accepted, String... nearMisses) {
        return new Named(name, onText(accepted), Optional.empty(), List.of(nearMisses));
    }

    static Predicate<JsonNode> onText(Predicate<String> accepted) {
        return value -> !value.isTextual() || accepted.test(value.textValue());
    }

    @Override
    public boolean accepts(JsonNode value) {
        return rule.test(value);
    }
}

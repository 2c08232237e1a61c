package io.contractcheck.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What to say of a value that fits none of several schemas: what breaks the one that was meant, if that can be told. */
final class Alternatives {
    private final Compiler.Part part;
    private final List<Rule> rules;
    private final JsonNode discriminator;

    Alternatives(Compiler.Part part, List<Rule> rules) {
        this.part = part;
        this.rules = rules;
        this.discriminator = part.schema().path("discriminator");
    }

    boolean failsAll(JsonNode value, Evaluation evaluation) {
        if (!evaluation.collecting()) {
            return false;
        }
        List<List<Violation>> meant = new ArrayList<>();
        List<Violation> unknown = new ArrayList<>();
        int discriminated = 0;
        for (Rule rule : rules) {
            List<Violation> violations = evaluation.collect(rule, value);
            List<Violation> names = violations.stream()
                    .filter(v -> v.keyword().equals("discriminator"))
                    .toList();
            if (!names.isEmpty()) {
                discriminated++;
                unknown.addAll(names.subList(0, unknown.isEmpty() ? 1 : 0));
            } else if (plausible(violations, evaluation.here())) {
                meant.add(violations);
            }
        }
        if (meant.size() == 1) {
            return evaluation.fails(meant.get(0));
        }
        if (discriminated == rules.size() && value.isObject()) {
            return evaluation.fails(List.of(unknown(unknown.get(0), value)));
        }
        String wanted = part.name().equals("oneOf") ? "must match exactly one of " : "must match at least one of ";
        return part.fails(
                evaluation,
                () -> wanted + Counts.of(rules.size(), "schema") + ", but matches none: it is "
                        + Evaluation.show(value));
    }

    private Violation unknown(Violation one, JsonNode value) {
        JsonNode given = value.path(discriminator.path("propertyName").asText());
        if (given.isMissingNode()) {
            return one;
        }
        String known =
                discriminator.path("values").valueStream().map(Evaluation::show).collect(Collectors.joining(", "));
        return new Violation(
                one.instance(),
                one.keyword(),
                one.schema(),
                "must be one of " + known + ", the names that the discriminator knows, but is "
                        + Evaluation.show(given));
    }

    /** A value of another type, or with another constant, was not meant for the schema. */
    private static boolean plausible(List<Violation> violations, JsonPointer here) {
        return violations.stream()
                .noneMatch(v -> v.instance().equals(here)
                                && (v.keyword().equals("type") || v.keyword().equals("schema"))
                        || (v.keyword().equals("const") || v.keyword().equals("enum"))
                                && (v.instance().equals(here)
                                        || here.equals(v.instance().head())));
    }
}

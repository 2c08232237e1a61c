package io.contractcheck.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import io.contractcheck.testcase.BodyValue;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.TestCase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rule that a negative case breaks.
 *
 * @param cause the same in every run: the part of the request, the keyword, and the place without indices and made-up keys
 * @param wrong what is wrong and where, for people
 * @param place where the document has the rule, as far as it is known
 */
record BrokenRule(String cause, String wrong, Optional<String> place) {
    private static final int EXCERPT = 300;

    static BrokenRule of(TestCase testCase, Mutation mutation) {
        Optional<Schema> schema = schema(testCase, mutation);
        Optional<JsonNode> value = value(testCase, mutation);
        List<Violation> violations = violations(schema, value);
        Optional<Violation> meant = violations.stream()
                .filter(v -> Optional.of(v.keyword()).equals(mutation.keyword())
                        && v.instance().equals(mutation.pointer()))
                .findFirst()
                .or(() -> violations.stream()
                        .filter(v -> Optional.of(v.keyword()).equals(mutation.keyword()))
                        .findFirst())
                .or(() -> violations.stream().findFirst());
        if (meant.isEmpty()) {
            return new BrokenRule(
                    cause(testCase, mutation)
                            + mutation.keyword().map(k -> " " + k).orElse(""),
                    Excerpt.of(mutation.description(), EXCERPT),
                    source(testCase, mutation));
        }
        Violation violation = meant.get();
        Set<String> names = DeclaredNames.of(schema);
        String where = violation.instance().matches() ? "" : " at " + violation.instance();
        return new BrokenRule(
                cause(testCase, mutation) + " " + violation.keyword()
                        + DeclaredNames.missing(violation, value.get(), names)
                        + (where.isEmpty() ? "" : " at " + DeclaredNames.general(violation.instance(), names)),
                Excerpt.of(part(mutation) + where + ": " + violation.message(), EXCERPT),
                Optional.of(violation.schema()));
    }

    /** What the part of the request breaks that the mutation changed; none where it is missing, or no schema speaks of it. */
    static List<Violation> violations(Optional<Schema> schema, Optional<JsonNode> value) {
        try {
            return schema.isPresent() && value.isPresent()
                    ? Distinct.of(schema.get().validate(value.get()))
                    : List.of();
        } catch (ReferenceException e) {
            // the document's fault, and reported as such where the document is read
            return List.of();
        }
    }

    static Optional<Parameter> parameter(TestCase testCase, Mutation mutation) {
        return testCase.operation().parameters().stream()
                .filter(p -> p.in().name().equals(mutation.location().name())
                        && Optional.of(p.name()).equals(mutation.parameter()))
                .findFirst();
    }

    static Optional<Schema> schema(TestCase testCase, Mutation mutation) {
        return mutation.location() == Mutation.Location.BODY
                ? testCase.body().flatMap(b -> b.content().schema())
                : parameter(testCase, mutation).map(Parameter::schema);
    }

    static Optional<JsonNode> value(TestCase testCase, Mutation mutation) {
        return mutation.location() == Mutation.Location.BODY
                ? testCase.body().map(BodyValue::value)
                : parameter(testCase, mutation)
                        .flatMap(p -> testCase.parameters().stream()
                                .filter(v -> v.parameter().in() == p.in()
                                        && v.parameter().name().equals(p.name()))
                                .map(ParameterValue::value)
                                .findFirst());
    }

    private static Optional<String> source(TestCase testCase, Mutation mutation) {
        return switch (mutation.location()) {
            case BODY, FRAMING ->
                testCase.operation().requestBody().map(b -> b.source().describe());
            case METHOD -> Optional.empty();
            default -> parameter(testCase, mutation).map(p -> p.source().describe());
        };
    }

    private static String part(Mutation mutation) {
        String location = mutation.location().name().toLowerCase(Locale.ROOT);
        return switch (mutation.location()) {
            case BODY, FRAMING, METHOD -> "the " + location;
            default -> "the " + location + " parameter '" + mutation.parameter().orElse("") + "'";
        };
    }

    private static String cause(TestCase testCase, Mutation mutation) {
        boolean several = testCase.operation()
                .requestBody()
                .filter(b -> b.content().size() > 1)
                .isPresent();
        String type = several && mutation.location() == Mutation.Location.BODY
                ? testCase.body().map(b -> " as " + b.content().mediaType()).orElse("")
                : "";
        return mutation.location().name().toLowerCase(Locale.ROOT)
                + mutation.parameter().map(p -> " " + p).orElse("")
                + type;
    }
}

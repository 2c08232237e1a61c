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
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rule that a negative case breaks.
 *
 * @param part of the request
 * @param keyword that is broken; possibly empty
 * @param where in that part, without indices and made-up keys; possibly empty
 * @param unreadable whether the value cannot be read for what it is to be
 * @param wrong what is wrong and where, for people
 * @param place where the document has the rule, as far as it is known
 */
record BrokenRule(String part, String keyword, String where, boolean unreadable, String wrong, Optional<String> place) {
    private static final int EXCERPT = 300;

    /** Rules of which readers of a value speak, before anybody asks whether it is within bounds. */
    private static final List<String> OF_READING = List.of("type", "enum", "const", "format");

    /** The same in every run: the part of the request, the keyword, and the place without indices and made-up keys. */
    String cause() {
        return part + (keyword.isEmpty() ? "" : " " + keyword) + where;
    }

    /** The same, with one word for all that keeps a value from being read. */
    String kind() {
        return part + (unreadable ? " type" : keyword.isEmpty() ? "" : " " + keyword) + where;
    }

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
                    named(testCase, mutation),
                    mutation.keyword().orElse(""),
                    "",
                    OF_READING.contains(mutation.keyword().orElse("")),
                    Excerpt.of(mutation.description(), EXCERPT),
                    source(testCase, mutation));
        }
        Violation violation = meant.get();
        Set<String> names = DeclaredNames.of(schema);
        String where = violation.instance().matches() ? "" : " at " + violation.instance();
        return new BrokenRule(
                named(testCase, mutation),
                violation.keyword(),
                DeclaredNames.missing(violation, value.get(), names)
                        + (where.isEmpty() ? "" : " at " + DeclaredNames.general(violation.instance(), names)),
                OF_READING.contains(violation.keyword())
                        || isOverlong(value.get().at(violation.instance())),
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

    /** Whether it is a number that most readers of numbers do not take. */
    private static boolean isOverlong(JsonNode value) {
        return value.isNumber() && value.decimalValue().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0;
    }

    private static String named(TestCase testCase, Mutation mutation) {
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

package io.contractcheck.testcase;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.RequestBody;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something in a case that the document does not allow. A case read from a request by {@link Wire#read} is a positive if and only if it
 * has none.
 *
 * @param location where
 * @param parameter the parameter's name, if it is in one
 * @param pointer where in the value (RFC 6901)
 * @param keyword the schema keyword that is broken; {@code required} for a part that is missing
 * @param message for people
 */
public record Fault(
        Mutation.Location location, Optional<String> parameter, JsonPointer pointer, String keyword, String message) {

    /** In words, with the place. */
    public String describe() {
        String where = parameter
                .map(p -> switch (location) {
                    case COOKIE -> "cookie '" + p + "'";
                    case FRAMING -> "header '" + p + "'";
                    default -> location.name().toLowerCase(Locale.ROOT) + " parameter '" + p + "'";
                })
                .orElse(location.name().toLowerCase(Locale.ROOT));
        return where + (pointer.matches() ? "" : " at " + pointer) + ": " + message;
    }

    /** Whether this is in the part of the request that the mutation changed. */
    boolean isOf(Mutation mutation) {
        return location == mutation.location() && parameter.equals(mutation.parameter());
    }

    boolean isIn(Parameter other) {
        return parameter.isPresent()
                && parameter.get().equals(other.name())
                && location.name().equals(other.in().name());
    }

    /** All of a case's faults, parameters first. Bodies of a binary media type have none: any bytes are valid. */
    public static List<Fault> of(TestCase testCase) {
        List<Fault> faults = new ArrayList<>(ofParameters(
                testCase.operation(), testCase.parameters(), testCase.body().isPresent()));
        faults.addAll(ofBody(testCase.operation(), testCase.body()));
        return faults;
    }

    /** Those of the parameters of a request with or without a body. */
    static List<Fault> ofParameters(Operation operation, List<ParameterValue> parameters, boolean body) {
        List<Fault> faults = new ArrayList<>();
        for (Layout.Slot slot : Layouts.of(operation).slots()) {
            Parameter parameter = slot.parameter();
            JsonNode given = given(parameters, parameter);
            Optional<String> name = Optional.of(parameter.name());
            if (given != null) {
                violations(parameter.schema(), given, slot.place(), name, faults);
            } else if (parameter.required() && !Wire.pinned(parameter, body)) {
                faults.add(missing(slot.place(), name, "required " + ParameterStyles.describe(parameter)));
            }
        }
        return faults;
    }

    /** Those of a body, or of there being none. */
    static List<Fault> ofBody(Operation operation, Optional<BodyValue> given) {
        List<Fault> faults = new ArrayList<>();
        Optional<RequestBody> documented = operation.requestBody();
        if (given.isPresent()) {
            BodyValue body = given.get();
            Optional<Schema> schema =
                    body.value().isBinary() ? Optional.empty() : body.content().schema();
            schema.ifPresent(s -> violations(s, body.value(), Mutation.Location.BODY, Optional.empty(), faults));
        } else if (documented.isPresent() && documented.get().required()) {
            faults.add(missing(Mutation.Location.BODY, Optional.empty(), "required body"));
        }
        return faults;
    }

    private static @Nullable JsonNode given(List<ParameterValue> parameters, Parameter parameter) {
        for (ParameterValue value : parameters) {
            if (value.parameter().in() == parameter.in()
                    && value.parameter().name().equals(parameter.name())) {
                return value.value();
            }
        }
        return null;
    }

    /** Whether a body of that content may have that value. */
    static boolean accepts(MediaTypeContent content, JsonNode value) {
        return value.isBinary()
                || content.schema().isEmpty()
                || content.schema().get().accepts(value);
    }

    private static void violations(
            Schema schema, JsonNode value, Mutation.Location location, Optional<String> name, List<Fault> into) {
        for (Violation v : schema.validate(value)) {
            into.add(new Fault(location, name, v.instance(), v.keyword(), v.message()));
        }
    }

    private static Fault missing(Mutation.Location location, Optional<String> name, String what) {
        return new Fault(location, name, JsonPointer.empty(), "required", what + " is missing");
    }
}

package io.contractcheck.testcase.coverage;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.RequestBody;
import io.contractcheck.testcase.BodyValue;
import io.contractcheck.testcase.CaseGenerator;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.MediaTypes;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.PartWalk;
import io.contractcheck.testcase.Proofs;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A valid case of an operation from which all others differ in one thing, and what they are made of.
 *
 * @param operation that is called
 * @param template the valid case: required parameters, and the body if there is one
 * @param parameters what is walked outside the body, in document order
 * @param bodies what is walked of the body, by media type
 */
record Baseline(Operation operation, TestCase template, Map<Parameter, PartWalk> parameters, List<Body> bodies) {
    private static final int DRAWS = 5;

    /** A body of one media type. */
    record Body(MediaTypeContent content, String mediaType, PartWalk walk) {
        BodyValue with(JsonNode value) {
            return new BodyValue(content, mediaType, value);
        }
    }

    /**
     * The baseline of an operation.
     *
     * @param warnings is told of optional parts that have no valid value
     * @throws UnsatisfiableException if a required part has none; the message names it
     */
    static Baseline of(Operation operation, Consumer<String> warnings) {
        List<Body> bodies = bodies(operation, warnings);
        Map<Parameter, PartWalk> parameters = new LinkedHashMap<>();
        List<ParameterValue> given = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (isContentType(parameter) && !bodies.isEmpty()) {
                continue;
            }
            try {
                PartWalk walk = PartWalk.of(operation, parameter);
                parameters.put(parameter, walk);
                if (parameter.required()) {
                    given.add(new ParameterValue(parameter, walk.template()));
                }
            } catch (UnsatisfiableException e) {
                String reason = describe(parameter) + " has no valid value: " + e.getMessage();
                if (parameter.required()) {
                    throw new UnsatisfiableException(operation.label() + ": the required " + reason);
                }
                warnings.accept(operation.label() + ": " + reason);
            }
        }
        Optional<BodyValue> body =
                bodies.stream().findFirst().map(first -> first.with(first.walk().template()));
        TestCase template = new TestCase(
                operation,
                given,
                body,
                new Intent.Positive(
                        body.isPresent() ? "the plainest valid request" : "a valid request without a body",
                        Focus.NOTHING));
        return new Baseline(operation, proven(template), parameters, bodies);
    }

    private static List<Body> bodies(Operation operation, Consumer<String> warnings) {
        List<Body> bodies = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        Optional<RequestBody> documented = operation.requestBody();
        for (MediaTypeContent content : documented.map(RequestBody::content).orElse(List.of())) {
            String mediaType = MediaTypes.concrete(content);
            try {
                bodies.add(new Body(content, mediaType, PartWalk.of(content, mediaType)));
            } catch (UnsatisfiableException e) {
                reasons.add("body (" + content.mediaType() + ") has no valid value: " + e.getMessage());
            }
        }
        if (bodies.isEmpty() && documented.filter(RequestBody::required).isPresent()) {
            throw new UnsatisfiableException(operation.label() + ": the required "
                    + (reasons.isEmpty() ? "body has no media type" : String.join("; ", reasons)));
        }
        reasons.forEach(r -> warnings.accept(operation.label() + ": " + r));
        return bodies;
    }

    /** The case, or one that arrives as it was meant where this does not. */
    private static TestCase proven(TestCase template) {
        Optional<String> doubt = Proofs.doubt(template);
        if (doubt.isEmpty()) {
            return template;
        }
        TestCase bodiless = template.withBody(Optional.empty());
        if (Proofs.holds(bodiless)) {
            return bodiless;
        }
        CaseGenerator generator = CaseGenerator.of(template.operation());
        for (int seed = 0; seed < DRAWS; seed++) {
            TestCase drawn = generator.next(new Random(seed)).value().withIntent(template.intent());
            if (Proofs.holds(drawn)) {
                return drawn;
            }
        }
        throw new UnsatisfiableException(
                template.operation().label() + ": no case arrives as it was meant: " + doubt.get());
    }

    /** The template with another value for a parameter, or with one more parameter. */
    TestCase with(Parameter parameter, JsonNode value) {
        return with(Collections.singletonMap(parameter, value));
    }

    /** The template with other values for some parameters. */
    TestCase with(Map<Parameter, JsonNode> values) {
        List<ParameterValue> all = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (values.containsKey(parameter)) {
                all.add(new ParameterValue(parameter, values.get(parameter)));
            } else {
                value(parameter).ifPresent(all::add);
            }
        }
        return template.withParameters(all);
    }

    /** The template without a parameter. */
    TestCase without(Parameter parameter) {
        return template.withParameters(template.parameters().stream()
                .filter(v -> !v.parameter().equals(parameter))
                .toList());
    }

    private Optional<ParameterValue> value(Parameter parameter) {
        return template.parameters().stream()
                .filter(v -> v.parameter().equals(parameter))
                .findFirst();
    }

    /** Parameters whose values mean the same to every service; names such as Accept have a meaning of HTTP's own. */
    List<Parameter> walked() {
        return parameters.keySet().stream().filter(p -> !isOfHttp(p)).toList();
    }

    private static boolean isContentType(Parameter parameter) {
        return parameter.in() == ParameterLocation.HEADER && parameter.name().equalsIgnoreCase("Content-Type");
    }

    private static boolean isOfHttp(Parameter parameter) {
        return parameter.in() == ParameterLocation.HEADER
                && List.of("accept", "content-type", "authorization")
                        .contains(parameter.name().toLowerCase(Locale.ROOT));
    }

    /** That only a parameter is out of the ordinary. */
    static Focus at(Parameter parameter) {
        return new Focus.At(
                Mutation.Location.valueOf(parameter.in().name()), Optional.of(parameter.name()), JsonPointer.empty());
    }

    /** For descriptions: {@code query parameter 'limit'}. */
    static String describe(Parameter parameter) {
        return switch (parameter.in()) {
                    case PATH -> "path parameter";
                    case QUERY -> "query parameter";
                    case HEADER -> "header";
                    case COOKIE -> "cookie";
                }
                + " '" + parameter.name() + "'";
    }

    /** That something of HTTP is wrong. */
    static Intent wrong(Mutation.Location location, Optional<String> name, String keyword, String description) {
        return Intent.Negative.alone(
                new Mutation(location, name, JsonPointer.empty(), Optional.of(keyword), description));
    }

    /** That something of a parameter is wrong. */
    static Intent wrong(Parameter parameter, String keyword, String description) {
        return wrong(
                Mutation.Location.valueOf(parameter.in().name()),
                Optional.of(parameter.name()),
                keyword,
                describe(parameter) + " " + description);
    }
}

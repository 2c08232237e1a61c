package io.contractcheck.internal.phase;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.link.Source;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.schema.Schema;
import io.contractcheck.testcase.BodyValue;
import io.contractcheck.testcase.Focus;
import io.contractcheck.testcase.Intent;
import io.contractcheck.testcase.Mutation;
import io.contractcheck.testcase.ParameterValue;
import io.contractcheck.testcase.Taken;
import io.contractcheck.testcase.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Puts what earlier calls brought into a case: what fits its schemas, and not where the case is about. */
final class Taking {
    private Taking() {}

    /** The case with each of the values that it can take; the same if it takes none. */
    static TestCase into(TestCase testCase, List<Brought.Value> values) {
        TestCase result = testCase;
        for (Brought.Value value : values) {
            result = into(result, value);
        }
        return result;
    }

    /** The case with another value of a member of its body; nothing if it has none there or may not. */
    static Optional<TestCase> renamed(TestCase testCase, String member, JsonNode value) {
        return isAbout(testCase, new Target.OfBody(List.of(member)))
                ? Optional.empty()
                : intoBody(testCase, List.of(member), value);
    }

    /** Whether the case is about what stands there, so that another value would make it another case. */
    static boolean isAbout(TestCase testCase, Target target) {
        if (testCase.intent() instanceof Intent.Negative negative) {
            Mutation mutation = negative.mutation();
            return isAt(mutation.location(), mutation.parameter(), target)
                    && (!(target instanceof Target.OfBody body) || overlap(mutation.pointer(), body.steps()));
        }
        return testCase.intent().focus() instanceof Focus.At at
                && isAt(at.location(), at.parameter(), target)
                && (!(target instanceof Target.OfBody body)
                        || overlap(at.pointer(), body.steps())
                                && depth(at.pointer()) >= body.steps().size());
    }

    private static boolean isAt(Mutation.Location location, Optional<String> parameter, Target target) {
        if (target instanceof Target.OfParameter of) {
            return location.name().equals(of.in().name())
                    && (parameter.isEmpty() || parameter.get().equals(of.name()));
        }
        return location == Mutation.Location.BODY;
    }

    /** Whether one place is within the other. */
    private static boolean overlap(JsonPointer pointer, List<String> steps) {
        JsonPointer at = pointer;
        for (String step : steps) {
            if (at.matches()) {
                return true;
            }
            if (!step.equals(Source.ResponseBody.EACH) && !step.equals(at.getMatchingProperty())) {
                return false;
            }
            at = at.tail();
        }
        return true;
    }

    private static int depth(JsonPointer pointer) {
        int depth = 0;
        for (JsonPointer at = pointer; !at.matches(); at = at.tail()) {
            depth++;
        }
        return depth;
    }

    private static TestCase into(TestCase testCase, Brought.Value value) {
        Target target = value.taken().target();
        if (isAbout(testCase, target)) {
            return testCase;
        }
        Optional<TestCase> with = target instanceof Target.OfParameter of
                ? intoParameter(testCase, of, value.value())
                : intoBody(testCase, ((Target.OfBody) target).steps(), value.value());
        return with.map(taking -> taking.withTaken(Stream.concat(
                                testCase.taken().stream()
                                        .filter(t -> !t.target().equals(target)),
                                Stream.<Taken>of(value.taken()))
                        .toList()))
                .orElse(testCase);
    }

    private static Optional<TestCase> intoParameter(TestCase testCase, Target.OfParameter target, JsonNode value) {
        Optional<Parameter> parameter = testCase.operation().parameters().stream()
                .filter(p -> p.in() == target.in() && p.name().equals(target.name()))
                .findFirst();
        return parameter.flatMap(p -> fitting(value, p.schema()).map(fits -> {
            List<ParameterValue> values = new ArrayList<>();
            boolean placed = false;
            for (ParameterValue sent : testCase.parameters()) {
                placed |= sent.parameter().equals(p);
                values.add(sent.parameter().equals(p) ? new ParameterValue(p, fits) : sent);
            }
            if (!placed) {
                values.add(new ParameterValue(p, fits));
            }
            return testCase.withParameters(values);
        }));
    }

    /** Only where the case has that place already, or could have it, and what is wrong with the body stays as it is. */
    private static Optional<TestCase> intoBody(TestCase testCase, List<String> steps, JsonNode value) {
        Optional<BodyValue> body = testCase.body();
        if (body.isEmpty() || body.get().content().schema().isEmpty()) {
            return Optional.empty();
        }
        Schema schema = body.get().content().schema().get();
        Predicate<JsonNode> same = schema.accepts(body.get().value())
                ? schema::accepts
                : whole -> wrong(schema, whole).equals(wrong(schema, body.get().value()));
        return forms(value)
                .map(form -> placed(body.get().value(), steps, form))
                .flatMap(Optional::stream)
                .filter(same)
                .findFirst()
                .map(whole -> testCase.withBody(Optional.of(body.get().with(whole))));
    }

    private static List<String> wrong(Schema schema, JsonNode value) {
        return schema.validate(value).stream()
                .map(violation -> violation.instance() + " " + violation.keyword())
                .toList();
    }

    private static Optional<JsonNode> placed(JsonNode whole, List<String> steps, JsonNode value) {
        if (steps.isEmpty()) {
            return Optional.of(value);
        }
        JsonNode copy = whole.deepCopy();
        return place(copy, steps, value) ? Optional.of(copy) : Optional.empty();
    }

    private static boolean place(JsonNode at, List<String> steps, JsonNode value) {
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (at instanceof ArrayNode array) {
            boolean placed = false;
            for (int i = 0; i < array.size(); i++) {
                if (rest.isEmpty()) {
                    array.set(i, value);
                    placed = true;
                } else {
                    placed |= place(array.get(i), rest, value);
                }
            }
            return placed;
        }
        if (!(at instanceof ObjectNode object)) {
            return false;
        }
        if (rest.isEmpty()) {
            object.set(step, value);
            return true;
        }
        return object.has(step) && place(object.get(step), rest, value);
    }

    /** The value in a form that the schema accepts. */
    static Optional<JsonNode> fitting(JsonNode value, Schema schema) {
        return forms(value).filter(schema::accepts).findFirst();
    }

    /** As it is, and what says the same in another type. */
    private static Stream<JsonNode> forms(JsonNode value) {
        if (!value.isValueNode() || value.isNull() || value.asText().isEmpty()) {
            return value.isContainerNode() ? Stream.of(value) : Stream.empty();
        }
        if (!value.isTextual()) {
            return Stream.of(value, Json.NODES.textNode(value.asText()));
        }
        try {
            JsonNode read = Json.parse(value.textValue());
            return read.isNumber() || read.isBoolean() ? Stream.of(value, read) : Stream.of(value);
        } catch (JsonException e) {
            return Stream.of(value);
        }
    }
}

package io.contractcheck.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contractcheck.generate.UnsatisfiableException;
import io.contractcheck.json.Beginning;
import io.contractcheck.json.Json;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.schema.Schema;
import io.contractcheck.schema.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * Cases made of the examples a document gives of one operation. The n-th case takes the n-th example of each part, beginning anew where a
 * part has fewer. Required parts without an example are drawn; optional ones are left out.
 */
public final class ExampleCases {
    private static final int ATTEMPTS = 20;

    private final Operation operation;
    private final Map<Parameter, List<Example>> parameters = new LinkedHashMap<>();
    private final List<BodyExample> bodies = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    /** A value that is, or holds, an example. */
    private interface Example {
        ValueSource.Drawn draw(Random random);
    }

    private record BodyExample(MediaTypeContent content, String mediaType, Example example) {}

    private ExampleCases(Operation operation) {
        this.operation = operation;
    }

    /**
     * The cases an operation's examples give.
     *
     * @throws UnsatisfiableException if there are examples, but a required part without one has no valid value; the message names it
     */
    public static ExampleCases of(Operation operation) {
        return of(operation, Map.of());
    }

    /**
     * The cases an operation's examples give, and what else is shown for parameters that have no examples themselves.
     *
     * @param shown of parameters; what is no valid value is left out
     * @throws UnsatisfiableException as {@link #of(Operation)}
     */
    public static ExampleCases of(Operation operation, Map<Parameter, List<JsonNode>> shown) {
        ExampleCases cases = new ExampleCases(operation);
        for (Parameter parameter : operation.parameters()) {
            List<Example> examples = cases.examples(
                    parameter.examples(),
                    Optional.of(parameter.schema()),
                    ParameterStyles.describe(parameter) + " ("
                            + parameter.source().describe() + ")",
                    Parts.proof(operation, parameter),
                    () -> Parts.source(operation, parameter));
            if (examples.isEmpty()) {
                examples =
                        shown(shown.getOrDefault(parameter, List.of()), parameter, Parts.proof(operation, parameter));
            }
            if (!examples.isEmpty()) {
                cases.parameters.put(parameter, examples);
            }
        }
        for (MediaTypeContent content : Parts.contents(operation)) {
            String mediaType = MediaTypes.concrete(content);
            cases.examples(
                            content.examples(),
                            content.schema(),
                            "body (" + content.source().describe() + ")",
                            Parts.proof(content, mediaType),
                            () -> Parts.source(content, mediaType))
                    .forEach(e -> cases.bodies.add(new BodyExample(content, mediaType, e)));
        }
        cases.complete();
        return cases;
    }

    private static List<Example> shown(List<JsonNode> values, Parameter parameter, ValueSource.Proof proof) {
        List<Example> examples = new ArrayList<>();
        for (JsonNode value : values) {
            proof.arrives(value)
                    .or(() -> rescued(value, parameter.schema()).flatMap(proof::arrives))
                    .map(arrives -> new ValueSource.Drawn(Shrinkable.unshrinkable(value), arrives, proof))
                    .ifPresent(drawn -> examples.add(random -> drawn));
        }
        return examples;
    }

    private List<Example> examples(
            List<JsonNode> whole,
            Optional<Schema> schema,
            String name,
            ValueSource.Proof proof,
            Supplier<ValueSource> source) {
        List<Example> examples = new ArrayList<>();
        for (JsonNode value : whole) {
            Optional<JsonNode> arrives = proof.arrives(value);
            if (arrives.isEmpty() && schema.isPresent()) {
                arrives = rescued(value, schema.get()).flatMap(proof::arrives);
            }
            if (arrives.isEmpty()) {
                dropped.add(
                        "the example " + brief(value) + " of the " + name + " is not used: " + reason(value, schema));
            } else {
                ValueSource.Drawn drawn = new ValueSource.Drawn(Shrinkable.unshrinkable(value), arrives.get(), proof);
                examples.add(random -> drawn);
            }
        }
        if (whole.isEmpty() && schema.isPresent()) {
            for (JsonNode value : Assembly.of(schema.get().source())) {
                assembled(value, name, proof, source).ifPresent(examples::add);
            }
        }
        return examples;
    }

    private Optional<Example> assembled(
            JsonNode value, String name, ValueSource.Proof proof, Supplier<ValueSource> source) {
        Optional<JsonNode> arrives = proof.arrives(value);
        if (arrives.isPresent()) {
            ValueSource.Drawn drawn = new ValueSource.Drawn(Shrinkable.unshrinkable(value), arrives.get(), proof);
            return Optional.of(random -> drawn);
        }
        try {
            ValueSource base = source.get();
            base.draw(new Random(0), v -> Assembly.overlay(v, value));
            return Optional.of(random -> base.draw(random, v -> Assembly.overlay(v, value)));
        } catch (UnsatisfiableException e) {
            dropped.add("the examples " + brief(value) + " of properties of the " + name
                    + " are not used: together they make no valid value");
            return Optional.empty();
        }
    }

    /** Examples written as text where the schema wants something else, and those that show what only responses have. */
    private static Optional<JsonNode> rescued(JsonNode value, Schema schema) {
        if (value.isTextual()) {
            return Optional.of(Reading.of(new Raw.Text(value.textValue()), Shape.of(schema)))
                    .filter(schema::accepts);
        }
        JsonNode copy = value.deepCopy();
        for (Violation violation : schema.validate(value)) {
            JsonNode parent = copy.at(
                    violation.instance().head() == null
                            ? violation.instance()
                            : violation.instance().head());
            if (violation.keyword().equals("readOnly") && parent.isObject()) {
                ((ObjectNode) parent).remove(violation.instance().last().getMatchingProperty());
            }
        }
        return Optional.of(copy).filter(schema::accepts);
    }

    private static String reason(JsonNode value, Optional<Schema> schema) {
        return schema.flatMap(s -> s.validate(value).stream().findFirst())
                .map(v -> "it violates " + v.keyword() + (v.instance().matches() ? "" : " at " + v.instance()) + ": "
                        + v.message())
                .orElse("it has no form in which it arrives");
    }

    private static String brief(JsonNode value) {
        String text = Json.write(value);
        return text.length() > 80 ? Beginning.of(text, 79) + "…" : text;
    }

    /** Sources for what has no example. */
    private void complete() {
        if (size() == 0) {
            return;
        }
        boolean bodyRequired = operation.requestBody().filter(b -> b.required()).isPresent();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.required()
                    && !parameters.containsKey(parameter)
                    && !Wire.pinned(parameter, bodyRequired || !bodies.isEmpty())) {
                ValueSource source =
                        required(ParameterStyles.describe(parameter), () -> Parts.source(operation, parameter));
                parameters.put(parameter, List.of(source::draw));
            }
        }
        if (bodyRequired && bodies.isEmpty()) {
            MediaTypeContent content = Parts.contents(operation).get(0);
            String mediaType = MediaTypes.concrete(content);
            ValueSource source = required("body", () -> Parts.source(content, mediaType));
            bodies.add(new BodyExample(content, mediaType, source::draw));
        }
    }

    private ValueSource required(String name, Supplier<ValueSource> source) {
        try {
            return source.get();
        } catch (UnsatisfiableException e) {
            throw new UnsatisfiableException(
                    operation.label() + ": the required " + name + " has no valid value: " + e.getMessage());
        }
    }

    private int size() {
        int most = bodies.size();
        for (List<Example> examples : parameters.values()) {
            most = Math.max(most, examples.size());
        }
        return most;
    }

    /** The cases in order; the source of randomness decides what has no example. None if the document gives no example. */
    public List<RandomGenerator<TestCase>> cases() {
        List<RandomGenerator<TestCase>> cases = new ArrayList<>();
        int size = size();
        for (int i = 0; i < size; i++) {
            int index = i;
            Intent intent = new Intent.Positive("example " + (i + 1) + " of " + size + " in the document");
            cases.add(random -> draw(index, intent, random));
        }
        return cases;
    }

    /** Examples that are not used, each with its place and what is wrong with it. */
    public List<String> dropped() {
        return List.copyOf(dropped);
    }

    private Shrinkable<TestCase> draw(int index, Intent intent, Random random) {
        String doubt = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<CaseShrinkable.Given> given = new ArrayList<>();
            parameters.forEach((parameter, examples) -> given.add(new CaseShrinkable.Given(
                    parameter, examples.get(index % examples.size()).draw(random))));
            Optional<CaseShrinkable.Sent> body = Optional.empty();
            if (!bodies.isEmpty()) {
                BodyExample example = bodies.get(index % bodies.size());
                body = Optional.of(
                        new CaseShrinkable.Sent(example.content, example.mediaType, example.example.draw(random)));
            }
            CaseShrinkable drawn = new CaseShrinkable(operation, given, body, intent);
            Optional<String> reason = Proofs.doubt(drawn.value());
            if (reason.isEmpty()) {
                return drawn;
            }
            doubt = reason.get();
        }
        throw new UnsatisfiableException(
                operation.label() + ": the " + intent.description() + " does not arrive as it was meant: " + doubt);
    }
}

package io.contractcheck.link;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.contractcheck.json.Json;
import io.contractcheck.json.JsonException;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Bindings as people write them, and as they are shown to people: {@code path.isbn = $response.body#/code}. */
final class BindingText {
    private static final Pattern LOCATION = Pattern.compile(
            "\\$response\\.header\\.location\\s+as\\s+(\\S+?),?\\s+\\{([^{}]+)}", Pattern.CASE_INSENSITIVE);

    private static final String EXPRESSIONS = "Write $response.body#/id, $response.body#/*/id for any element,"
            + " $response.header.Name, $response.header.Location as /books/{id}, {id}, $request.path.id, $request.body#/id,"
            + " or a JSON value.";

    private BindingText() {}

    /** @throws IllegalArgumentException if it cannot be understood */
    static Binding read(String text, Operation consumer) {
        int equal = text.indexOf('=');
        if (equal < 0) {
            throw new IllegalArgumentException("'" + text + "' says not what goes where. Write it as"
                    + " path.id = $response.body#/id: to the left a parameter of " + consumer.label()
                    + ", to the right where in the call before its value stands.");
        }
        String name = text.substring(0, equal).trim();
        String expression = text.substring(equal + 1).trim();
        Target target = target(name, consumer)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is nothing that " + consumer.label() + " takes. " + taken(consumer)));
        Source source = source(expression)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + expression + "' is no runtime expression that can be used. " + EXPRESSIONS));
        return new Binding(target, source);
    }

    private static Optional<Target> target(String name, Operation consumer) {
        for (Parameter parameter : consumer.parameters()) {
            if (name.equals(written(parameter)) || name.equals(parameter.name())) {
                return Optional.of(new Target.OfParameter(parameter.in(), parameter.name()));
            }
        }
        if (consumer.requestBody().isEmpty() || !(name.equals("body") || name.startsWith("body/"))) {
            return Optional.empty();
        }
        List<String> steps = Arrays.asList(name.split("/", -1));
        return Optional.of(new Target.OfBody(steps.subList(1, steps.size())));
    }

    private static String written(Parameter parameter) {
        return parameter.in().name().toLowerCase(Locale.ROOT) + "." + parameter.name();
    }

    private static String taken(Operation consumer) {
        String parameters =
                consumer.parameters().stream().map(BindingText::written).collect(Collectors.joining(", "));
        boolean body = consumer.requestBody().isPresent();
        return parameters.isEmpty() && !body
                ? "It takes nothing, so no link can lead to it."
                : "Write " + parameters
                        + (body ? (parameters.isEmpty() ? "" : ", or ") + "a place in its body as body/customerId" : "")
                        + ".";
    }

    private static Optional<Source> source(String expression) {
        Matcher location = LOCATION.matcher(expression);
        if (location.matches()) {
            return Optional.of(new Source.Location(location.group(1), location.group(2)));
        }
        if (!expression.startsWith("$")) {
            return expression.isEmpty() ? Optional.empty() : Optional.of(constant(expression));
        }
        return Documented.source(JsonNodeFactory.instance.textNode(expression));
    }

    /** What is no JSON is a text. */
    private static Source constant(String text) {
        try {
            return new Source.Constant(Json.parse(text).toString());
        } catch (JsonException e) {
            return new Source.Constant(JsonNodeFactory.instance.textNode(text).toString());
        }
    }
}

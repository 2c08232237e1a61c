package io.contractcheck.link;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.Link;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.ResponseSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The links that a document spells out. */
final class Documented {
    private static final String BODY_POINTER = "$response.body#";
    private static final int CERTAIN = 100;

    private final Api api;
    private final List<ResourceLink> links = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Documented(Api api) {
        this.api = api;
    }

    /**
     * What was read.
     *
     * @param warnings what of it cannot be used, and why
     */
    record Read(List<ResourceLink> links, List<String> warnings) {}

    static Read of(Api api) {
        Documented documented = new Documented(api);
        for (Operation producer : api.operations()) {
            for (ResponseSpec response : producer.responses().all()) {
                response.links().forEach(link -> documented.read(producer, response, link));
            }
        }
        return new Read(List.copyOf(documented.links), List.copyOf(documented.warnings));
    }

    private void read(Operation producer, ResponseSpec response, Link link) {
        Optional<Operation> consumer = consumer(link);
        if (consumer.isEmpty()) {
            warnings.add(link.source().describe() + ": the link leads to no operation of the document that is tested: "
                    + link.operationId().or(link::operationRef).orElse("it has neither operationId nor operationRef"));
            return;
        }
        List<Binding> bindings = new ArrayList<>();
        link.parameters().forEach((name, value) -> {
            Optional<Target> target = target(consumer.get(), name);
            Optional<Source> source = source(value);
            if (target.isPresent() && source.isPresent()) {
                bindings.add(new Binding(target.get(), source.get()));
            } else {
                warnings.add(link.source().describe() + "/parameters: "
                        + (target.isEmpty()
                                ? consumer.get().label() + " has no parameter '" + name + "'"
                                : "'" + value.asText() + "' is no runtime expression that can be used"));
            }
        });
        link.requestBody().ifPresent(value -> body(value, List.of(), bindings));
        if (!bindings.isEmpty()) {
            links.add(new ResourceLink(
                    producer,
                    response.status(),
                    consumer.get(),
                    bindings,
                    ResourceLink.Origin.DOCUMENTED,
                    link.name(),
                    CERTAIN));
        }
    }

    private Optional<Operation> consumer(Link link) {
        Optional<Operation> byId = link.operationId()
                .flatMap(id -> api.operations().stream()
                        .filter(operation -> operation.operationId().equals(Optional.of(id)))
                        .findFirst());
        return byId.isPresent()
                ? byId
                : link.operationRef()
                        .map(ref -> ref.substring(ref.indexOf('#') + 1))
                        .flatMap(pointer -> api.operations().stream()
                                .filter(operation ->
                                        operation.source().pointer().toString().equals(pointer))
                                .findFirst());
    }

    /** A parameter's name, possibly with its location before it. */
    private static Optional<Target> target(Operation consumer, String name) {
        for (Parameter parameter : consumer.parameters()) {
            if (parameter.name().equals(name)
                    || name.equals(parameter.in().name().toLowerCase(Locale.ROOT) + "." + parameter.name())) {
                return Optional.of(new Target.OfParameter(parameter.in(), parameter.name()));
            }
        }
        return Optional.empty();
    }

    /** A runtime expression may stand anywhere in the body that a link makes. */
    private static void body(JsonNode value, List<String> steps, List<Binding> bindings) {
        if (value.isObject()) {
            value.properties()
                    .forEach(member -> body(member.getValue(), Inputs.with(steps, member.getKey()), bindings));
        } else {
            source(value).ifPresent(source -> bindings.add(new Binding(new Target.OfBody(steps), source)));
        }
    }

    static Optional<Source> source(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : "";
        if (!text.startsWith("$")) {
            return Optional.of(new Source.Constant(value.toString()));
        }
        if (text.equals("$response.body") || text.equals(BODY_POINTER)) {
            return Optional.of(new Source.ResponseBody(List.of()));
        }
        try {
            if (text.startsWith(BODY_POINTER)) {
                return Optional.of(new Source.ResponseBody(steps(text.substring(BODY_POINTER.length()))));
            }
            if (text.startsWith("$request.body#")) {
                return Optional.of(
                        new Source.RequestBody(JsonPointer.compile(text.substring("$request.body#".length()))));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (text.startsWith("$response.header.")) {
            return Optional.of(new Source.ResponseHeader(text.substring("$response.header.".length())));
        }
        for (ParameterLocation in : ParameterLocation.values()) {
            String prefix = "$request." + in.name().toLowerCase(Locale.ROOT) + ".";
            if (text.startsWith(prefix)) {
                return Optional.of(new Source.RequestParameter(in, text.substring(prefix.length())));
            }
        }
        return Optional.empty();
    }

    private static List<String> steps(String pointer) {
        JsonPointer.compile(pointer); // or it is none
        return pointer.isEmpty()
                ? List.of()
                : Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(step -> step.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }
}

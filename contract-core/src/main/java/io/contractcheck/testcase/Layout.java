package io.contractcheck.testcase;

import io.contractcheck.http.Header;
import io.contractcheck.http.MediaType;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ParameterLocation;
import io.contractcheck.openapi.ResponseSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an operation says of how its requests are written and read, worked out once for all of them. Thread-safe. */
final class Layout {
    private final Template template;
    private final List<Slot> slots = new ArrayList<>();
    private final List<MediaType> served;

    /**
     * A parameter.
     *
     * @param shape of its values
     * @param others names that belong to other parameters of the same place
     * @param spreads whether values may be objects whose members are spread over a query
     * @param list whether values may be arrays
     * @param place for what is wrong with it
     */
    record Slot(
            Parameter parameter,
            Shape shape,
            Set<String> others,
            boolean spreads,
            boolean list,
            Mutation.Location place) {}

    Layout(Operation operation) {
        this.template = new Template(operation.path());
        Map<Parameter, Shape> shapes = new LinkedHashMap<>();
        operation.parameters().forEach(p -> shapes.put(p, Shape.of(p.schema())));
        shapes.forEach((parameter, shape) -> slots.add(new Slot(
                parameter,
                shape,
                others(shapes, parameter),
                shape.canSpread(),
                shape.kinds().contains(Shape.Kind.ARRAY),
                Mutation.Location.valueOf(parameter.in().name()))));
        boolean accept = operation.parameters().stream()
                .anyMatch(p -> p.in() == ParameterLocation.HEADER && p.name().equalsIgnoreCase("Accept"));
        this.served = accept
                ? List.of()
                : operation.responses().all().stream()
                        .map(ResponseSpec::content)
                        .flatMap(List::stream)
                        .map(MediaTypeContent::mediaType)
                        .map(MediaType::of)
                        .toList();
    }

    private static Set<String> others(Map<Parameter, Shape> shapes, Parameter parameter) {
        Set<String> names = new LinkedHashSet<>();
        shapes.forEach((other, shape) -> {
            if (other.in() == parameter.in() && !other.name().equals(parameter.name())) {
                names.add(other.name());
                if (other.explode() && shape.canSpread()) {
                    names.addAll(shape.names());
                }
            }
        });
        return names;
    }

    /** Whether the header says something of the request's parts. */
    boolean reads(Header header) {
        for (Slot slot : slots) {
            if (slot.parameter.in() == ParameterLocation.HEADER && header.is(slot.parameter.name())) {
                return true;
            }
        }
        return header.is("Accept") || header.is("Content-Type") || header.is("Cookie");
    }

    Template template() {
        return template;
    }

    /** The parameters in document order. */
    List<Slot> slots() {
        return slots;
    }

    Slot slot(Parameter parameter) {
        for (Slot slot : slots) {
            if (slot.parameter == parameter) {
                return slot;
            }
        }
        return slots.stream()
                .filter(s -> s.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(parameter + " is of another operation"));
    }

    /** The media types of all documented answers; none where the wish for one is a parameter, and so the document's own affair. */
    List<MediaType> served() {
        return served;
    }
}

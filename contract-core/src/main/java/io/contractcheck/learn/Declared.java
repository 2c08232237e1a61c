package io.contractcheck.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.schema.Schema;
import io.contractcheck.testcase.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The places that a document has in the requests of an operation. */
final class Declared {
    private static final int DEEPEST = 24;
    private static final int LEVELS = 6;
    private static final int MOST = 500;

    private final Operation operation;
    private final List<Schema> bodies;

    Declared(Operation operation) {
        this.operation = operation;
        this.bodies = operation.requestBody().stream()
                .flatMap(body -> body.content().stream())
                .map(MediaTypeContent::schema)
                .flatMap(Optional::stream)
                .toList();
    }

    Operation operation() {
        return operation;
    }

    /** What the document says of a place; nothing if it has no such place. */
    List<Schema> at(Spot spot) {
        List<Schema> at = roots(spot);
        for (String step : spot.steps()) {
            at = step.equals(Spot.EACH) ? elements(at) : members(at).getOrDefault(step, List.of());
        }
        return at;
    }

    private List<Schema> roots(Spot spot) {
        return spot.name().isEmpty()
                ? bodies
                : parameter(spot).map(Parameter::schema).stream().toList();
    }

    /** The parameter that a place is in. */
    Optional<Parameter> parameter(Spot spot) {
        return operation.parameters().stream()
                .filter(p -> p.name().equals(spot.name())
                        && p.in().name().equals(spot.part().name()))
                .findFirst();
    }

    /** The place in the body that steps of a service lead to, whose names may be written otherwise, and which may leave out elements. */
    Optional<Spot> inBody(List<String> steps) {
        return steps(bodies, steps).map(Spot::ofBody);
    }

    /** The place inside a parameter's value likewise. */
    Optional<Spot> in(Parameter parameter, List<String> steps) {
        return steps(List.of(parameter.schema()), steps).map(found -> Spot.of(parameter, found));
    }

    private static Optional<List<String>> steps(List<Schema> from, List<String> steps) {
        List<Schema> at = from;
        List<String> found = new ArrayList<>();
        for (String step : steps) {
            if (step.equals(Spot.EACH)) {
                List<Schema> elements = elements(at);
                if (elements.isEmpty()) {
                    return Optional.empty();
                }
                at = elements;
                found.add(Spot.EACH);
                continue;
            }
            Map<String, List<Schema>> members = members(at);
            for (int i = 0; members.isEmpty() && i < 2 && !elements(at).isEmpty(); i++) {
                at = elements(at);
                members = members(at);
                found.add(Spot.EACH);
            }
            String name = named(step, members.keySet());
            if (name.isEmpty()) {
                return Optional.empty();
            }
            at = members.getOrDefault(name, List.of());
            found.add(name);
        }
        return at.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** The name among those that is the same but for case, dashes and underscores; empty if there is none. */
    static String named(String name, Set<String> names) {
        return names.contains(name)
                ? name
                : names.stream()
                        .filter(n -> plain(n).equals(plain(name)))
                        .findFirst()
                        .orElse("");
    }

    static String plain(String name) {
        return name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }

    /** All places in the body, the outer ones first. */
    List<Spot> inBody() {
        List<Spot> spots = new ArrayList<>();
        collect(bodies, List.of(), spots);
        return spots;
    }

    private static void collect(List<Schema> at, List<String> steps, List<Spot> into) {
        if (steps.size() > LEVELS || into.size() >= MOST || at.isEmpty()) {
            return;
        }
        into.add(Spot.ofBody(steps));
        members(at).forEach((name, schemas) -> collect(schemas, with(steps, name), into));
        collect(elements(at), with(steps, Spot.EACH), into);
    }

    private static List<String> with(List<String> steps, String step) {
        List<String> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }

    /** What schemas say of the members that they name. */
    static Map<String, List<Schema>> members(List<Schema> schemas) {
        Map<String, List<Schema>> members = new LinkedHashMap<>();
        for (Schema part : parts(schemas)) {
            part.normal()
                    .path("properties")
                    .properties()
                    .forEach(member -> members.computeIfAbsent(member.getKey(), n -> new ArrayList<>())
                            .add(part.derive(member.getValue())));
        }
        return members;
    }

    /** What schemas say of elements. */
    static List<Schema> elements(List<Schema> schemas) {
        List<Schema> elements = new ArrayList<>();
        for (Schema part : parts(schemas)) {
            JsonNode normal = part.normal();
            if (normal.path("items").isObject()) {
                elements.add(part.derive(normal.get("items")));
            }
            normal.path("prefixItems").forEach(item -> elements.add(part.derive(item)));
        }
        return elements;
    }

    /** The types that schemas name; none if any will do. */
    static Set<String> types(List<Schema> schemas) {
        Set<String> types = new LinkedHashSet<>();
        for (Schema part : parts(schemas)) {
            JsonNode type = part.normal().path("type");
            if (type.isTextual()) {
                types.add(type.textValue());
            }
            type.forEach(t -> types.add(t.asText()));
        }
        return types;
    }

    /** The schemas themselves, with what they refer to and are combined of. */
    static List<Schema> parts(List<Schema> schemas) {
        List<Schema> parts = new ArrayList<>();
        Set<String> refs = new LinkedHashSet<>();
        schemas.forEach(schema -> parts(schema, DEEPEST, refs, parts));
        return parts;
    }

    private static void parts(Schema schema, int depth, Set<String> refs, List<Schema> into) {
        if (depth == 0 || into.size() >= MOST) {
            return;
        }
        JsonNode normal;
        try {
            normal = schema.normal();
            if (normal.path("$ref").isTextual() && refs.add(normal.get("$ref").textValue())) {
                parts(schema.target(normal.get("$ref").textValue()), depth - 1, refs, into);
            }
        } catch (ReferenceException e) {
            return;
        }
        into.add(schema);
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            normal.path(keyword).forEach(branch -> parts(schema.derive(branch), depth - 1, refs, into));
        }
        for (String keyword : List.of("then", "else")) {
            if (normal.has(keyword)) {
                parts(schema.derive(normal.get(keyword)), depth - 1, refs, into);
            }
        }
    }
}

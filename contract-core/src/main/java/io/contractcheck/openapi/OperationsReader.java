package io.contractcheck.openapi;

import io.contractcheck.json.JsonException;
import io.contractcheck.json.Located;
import io.contractcheck.json.ReferenceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the operations of all paths. What is broken in one stays in that one. */
final class OperationsReader {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");
    private static final List<String> OTHER_MEMBERS =
            List.of("$ref", "summary", "description", "servers", "parameters", "additionalOperations");
    private static final Pattern TEMPLATE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern STATUS = Pattern.compile("[1-5](\\d\\d|[xX]{2})|default");

    private final Located root;
    private final SpecVersion spec;
    private final Edition edition;
    private final Extensions extensions;
    private final Map<String, SecurityScheme> schemes;
    private final String basePath;
    private final Warnings warnings;
    private final SchemaGraph graph;
    private final List<Outcome> outcomes = new ArrayList<>();

    OperationsReader(
            Located root,
            SpecVersion spec,
            Edition edition,
            Extensions extensions,
            Map<String, SecurityScheme> schemes,
            String basePath,
            Warnings warnings) {
        this.root = root;
        this.spec = spec;
        this.edition = edition;
        this.extensions = extensions;
        this.schemes = schemes;
        this.basePath = basePath;
        this.warnings = warnings;
        this.graph = new SchemaGraph(spec.dialect(), warnings);
    }

    /** Puts each operation of the document into one of the lists. */
    void read(List<Operation> operations, List<BrokenOperation> broken) {
        Structure.members(root.get("paths")).forEach(this::pathItem);
        graph.close();
        for (Outcome outcome : outcomes) {
            Optional<String> reason = outcome.reason()
                    .or(() -> outcome.schemas().stream()
                            .flatMap(schema -> graph.reason(schema).stream())
                            .findFirst());
            if (reason.isPresent()) {
                broken.add(new BrokenOperation(outcome.label(), reason.get()));
            } else {
                outcome.operation().ifPresent(operations::add);
            }
        }
    }

    private void pathItem(String key, Located place) {
        String path = key.startsWith("/") ? key : "/" + key;
        if (!path.equals(key)) {
            warnings.add(place.describe() + ": a path must begin with '/'; it is read as " + path);
        }
        Map<String, Located> members = new LinkedHashMap<>();
        try {
            if (place.node().path("$ref").isTextual()) {
                members.putAll(Structure.members(place));
                members.remove("$ref");
                Structure.members(place.with(withoutReference(place))).forEach(members::put);
            } else {
                members.putAll(Structure.members(place));
            }
        } catch (ReferenceException | StructureException | JsonException e) {
            brokenItem(path, place, e.getMessage());
            return;
        }
        Located shared = members.getOrDefault("parameters", place.get("parameters"));
        List<String> methods = methods(members);
        members.forEach((name, member) -> {
            if (METHODS.contains(name)) {
                operation(name.toUpperCase(Locale.ROOT), path, methods, member, shared);
            } else if (name.equals("additionalOperations")) {
                additional(path, methods, member, shared);
            } else if (!OTHER_MEMBERS.contains(name)) {
                warnings.add(member.describe() + ": no member of a path item and ignored"
                        + (METHODS.contains(name.toLowerCase(Locale.ROOT))
                                ? "; methods are written in lower case"
                                : ""));
            }
        });
    }

    private static com.fasterxml.jackson.databind.JsonNode withoutReference(Located place) {
        return place.node()
                .<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy()
                .without("$ref");
    }

    private static List<String> methods(Map<String, Located> members) {
        List<String> methods = new ArrayList<>();
        members.forEach((name, member) -> {
            if (METHODS.contains(name)) {
                methods.add(name.toUpperCase(Locale.ROOT));
            } else if (name.equals("additionalOperations")) {
                member.node().fieldNames().forEachRemaining(methods::add);
            }
        });
        return List.copyOf(methods);
    }

    private void additional(String path, List<String> methods, Located place, Located shared) {
        try {
            Structure.members(place).forEach((method, member) -> operation(method, path, methods, member, shared));
        } catch (ReferenceException | StructureException | JsonException e) {
            warnings.add(e.getMessage());
        }
    }

    private void brokenItem(String path, Located place, String reason) {
        List<String> methods = new ArrayList<>();
        place.node().fieldNames().forEachRemaining(name -> {
            if (METHODS.contains(name)) {
                methods.add(name.toUpperCase(Locale.ROOT) + " " + path);
            }
        });
        for (String label : methods.isEmpty() ? List.of(path) : methods) {
            outcomes.add(new Outcome(label, Optional.empty(), Optional.of(reason), List.of()));
        }
    }

    private void operation(String method, String path, List<String> methods, Located member, Located shared) {
        Reading reading = new Reading(spec, extensions, warnings);
        String label = method + " " + path;
        try {
            Operation operation = read(method, path, methods, Structure.object(member), shared, reading);
            reading.schemas().forEach(graph::add);
            outcomes.add(new Outcome(label, Optional.of(operation), Optional.empty(), reading.schemas()));
        } catch (ReferenceException | StructureException | JsonException e) {
            outcomes.add(new Outcome(label, Optional.empty(), Optional.of(String.valueOf(e.getMessage())), List.of()));
        }
    }

    private Operation read(
            String method, String path, List<String> methods, Located place, Located shared, Reading reading) {
        Edition.Inputs inputs = edition.inputs(merged(shared, place.get("parameters")), place, reading);
        return new Operation(
                method,
                path,
                methods,
                basePath,
                Structure.text(place.get("operationId")),
                Structure.has(place.get("tags")) ? Structure.texts(place.get("tags")) : List.of(),
                Structure.flag(place.get("deprecated"), false),
                inTemplate(path, inputs.parameters(), place, reading),
                inputs.body(),
                responses(place, reading),
                Security.requirements(place, root, schemes, reading),
                place);
    }

    /** Those of the operation replace those of the path item by name and location; names of headers have no case. */
    private static List<Located> merged(Located shared, Located own) {
        Map<String, Located> merged = new LinkedHashMap<>();
        for (Located list : List.of(shared, own)) {
            for (Located element : Structure.elements(list)) {
                Located parameter = Structure.object(element);
                String in = parameter.node().path("in").asText();
                String name = parameter.node().path("name").asText();
                merged.put(in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name), parameter);
            }
        }
        return List.copyOf(merged.values());
    }

    /** All parameters, except those in a path that has no room for them. */
    private static List<Parameter> inTemplate(String path, List<Parameter> parameters, Located place, Reading reading) {
        Set<String> open = new LinkedHashSet<>();
        Matcher matcher = TEMPLATE.matcher(path);
        while (matcher.find()) {
            open.add(matcher.group(1));
        }
        List<Parameter> kept = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>(open);
        for (Parameter parameter : parameters) {
            if (parameter.in() == ParameterLocation.PATH && !open.contains(parameter.name())) {
                reading.warn(
                        parameter.source(),
                        "the path " + path + " has no {" + parameter.name() + "}; the parameter is ignored");
            } else {
                kept.add(parameter);
                if (parameter.in() == ParameterLocation.PATH) {
                    missing.remove(parameter.name());
                }
            }
        }
        int query = path.indexOf('?');
        for (String name : open) {
            if (query >= 0 && query < path.indexOf("{" + name + "}")) {
                throw new StructureException(
                        place,
                        "the path has {" + name + "} behind a '?', but a path holds no query: end it before the '?' and"
                                + " declare " + name + " with in: query");
            }
        }
        for (String name : missing) {
            throw new StructureException(
                    place,
                    "the path has {" + name + "}, but no parameter declares it; add one to `parameters` with name: "
                            + name + ", in: path");
        }
        return List.copyOf(kept);
    }

    private Responses responses(Located place, Reading reading) {
        List<ResponseSpec> all = new ArrayList<>();
        Structure.members(place.get("responses")).forEach((status, member) -> {
            if (STATUS.matcher(status).matches()) {
                all.add(edition.response(status, Structure.object(member), place, reading));
            } else {
                reading.warn(member, "'" + status + "' is no status (as 200, 4XX or default) and ignored");
            }
        });
        return new Responses(all);
    }

    /** An operation, or why there is none. */
    private record Outcome(
            String label, Optional<Operation> operation, Optional<String> reason, List<Located> schemas) {}
}

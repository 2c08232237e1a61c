package io.contractcheck.internal.phase;

import com.fasterxml.jackson.databind.JsonNode;
import io.contractcheck.json.ReferenceException;
import io.contractcheck.link.Binding;
import io.contractcheck.link.LinkGraph;
import io.contractcheck.link.ResourceLink;
import io.contractcheck.link.Source;
import io.contractcheck.link.Target;
import io.contractcheck.openapi.Api;
import io.contractcheck.openapi.MediaTypeContent;
import io.contractcheck.openapi.Operation;
import io.contractcheck.openapi.Parameter;
import io.contractcheck.openapi.ResponseSpec;
import io.contractcheck.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the examples of answers show for parameters that have none themselves: where a link leads from the one to the other, else where both are
 * called the same and belong to the same part of the API. Thread-safe.
 */
final class AnswerExamples {
    /** Of one parameter. */
    private static final int MOST = 3;

    private static final int DEEPEST = 12;

    private final Supplier<LinkGraph> links;
    private final Lazy<Map<String, Map<String, Set<JsonNode>>>> named;

    AnswerExamples(Api api, Supplier<LinkGraph> links) {
        this.links = links;
        this.named = new Lazy<>(() -> named(api));
    }

    /** By parameter, in the order of what speaks most for them. */
    Map<Parameter, List<JsonNode>> of(Operation operation) {
        Map<Parameter, List<JsonNode>> shown = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            Set<JsonNode> values = new LinkedHashSet<>();
            for (ResourceLink link :
                    parameter.examples().isEmpty() ? links.get().to(operation) : List.<ResourceLink>of()) {
                link.bindings().stream()
                        .filter(binding ->
                                binding.target().equals(new Target.OfParameter(parameter.in(), parameter.name())))
                        .forEach(binding -> values.addAll(linked(link, binding)));
            }
            if (values.isEmpty() && parameter.examples().isEmpty()) {
                values.addAll(
                        named.get().getOrDefault(first(operation), Map.of()).getOrDefault(parameter.name(), Set.of()));
            }
            if (!values.isEmpty()) {
                shown.put(parameter, values.stream().limit(MOST).toList());
            }
        }
        return shown;
    }

    private static List<JsonNode> linked(ResourceLink link, Binding binding) {
        if (!(binding.source() instanceof Source.ResponseBody place)) {
            return List.of();
        }
        List<JsonNode> values = new ArrayList<>();
        link.producer().responses().all().stream()
                .filter(response -> response.status().equals(link.status()))
                .flatMap(response -> response.content().stream())
                .forEach(content -> {
                    content.examples().forEach(example -> collect(example, place.steps(), values));
                    if (content.examples().isEmpty()) {
                        content.schema().ifPresent(schema -> described(schema, place.steps(), DEEPEST, values));
                    }
                });
        return values;
    }

    private static void collect(JsonNode at, List<String> steps, List<JsonNode> into) {
        if (steps.isEmpty()) {
            add(at, into);
        } else if (steps.get(0).equals(Source.ResponseBody.EACH)) {
            at.forEach(element -> collect(element, steps.subList(1, steps.size()), into));
        } else {
            collect(at.path(steps.get(0)), steps.subList(1, steps.size()), into);
        }
    }

    private static void add(JsonNode value, List<JsonNode> into) {
        if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty() && into.size() < MOST) {
            into.add(value);
        }
    }

    /** The examples beside a property itself. */
    private static void described(Schema schema, List<String> steps, int depth, List<JsonNode> into) {
        if (depth == 0) {
            return;
        }
        try {
            JsonNode normal = schema.normal();
            if (steps.isEmpty()) {
                add(schema.source().node().path("example"), into);
                schema.source().node().path("examples").forEach(example -> add(example, into));
            } else {
                boolean each = steps.get(0).equals(Source.ResponseBody.EACH);
                JsonNode inner =
                        each ? normal.path("items") : normal.path("properties").path(steps.get(0));
                if (inner.isObject()) {
                    described(schema.derive(inner), steps.subList(1, steps.size()), depth - 1, into);
                }
            }
            normal.path("allOf").forEach(part -> described(schema.derive(part), steps, depth - 1, into));
            if (normal.path("$ref").isTextual()) {
                described(schema.target(normal.path("$ref").textValue()), steps, depth - 1, into);
            }
        } catch (ReferenceException e) {
            // the document's fault, and reported as such where the document is read
        }
    }

    /** By the beginning of the paths and the name of the member, of whole answers that are shown. */
    private static Map<String, Map<String, Set<JsonNode>>> named(Api api) {
        Map<String, Map<String, Set<JsonNode>>> named = new LinkedHashMap<>();
        for (Operation operation : api.operations()) {
            Map<String, Set<JsonNode>> own = named.computeIfAbsent(first(operation), f -> new LinkedHashMap<>());
            for (ResponseSpec response : operation.responses().all()) {
                for (MediaTypeContent content :
                        response.status().startsWith("2") ? response.content() : List.<MediaTypeContent>of()) {
                    content.examples().forEach(example -> members(example, DEEPEST, own));
                }
            }
        }
        return named;
    }

    private static void members(JsonNode at, int depth, Map<String, Set<JsonNode>> into) {
        if (depth == 0) {
            return;
        }
        at.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
                Set<JsonNode> values = into.computeIfAbsent(member.getKey(), n -> new LinkedHashSet<>());
                if (values.size() < MOST) {
                    values.add(value);
                }
            }
            members(value, depth - 1, into);
        });
        if (at.isArray()) {
            at.forEach(element -> members(element, depth - 1, into));
        }
    }

    private static String first(Operation operation) {
        return Optional.of(operation.path().split("/"))
                .filter(segments -> segments.length > 1)
                .map(segments -> segments[1])
                .orElse("");
    }
}
